"""Items: claims, linked premises and references, with all that is nested under them.

There is no recursion: nesting is the writer's, and as deep as the writer likes. What is nested in
a block waits as a task, and tasks are done in the order of the text.
"""

from typing import Any, TypeAlias

from argmap.diagnostics import Code, Span
from argmap.model import Stance
from argmap.yaml import shape_codes as codes
from argmap.yaml import syntax_codes, words
from argmap.yaml.draft import Draft, DraftArgument, DraftClaim
from argmap.yaml.fields import Fields, meant
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence
from argmap.yaml.words import Holds, Word

#: An item to read. With a stance it is an argument for or against its home, a claim or a step;
#: without one it joins its home, a list: the premises of an argument, the theses, what is shared.
_Task: TypeAlias = tuple[Node, Stance | None, Any]

_STANCES = {"reasons": Stance.FOR, "counterpoints": Stance.AGAINST}
_FORMS = {"claim": words.ITEM["claim"], **words.LINKED, **words.REF}
del _FORMS["step"]
# Words that people write beside these forms, and that belong elsewhere.
_BESIDE_PREMISES = {**words.CLAIM, **words.LINKED}
_BESIDE_REF = {**words.CLAIM, **words.REF}
_UNDER_STANCE = "an item under `reasons` or `counterpoints`"
# Looked up for every word of every map.
_CLAIM, _ID, _IDS, _ITEMS, _STEP = Holds.CLAIM, Holds.ID, Holds.IDS, Holds.ITEMS, Holds.STEP


class Items:
    """Reads items into a draft; `values` reads the values of their words."""

    def __init__(self, draft: Draft, values: Fields) -> None:
        self.draft, self.values = draft, values
        self.shared: list[DraftClaim] = []
        self._tasks: list[_Task] = []  # the next one last

    def read(self) -> None:
        """Reads what was added, and what is nested in it."""
        tasks = self._tasks
        tasks.reverse()
        while tasks:
            node, stance, home = tasks.pop()
            mark = len(tasks)
            self._item(node, stance, home)
            if len(tasks) > mark + 1:
                tasks[mark:] = tasks[mark:][::-1]

    def add(self, key: Scalar, value: Node, stance: Stance | None, home: object) -> int:
        """Adds a list of items, or one alone; how many there are."""
        if type(value) is not Sequence:
            if type(value) is Scalar and value.plain and not value.text:
                self.draft.empty_blocks.append(key)
                return 0
            self._tasks.append((value, stance, home))
            return 1
        if not value.items:
            self.draft.empty_blocks.append(key)
        elif value.flow and any(map(_is_split, value.items, value.items[1:])):
            span = Span(value.start, value.end)
            self.draft.faults.append(syntax_codes.SPLIT_BY_COMMA.at(span))
        self._tasks += [(item, stance, home) for item in value.items]
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
        form, key = (forms[0].text, forms[0]) if forms else self._form_meant(node)
        if form == "claim":
            self._claim(node, stance, home)
        elif form == "premises":
            self._linked(node, key, stance, home)
        elif form == "ref":
            self._ref(node, key, stance, home)
        else:
            self._formless(node)

    def _form_meant(self, node: Mapping) -> tuple[str, Scalar]:
        """What sort of item a block was meant to be, by a misspelt word of it, or nothing."""
        for key in node.keys:
            form = "" if key.text in words.ITEM else meant(key.text, _FORMS)
            if form:
                return form, key  # its spelling is told when the words are read
        return "", Scalar("", node.start, node.start + 1, True)

    def _formless(self, node: Mapping) -> None:
        """An item without `claim`, `premises` or `ref`: a typing error, or prose with a colon."""
        strange = [key for key in node.keys if key.text not in words.ITEM]
        if not strange:
            key = next(iter(node.keys), Scalar("", node.start, node.start + 1, True))
            self._at(codes.NOT_AN_ITEM, key)
        elif len(strange) == len(node.keys):
            # Likelier a sentence with a colon than a misspelt detail of a claim that is not there.
            self.values.unknown(node, node.keys[0], node.values[0], _FORMS, "an item")
        else:
            for _ in self.values.words(node, words.ITEM, "an item"):
                pass  # only what is unknown is told

    def _claim(self, node: Mapping, stance: Stance | None, home: Any) -> None:
        claim = DraftClaim(node, "")
        argument = self._place(claim, node, stance, home)
        for word, key, value in self.values.words(node, words.ITEM, "a claim"):
            if word.holds is not _STEP:
                self.claim_word(claim, word, key, value)
            elif argument is not None:
                self._step(argument, value)
            else:
                self._stepless(key, home)

    def claim_word(self, claim: DraftClaim, word: Word, key: Scalar, value: Node) -> None:
        """Reads one word of a claim."""
        holds = word.holds
        if holds is _ITEMS:
            self.add(key, value, _STANCES[word.name], claim)
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

    def _linked(self, node: Mapping, form: Scalar, stance: Stance | None, home: Any) -> None:
        if stance is None:
            if self._is_premises(home):
                self._at(codes.NESTED_PREMISES, form)
            else:
                self._misplaced("premises", form, f"`{self._word_of(home)}`", _UNDER_STANCE)
            return
        argument = self._argue(node, stance, home)
        for word, key, value in self.values.words(node, _BESIDE_PREMISES, "a block of premises"):
            if word.name == "premises":
                count = self.add(key, value, None, argument.premises)
                if count == 0:
                    at = Scalar("", value.start, value.end, True)
                    self._at(codes.EMPTY_VALUE, at, word="premises")
                elif count == 1:
                    self.draft.lone_premises.append(key)
            elif word.holds is _STEP:
                self._step(argument, value)
            else:
                self._at(codes.BESIDE_PREMISES, key, word=word.name)

    def _ref(self, node: Mapping, form: Scalar, stance: Stance | None, home: Any) -> None:
        premises = home
        argument = None
        if stance is not None:
            argument = self._argue(node, stance, home)
            premises = argument.premises
        elif not self._is_premises(home):
            self._at(codes.REF_HERE, form, word=self._word_of(home))
            return
        for word, key, value in self.values.words(node, _BESIDE_REF, "a reference"):
            if word.name == "ref":
                if self.values.read(word, value) is not None:
                    premises.append(value)
            elif word.holds is not _STEP:
                self._at(codes.REF_CARRIES, key, word=word.name)
            elif argument is not None:
                self._step(argument, value)
            else:
                self._stepless(key, home)

    def _step(self, argument: DraftArgument, node: Node) -> None:
        if type(node) is not Mapping:
            if type(node) is Scalar and not node.text.strip():
                self._at(codes.EMPTY_VALUE, node, word="step")
            else:
                self.values.wrong(node, "a block with words such as `scheme` or `counterpoints`")
            return
        argument.step = node
        for word, key, value in self.values.words(node, words.STEP, "a step"):
            if word.holds is _ITEMS:
                self.add(key, value, _STANCES[word.name], argument)
            else:
                read: Any = self.values.read(word, value)
                if word.holds is _ID:
                    argument.id = read or ""
                elif read is not None:
                    argument.fields[word.name] = read

    def _stepless(self, key: Scalar, home: Any) -> None:
        """A step at what takes none."""
        if self._is_premises(home):
            beside = "the block beside `premises`, which take the step together"
            self._misplaced("step", key, "a premise", beside)
        else:
            self._misplaced("step", key, f"`{self._word_of(home)}`", _UNDER_STANCE)

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

    def _misplaced(self, word: str, key: Scalar, place: str, home: str) -> None:
        self._at(codes.MISPLACED_WORD, key, word=word, place=place, home=home)

    def _at(self, code: Code, key: Scalar, **details: str) -> None:
        self.draft.faults.append(code.at(Span(key.start, key.end), **details))


def _is_split(one: Node, other: Node) -> bool:
    """Whether a comma between two items may have been one of a sentence."""
    if type(one) is not Scalar or type(other) is not Scalar:
        return False
    return one.plain and other.plain and (" " in one.text or " " in other.text)
