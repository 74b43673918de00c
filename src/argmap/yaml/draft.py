"""Syntax tree to draft: what the nesting says, before ids are given and references followed."""

from argmap.diagnostics import Diagnostic, Span
from argmap.model import Person, Reference, Stance
from argmap.yaml import shape_codes as codes
from argmap.yaml import syntax_codes, words
from argmap.yaml.entries import read_people, read_sources
from argmap.yaml.fields import Fields
from argmap.yaml.syntax import Mapping, Node, Scalar, Sequence, Tree
from argmap.yaml.words import Holds, Word

THESIS, SHARED, PREMISE = "thesis", "shared", "premise"
_STANCES = {"reasons": Stance.FOR, "counterpoints": Stance.AGAINST}
_FORMS = ("claim", "premises", "ref")


_PREMISES = words.LINKED["premises"]


class DraftClaim:
    """A claim as read: its node, its written id if it has one, and its other fields."""

    __slots__ = ("fields", "id", "node", "text")

    def __init__(self, node: Node, text: str) -> None:
        self.node, self.text, self.id = node, text, ""
        self.fields: dict[str, object] = {}


class DraftArgument:
    """An argument as read. A premise or target is a claim, or the scalar of a reference."""

    __slots__ = ("fields", "id", "node", "premises", "stance", "step", "target")

    def __init__(self, node: Node, stance: Stance, target: "DraftClaim | DraftArgument") -> None:
        self.node, self.stance, self.target = node, stance, target
        self.id, self.step = "", None
        self.premises: list[DraftClaim | Scalar] = []
        self.fields: dict[str, object] = {}
        self.step: Mapping | None


class Draft:
    """All that the nesting of one text says."""

    def __init__(self, tree: Tree) -> None:
        self.faults: list[Diagnostic] = []
        self.claims: list[DraftClaim] = []
        self.arguments: list[DraftArgument] = []
        self.theses: list[DraftClaim] = []
        self.exclusions: list[tuple[DraftClaim, Scalar]] = []
        self.shared: list[DraftClaim] = []
        self.empty_blocks: list[Scalar] = []
        self.lone_premises: list[Scalar] = []
        self.fields: dict[str, object] = {}
        self.sources: list[Reference] = []
        self.people: list[Person] = []
        self._read = Fields(self.faults, tree.source.text)
        # Work still to do, last first: (node, role, owner). No recursion: nesting is the writer's.
        self._tasks: list[tuple[Node, str | Stance, object]] = []
        if tree.root is not None:
            self._top(tree.root, tree)
            while self._tasks:
                self._item(*self._tasks.pop())

    def _top(self, root: Node, tree: Tree) -> None:
        if type(root) is not Mapping:
            what = "a list" if type(root) is Sequence else "a text"
            self._read.fault(codes.NOT_A_MAP, root, what=what)
            return
        found = {key.text: key for key in reversed(root.keys)}
        thesis = None
        if "claim" in found:
            thesis = DraftClaim(root, "")
            self.theses.append(thesis)
            if "claims" in found:
                self._at(codes.TWO_FORMS, found["claims"])
        elif "claims" not in found or not _has_items(root.get("claims")):
            key = root.keys[0] if root.keys else Scalar("", root.start, root.start, True)
            # A misspelt `claim` is reported as such by the words below.
            if not tree.mended and not any(self._is_typo(name) for name in found):
                self._at(codes.NO_THESIS, key)
        todo: list[tuple[Node, str | Stance, object]] = []
        for key, value in zip(root.keys, root.values, strict=True):
            name = key.text
            word = words.MAP.get(name)
            if word is None:
                self._read.unknown(root, key, value, words.MAP, "the map")
            elif name in words.CLAIM:
                if thesis is None and tree.mended:
                    pass  # the word `claim` may have been lost
                elif thesis is None:
                    self._at(codes.MISPLACED_WORD, key, word=name, place="a map without `claim`",
                             home="an item of `claims`")  # fmt: skip
                else:
                    self._claim_word(thesis, word, key, value, todo)
            elif name in ("claims", "shared"):
                todo += self._items(key, value, THESIS if name == "claims" else SHARED, None)
            elif name == "sources":
                self.sources = read_sources(self._read, value)
            elif name == "people":
                self.people = read_people(self._read, value)
            else:
                self.fields[name] = self._read.read(word, value)
        if thesis is not None and thesis.text:
            self.claims.append(thesis)
        self._tasks = todo[::-1]

    def _is_typo(self, name: str) -> bool:
        from argmap.diagnostics import closest

        return name not in words.MAP and closest(name, ["claim", "claims"]) != ""

    def _at(self, code: codes.Code, key: Scalar, **details: object) -> None:
        self.faults.append(code.at(Span(key.start, key.end), **details))

    def _claim_word(
        self, claim: DraftClaim, word: Word, key: Scalar, value: Node,
        todo: list[tuple[Node, str | Stance, object]],
    ) -> None:  # fmt: skip
        holds = word.holds
        if holds is Holds.ITEMS:
            todo += self._items(key, value, _STANCES[word.name], claim)
        elif holds is Holds.IDS:
            if type(value) is Scalar and not value.text.strip():
                self._read.read(word, value)
            else:
                others = self._read.scalars(value) or ()
                self.exclusions += ((claim, other) for other in others)
        else:
            read = self._read.read(word, value)
            if holds is Holds.CLAIM:
                claim.text = read or ""  # type: ignore[assignment]
            elif holds is Holds.ID:
                claim.id = read or ""  # type: ignore[assignment]
            elif read is not None:
                claim.fields[word.name] = read

    def _items(
        self, key: Scalar, value: Node, role: str | Stance, owner: object
    ) -> list[tuple[Node, str | Stance, object]]:
        """The tasks for a list of items, or for one alone."""
        if type(value) is Scalar and value.plain and not value.text:
            self.empty_blocks.append(key)
            return []
        if type(value) is not Sequence:
            return [(value, role, owner)]
        if not value.items:
            self.empty_blocks.append(key)
        prose = [item for item in value.items if type(item) is Scalar and item.plain]
        if value.flow and len(value.items) > 1 and any(" " in item.text for item in prose):
            self.faults.append(syntax_codes.SPLIT_BY_COMMA.at(Span(value.start, value.end)))
        return [(item, role, owner) for item in value.items]

    def _item(self, node: Node, role: str | Stance, owner: object) -> None:
        if type(node) is Scalar:
            text = node.text.strip()
            if text:
                self._place(DraftClaim(node, text), node, role, owner)
            else:
                self._read.empty_item(node)
        elif type(node) is Sequence:
            self._read.wrong(node, "a claim")
        else:
            self._block(node, role, owner)  # type: ignore[arg-type]

    def _block(self, node: Mapping, role: str | Stance, owner: object) -> None:
        found = {key.text: key for key in reversed(node.keys)}
        forms = [form for form in _FORMS if form in found]
        if not forms:
            self._formless(node, role)
            return
        if len(forms) > 1:
            later = max((found[form] for form in forms), key=lambda key: key.start)
            other = next(form for form in forms if form != later.text)
            self._at(codes.MIXED_ITEM, later, word=later.text, other=other)
            return
        form = forms[0]
        if form == "claim":
            self._claim(node, role, owner)
        elif form == "premises":
            self._linked(node, found["premises"], role, owner)
        else:
            self._ref(node, found["ref"], role, owner)

    def _formless(self, node: Mapping, role: str | Stance) -> None:
        """An item without `claim`, `premises` or `ref`: a typing error, or prose with a colon."""
        key = node.keys[0] if node.keys else Scalar("", node.start, node.start + 1, True)
        known = [k for k in node.keys if k.text in words.ITEM]
        if known or not node.keys:
            unknown = [k for k in node.keys if k.text not in words.ITEM]
            if not unknown:
                self._at(codes.NOT_AN_ITEM, key)
            for other, value in zip(node.keys, node.values, strict=True):
                if other in unknown:
                    self._read.unknown(node, other, value, words.ITEM, "an item")
        else:
            # More likely a sentence with a colon than a misspelt detail of a claim that is not there.
            table = {word: words.ITEM["claim"] for word in _FORMS}
            self._read.unknown(node, key, node.values[0], table, "an item")

    def _claim(self, node: Mapping, role: str | Stance, owner: object) -> None:
        claim = DraftClaim(node, "")
        argument = self._place(claim, node, role, owner)
        todo: list[tuple[Node, str | Stance, object]] = []
        table = words.ITEM if argument else words.CLAIM
        for key, value in zip(node.keys, node.values, strict=True):
            word = table.get(key.text)
            if word is None:
                place = f"a {role}" if role == PREMISE else "a claim"
                self._read.unknown(node, key, value, table, place)
            elif word.holds is Holds.STEP:
                assert argument is not None
                self._step(argument, value, todo)
            else:
                self._claim_word(claim, word, key, value, todo)
        self._tasks += todo[::-1]

    def _linked(self, node: Mapping, form: Scalar, role: str | Stance, owner: object) -> None:
        if not isinstance(role, Stance):
            if role == PREMISE:
                self._at(codes.NESTED_PREMISES, form)
            else:
                self._at(codes.MISPLACED_WORD, form, word="premises", place=f"`{role}`",
                         home="an item under `reasons` or `counterpoints`")  # fmt: skip
            return
        argument = self._argue(node, role, owner)
        todo: list[tuple[Node, str | Stance, object]] = []
        for key, value in zip(node.keys, node.values, strict=True):
            if key.text == "premises":
                premises = self._items(key, value, PREMISE, argument)
                todo += premises
                if len(premises) == 1:
                    self.lone_premises.append(key)
                elif not premises:
                    self._read.read(_PREMISES, Scalar("", value.start, value.end, True))
            elif key.text == "step":
                self._step(argument, value, todo)
            elif key.text in words.CLAIM:
                self._at(codes.BESIDE_PREMISES, key, word=key.text)
            else:
                self._read.unknown(node, key, value, words.LINKED, "a block of premises")
        self._tasks += todo[::-1]

    def _ref(self, node: Mapping, form: Scalar, role: str | Stance, owner: object) -> None:
        if role in (THESIS, SHARED):
            self._at(codes.REF_HERE, form, word="claims" if role == THESIS else "shared")
            return
        value = node.get("ref")
        if type(value) is not Scalar or not value.text.strip():
            self._read.read(Word("ref", Holds.TEXT, ""), value)  # type: ignore[arg-type]
            return
        todo: list[tuple[Node, str | Stance, object]] = []
        if isinstance(role, Stance):
            argument = self._argue(node, role, owner)
            argument.premises.append(value)
        else:
            owner.premises.append(value)  # type: ignore[attr-defined]
        for key, other in zip(node.keys, node.values, strict=True):
            if key.text == "step" and isinstance(role, Stance):
                self._step(argument, other, todo)
            elif key.text in words.ITEM:
                self._at(codes.REF_CARRIES, key, word=key.text)
            elif key.text != "ref":
                self._read.unknown(node, key, other, words.REF, "a reference")
        self._tasks += todo[::-1]

    def _step(
        self, argument: DraftArgument, node: Node, todo: list[tuple[Node, str | Stance, object]]
    ) -> None:
        if type(node) is not Mapping:
            if type(node) is Scalar and not node.text:
                self.faults.append(codes.EMPTY_VALUE.at(Span(node.start, node.end), word="step"))
            else:
                self._read.wrong(node, "a block with words such as `scheme` or `counterpoints`")
            return
        argument.step = node
        for key, value in zip(node.keys, node.values, strict=True):
            word = words.STEP.get(key.text)
            if word is None:
                self._read.unknown(node, key, value, words.STEP, "a step")
            elif word.holds is Holds.ITEMS:
                todo += self._items(key, value, _STANCES[word.name], argument)
            else:
                read = self._read.read(word, value)
                if word.holds is Holds.ID:
                    argument.id = read or ""  # type: ignore[assignment]
                elif read is not None:
                    argument.fields[word.name] = read

    def _argue(self, node: Node, stance: Stance, target: object) -> DraftArgument:
        argument = DraftArgument(node, stance, target)  # type: ignore[arg-type]
        self.arguments.append(argument)
        return argument

    def _place(
        self, claim: DraftClaim, node: Node, role: str | Stance, owner: object
    ) -> DraftArgument | None:
        """Gives a claim its place: the argument that it makes on its own, if it makes one."""
        self.claims.append(claim)
        if isinstance(role, Stance):
            argument = self._argue(node, role, owner)
            argument.premises.append(claim)
            return argument
        if role == PREMISE:
            owner.premises.append(claim)  # type: ignore[attr-defined]
        elif role == THESIS:
            self.theses.append(claim)
        else:
            self.shared.append(claim)
        return None


def _has_items(value: Node | None) -> bool:
    if type(value) is Sequence:
        return bool(value.items)
    return type(value) is not Scalar or bool(value.text.strip())
