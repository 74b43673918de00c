"""Syntax tree to draft: which claim is whose reason, and every word in its place.

There is no recursion: nesting is the writer's, and as deep as the writer likes. What is nested in
a block waits as a task, and tasks are done in the order of the text.
"""

from typing import Any, TypeAlias

from argmap.diagnostics import Code, Span
from argmap.model import Stance
from argmap.yaml import shape_codes as codes
from argmap.yaml import syntax_codes, words
from argmap.yaml.draft import Draft, DraftArgument, DraftClaim
from argmap.yaml.entries import read_people, read_sources
from argmap.yaml.fields import Fields, meant
from argmap.yaml.syntax import Mapping, Node, Scalar, Sequence, Tree
from argmap.yaml.words import Holds, Word

#: An item to read. With a stance it is an argument for or against its home, a claim or a step;
#: without one it joins its home, a list: the premises of an argument, the theses, what is shared.
_Task: TypeAlias = tuple[Node, Stance | None, Any]

_STANCES = {"reasons": Stance.FOR, "counterpoints": Stance.AGAINST}
_FORMS = {word: words.ITEM["claim"] for word in ("claim", "premises", "ref")}
_UNDER_STANCE = "an item under `reasons` or `counterpoints`"
# Looked up for every word of every map.
_CLAIM, _ID, _IDS, _ITEMS, _STEP = Holds.CLAIM, Holds.ID, Holds.IDS, Holds.ITEMS, Holds.STEP


def read_nesting(tree: Tree) -> Draft:
    """All that the nesting of a tree says."""
    nesting = _Nesting(tree)
    if tree.root is not None:
        nesting.read(tree.root)
    return nesting.draft


class _Nesting:
    def __init__(self, tree: Tree) -> None:
        self.tree, self.draft = tree, Draft()
        self.values = Fields(self.draft.faults, tree.source.text)
        self.shared: list[DraftClaim] = []
        self.tasks: list[_Task] = []  # the next one last

    def read(self, root: Node) -> None:
        tasks = self.tasks
        self._top(root)
        tasks.reverse()
        while tasks:
            node, stance, home = tasks.pop()
            mark = len(tasks)
            self._item(node, stance, home)
            if len(tasks) > mark + 1:
                tasks[mark:] = tasks[mark:][::-1]

    def _top(self, root: Node) -> None:
        draft, values = self.draft, self.values
        if type(root) is not Mapping:
            what = "a list" if type(root) is Sequence else "a text"
            values.fault(codes.NOT_A_MAP, root, what=what)
            return
        thesis = self._thesis(root)
        for key, value in zip(root.keys, root.values, strict=True):
            word = words.MAP.get(key.text) or values.unknown(root, key, value, words.MAP, "the map")
            name = word.name if word else ""
            if word is None:
                pass
            elif name in words.CLAIM:
                if thesis is not None:
                    self._claim_word(thesis, word, key, value)
                elif not self.tree.mended:  # or else `claim:` may be what could not be read
                    self._at(codes.MISPLACED_WORD, key, word=name, place="a map without `claim`",
                             home="an item of `claims`")  # fmt: skip
            elif name == "claims":
                self._items(key, value, None, draft.theses)
            elif name == "shared":
                self._items(key, value, None, self.shared)
            elif name == "sources":
                draft.sources = read_sources(values, value)
            elif name == "people":
                draft.people = read_people(values, value)
            else:
                draft.fields[name] = values.read(word, value)

    def _thesis(self, root: Mapping) -> DraftClaim | None:
        """The thesis, if the map is written with `claim`; whether it has one at all."""
        found = {key.text: key for key in reversed(root.keys)}
        for key in root.keys:
            if key.text not in words.MAP:
                found.setdefault(meant(key.text, words.MAP), key)  # its spelling is told elsewhere
        if "claim" in found:
            if "claims" in found:
                self._at(codes.TWO_FORMS, found["claims"])
            thesis = DraftClaim(root, "")
            self.draft.claims.append(thesis)
            self.draft.theses.append(thesis)
            return thesis
        claims = found.get("claims")
        if not self.tree.mended and (claims is None or not _has_items(root.get(claims.text))):
            key = claims or next(iter(root.keys), Scalar("", root.start, root.start, True))
            self._at(codes.NO_THESIS, key)
        return None

    def _items(self, key: Scalar, value: Node, stance: Stance | None, home: object) -> int:
        """Sets a list of items, or one alone, as tasks; how many there are."""
        if type(value) is not Sequence:
            if type(value) is Scalar and value.plain and not value.text:
                self.draft.empty_blocks.append(key)
                return 0
            self.tasks.append((value, stance, home))
            return 1
        if not value.items:
            self.draft.empty_blocks.append(key)
        elif value.flow and any(map(_is_split, value.items, value.items[1:])):
            span = Span(value.start, value.end)
            self.draft.faults.append(syntax_codes.SPLIT_BY_COMMA.at(span))
        self.tasks += [(item, stance, home) for item in value.items]
        return len(value.items)

    def _item(self, node: Node, stance: Stance | None, home: Any) -> None:
        if type(node) is Scalar:
            text = node.text.strip()
            if text:
                self._place(DraftClaim(node, text), node, stance, home)
            else:
                self.values.empty_item(node)
        elif type(node) is Sequence:
            self.values.wrong(node, "a claim")
        else:
            self._block(node, stance, home)  # type: ignore[arg-type]

    def _block(self, node: Mapping, stance: Stance | None, home: Any) -> None:
        forms = [key for key in node.keys if key.text in _FORMS]
        if len({key.text for key in forms}) > 1:
            other = next(key for key in forms if key.text != forms[-1].text)
            self._at(codes.MIXED_ITEM, forms[-1], word=forms[-1].text, other=other.text)
            return
        key = forms[0] if forms else self._form_meant(node)
        form = key and (key.text if key.text in _FORMS else meant(key.text, _FORMS))
        if key is None:
            self._formless(node)
        elif form == "claim":
            self._claim(node, stance, home)
        elif form == "premises":
            self._linked(node, key, stance, home)
        else:
            self._ref(node, key, stance, home)

    def _form_meant(self, node: Mapping) -> Scalar | None:
        """The misspelt word that says what an item is; the reader of its words will tell so."""
        strange = (key for key in node.keys if key.text not in words.ITEM)
        return next((key for key in strange if meant(key.text, _FORMS)), None)

    def _formless(self, node: Mapping) -> None:
        """An item without `claim`, `premises` or `ref`: a typing error, or prose with a colon."""
        key = node.keys[0] if node.keys else Scalar("", node.start, node.start + 1, True)
        known = [other for other in node.keys if other.text in words.ITEM]
        if len(known) == len(node.keys):
            self._at(codes.NOT_AN_ITEM, key)
        elif not known:
            # Likelier a sentence with a colon than a misspelt detail of a claim that is not there.
            self.values.unknown(node, key, node.values[0], _FORMS, "an item")
        for other, value in zip(node.keys, node.values, strict=True):
            if known and other.text not in words.ITEM:
                self.values.unknown(node, other, value, words.ITEM, "an item")

    def _claim(self, node: Mapping, stance: Stance | None, home: Any) -> None:
        claim = DraftClaim(node, "")
        argument = self._place(claim, node, stance, home)
        table = words.ITEM if argument else words.CLAIM
        for key, value in zip(node.keys, node.values, strict=True):
            word = table.get(key.text) or self._not_of_a_claim(node, key, value, table, home)
            if word is None:
                pass
            elif word.holds is _STEP:
                self._step(argument, value)  # type: ignore[arg-type]
            else:
                self._claim_word(claim, word, key, value)

    def _claim_word(self, claim: DraftClaim, word: Word, key: Scalar, value: Node) -> None:
        holds = word.holds
        if holds is _ITEMS:
            self._items(key, value, _STANCES[word.name], claim)
        elif holds is _IDS:
            if type(value) is Scalar and not value.text.strip():
                self.values.read(word, value)  # reports it
                return
            others = self.values.scalars(value) or ()
            self.draft.exclusions += [(claim, other) for other in others]
        else:
            read: Any = self.values.read(word, value)
            if read is None:
                pass
            elif holds is _CLAIM:
                claim.text = read
            elif holds is _ID:
                claim.id = read
            else:
                claim.fields[word.name] = read

    def _not_of_a_claim(
        self, node: Mapping, key: Scalar, value: Node, table: dict[str, Word], home: Any
    ) -> Word | None:
        if key.text != "step" or not self._is_premises(home):
            return self.values.unknown(node, key, value, table, "a claim")
        self._at(codes.MISPLACED_WORD, key, word="step", place="a premise",
                 home="the block beside `premises`, which take the step together")  # fmt: skip
        return None

    def _linked(self, node: Mapping, form: Scalar, stance: Stance | None, home: Any) -> None:
        if stance is None:
            if self._is_premises(home):
                self._at(codes.NESTED_PREMISES, form)
            else:
                place = f"`{self._word_of(home)}`"
                self._at(codes.MISPLACED_WORD, form, word="premises", place=place, home=_UNDER_STANCE)
            return
        argument = self._argue(node, stance, home)
        for key, value in zip(node.keys, node.values, strict=True):
            word = words.LINKED.get(key.text)
            if word is None and key.text in words.CLAIM:
                self._at(codes.BESIDE_PREMISES, key, word=key.text)
                continue
            word = word or self.values.unknown(node, key, value, words.LINKED, "a block of premises")
            if word is None:
                pass
            elif word.holds is _STEP:
                self._step(argument, value)
            else:
                count = self._items(key, value, None, argument.premises)
                if count == 0:
                    self._at(codes.EMPTY_VALUE, Scalar("", value.start, value.end, True), word="premises")
                elif count == 1:
                    self.draft.lone_premises.append(key)

    def _ref(self, node: Mapping, form: Scalar, stance: Stance | None, home: Any) -> None:
        if stance is None and not self._is_premises(home):
            self._at(codes.REF_HERE, form, word=self._word_of(home))
            return
        argument = self._argue(node, stance, home) if stance is not None else None
        for key, value in zip(node.keys, node.values, strict=True):
            if key.text == "step" and not argument:
                self._not_of_a_claim(node, key, value, words.REF, home)
                continue
            if key.text in words.CLAIM:
                self._at(codes.REF_CARRIES, key, word=key.text)
                continue
            word = words.REF.get(key.text)
            word = word or self.values.unknown(node, key, value, words.REF, "a reference")
            if word is None:
                pass
            elif word.holds is _STEP:
                self._step(argument, value)  # type: ignore[arg-type]
            else:
                if self.values.read(words.REF["ref"], value) is not None:
                    (argument.premises if argument else home).append(value)  # type: ignore[arg-type]

    def _step(self, argument: DraftArgument, node: Node) -> None:
        if type(node) is not Mapping:
            if type(node) is Scalar and not node.text.strip():
                self._at(codes.EMPTY_VALUE, node, word="step")
            else:
                self.values.wrong(node, "a block with words such as `scheme` or `counterpoints`")
            return
        argument.step = node
        for key, value in zip(node.keys, node.values, strict=True):
            word = words.STEP.get(key.text)
            word = word or self.values.unknown(node, key, value, words.STEP, "a step")
            if word is None:
                pass
            elif word.holds is _ITEMS:
                self._items(key, value, _STANCES[word.name], argument)
            else:
                read: Any = self.values.read(word, value)
                if word.holds is _ID:
                    argument.id = read or ""
                elif read is not None:
                    argument.fields[word.name] = read

    def _argue(self, node: Node, stance: Stance, target: Any) -> DraftArgument:
        argument = DraftArgument(node, stance, target)
        self.draft.arguments.append(argument)
        return argument

    def _place(
        self, claim: DraftClaim, node: Node, stance: Stance | None, home: Any
    ) -> DraftArgument | None:
        """Gives a claim its place: the argument that it makes on its own, if it makes one."""
        self.draft.claims.append(claim)
        if stance is None:
            home.append(claim)
            return None
        argument = self._argue(node, stance, home)
        argument.premises.append(claim)
        return argument

    def _is_premises(self, home: Any) -> bool:
        return type(home) is list and home is not self.draft.theses and home is not self.shared

    def _word_of(self, home: Any) -> str:
        return "claims" if home is self.draft.theses else "shared"

    def _at(self, code: Code, key: Scalar, **details: str) -> None:
        self.draft.faults.append(code.at(Span(key.start, key.end), **details))


def _has_items(value: Node | None) -> bool:
    if value is None or type(value) is Scalar:
        return value is not None and bool(value.text.strip())
    return type(value) is Mapping or bool(value.items)  # type: ignore[union-attr]


def _is_split(one: Node, other: Node) -> bool:
    """Whether a comma between two items may have been one of a sentence."""
    if type(one) is not Scalar or type(other) is not Scalar:
        return False
    return one.plain and other.plain and (" " in one.text or " " in other.text)
