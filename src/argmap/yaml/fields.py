"""Values behind words: one reader for each sort of value, each reporting its own faults."""

import re
from collections.abc import Callable, Iterator

from argmap.diagnostics import Code, Diagnostic, Span, closest, did_you_mean
from argmap.model import Citation
from argmap.model.graph import Extra
from argmap.model.ids import bad_character, nfc
from argmap.yaml import shape_codes, syntax_codes, words
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence
from argmap.yaml.words import Holds, Word

_SHARE = re.compile(r"\+?(?:0|[0-9]*\.[0-9]+|[0-9]+\.?)(?:[eE][-+]?[0-9]{1,3})?")
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_EXTRA_DEPTH = 20
_ENOUGH = 1000  # faults of one text; who has more of them has one mistake many times
_EXPLICIT = re.compile(r"\?[ \t]+\Z")  # YAML's sign for a key, a question mark to everybody else
_TEXT, _CLAIM = Holds.TEXT, Holds.CLAIM
_NAMES = {Scalar: "a text", Sequence: "a list", Mapping: "a block of words"}


class Fields:
    """Reads values; `faults` collects what is wrong with them.

    `places` are the tables of the language that is read, with the names of where their words stand.
    """

    def __init__(
        self,
        faults: list[Diagnostic],
        text: str,
        places: tuple[tuple[str, dict[str, Word]], ...] = words.PLACES,
    ) -> None:
        self.faults, self._text, self._places = faults, text, places
        self.readers: dict[Holds, Callable[[Word, Node], object]] = {
            Holds.TEXT: self.text,
            Holds.CLAIM: self.text,
            Holds.TEXTS: self.texts,
            Holds.ID: self.id,
            Holds.IDS: self.text,
            Holds.CHOICE: self.choice,
            Holds.SHARE: self.share,
            Holds.TRUTH: self.truth,
            Holds.CITES: self.cites,
        }

    def fault(self, code: Code, node: Node, *, mend: str = "", **details: object) -> None:
        """Reports `code` at a node: at all of a text, at the first sign of anything longer."""
        end = node.end if type(node) is Scalar else node.start + 1
        self.faults.append(code.at(Span(node.start, end), mend=mend, **details))

    def read(self, word: Word, value: Node) -> object:
        """The value of a word that holds no claims; None where it is faulty."""
        holds = word.holds
        if type(value) is Scalar:
            text = value.text.strip()
            if not text:
                span = Span(value.start, value.end)
                self.faults.append(shape_codes.EMPTY_VALUE.at(span, word=word.name))
                return None
            if holds is _TEXT or holds is _CLAIM:
                return text
        return self.readers[holds](word, value)

    def wrong(self, value: Node, wanted: str) -> None:
        self.fault(shape_codes.WRONG_TYPE, value, what=_NAMES[type(value)], wanted=wanted)

    def text(self, word: Word, value: Node) -> str | None:
        if type(value) is Scalar:
            return value.text.strip()
        self.wrong(value, "a text")
        return None

    def texts(self, word: Word, value: Node) -> tuple[str, ...] | None:
        scalars = self.scalars(value)
        return None if scalars is None else tuple(scalar.text.strip() for scalar in scalars)

    def scalars(self, value: Node) -> list[Scalar] | None:
        """Texts, or one alone, as nodes."""
        if type(value) is Scalar:
            return [value]
        if type(value) is Mapping:
            self.wrong(value, "a text or a list of texts")
            return None
        found: list[Scalar] = []
        for item in value.items:  # type: ignore[union-attr]
            if type(item) is not Scalar:
                self.wrong(item, "a text")
            elif not item.text.strip():
                self.empty_item(item)
            else:
                found.append(item)
        return found

    def empty_item(self, item: Scalar) -> None:
        # An empty item has no width of its own; its dash stands just before it.
        self.faults.append(shape_codes.EMPTY_ITEM.at(Span(max(item.start - 1, 0), item.end)))

    def id(self, word: Word, value: Node) -> str | None:
        text = self.text(word, value)
        if text is None:
            return None
        char = bad_character(text)
        if char:
            shown = "a space" if char == " " else f"`{char}`"
            self.fault(shape_codes.BAD_ID, value, value=text, char=shown)
            return None
        return nfc(text)

    def choice(self, word: Word, value: Node) -> str | None:
        text = self.text(word, value)
        if text is None or text in word.choices:
            return text
        self.fault(
            shape_codes.NOT_A_CHOICE, value, mend=did_you_mean(text, word.choices),
            value=text, word=word.name, choices=", ".join(word.choices),
        )  # fmt: skip
        return None

    def share(self, word: Word, value: Node) -> float | None:
        text = self.text(word, value)
        if text is None:
            return None
        number = float(text) if _SHARE.fullmatch(text) else -1.0
        if 0 <= number <= 1:
            return number
        number_meant = _share_meant(text)
        mend = f"write {number_meant}" if number_meant else ""
        self.fault(shape_codes.OUT_OF_RANGE, value, mend=mend, value=text, word=word.name)
        return None

    def truth(self, word: Word, value: Node) -> bool | None:
        text = self.text(word, value)
        if text is None or text in _TRUTH:
            return None if text is None else _TRUTH[text]
        self.fault(shape_codes.NOT_A_TRUTH, value, value=text, word=word.name)
        return None

    def cites(self, word: Word, value: Node) -> tuple[Citation, ...] | None:
        found = []
        for item in value.items if type(value) is Sequence else [value]:
            citation = self._citation(item)
            if citation is not None:
                found.append(citation)
        return tuple(found)

    def _citation(self, item: Node) -> Citation | None:
        if type(item) is Scalar:
            if item.text.strip():
                return Citation(nfc(item.text.strip()))
            self.empty_item(item)
            return None
        if type(item) is Sequence:
            self.wrong(item, "a source or a block with `source`, `quote`, `at`")
            return None
        values = self.block(item, words.CITE, "a citation")  # type: ignore[arg-type]
        return Citation(nfc(values.pop("source", "")), **values)

    def block(self, node: Mapping, table: dict[str, Word], place: str) -> dict[str, str]:
        """The values of a block that has simple words only."""
        values: dict[str, str] = {}
        for word, _, value in self.words(node, table, place):
            read = self.read(word, value)
            if isinstance(read, str):
                values[word.name] = read
        return values

    def words(
        self, node: Mapping, table: dict[str, Word], place: str
    ) -> Iterator[tuple[Word, Scalar, Node]]:
        """The words of a block with their keys and values. Reports those that `table` does not
        have; where it is clear which one was meant, it is read on as that one."""
        for key, value in zip(node.keys, node.values, strict=True):
            word = table.get(key.text) or self.unknown(node, key, value, table, place)
            if word is not None:
                yield word, key, value

    def unknown(
        self, node: Mapping, key: Scalar, value: Node, table: dict[str, Word], place: str
    ) -> Word | None:
        """Reports a word that `table` does not have; the one that was meant, if one was."""
        if self.is_split(node, key, value):
            self.faults.append(syntax_codes.SPLIT_BY_COMMA.at(Span(key.start, key.end)))
            return None
        if key.text in ("", "<<") or len(self.faults) > _ENOUGH:
            return None  # the syntax has said what is wrong with it, or enough has been said
        home = self._home(key.text)
        if home:
            self.fault(
                shape_codes.MISPLACED_WORD, key, word=key.text, place=place, home=home
            )  # fmt: skip
            return None
        explicit = _EXPLICIT.search(self._text, max(0, key.start - 20), key.start)
        if explicit:
            self.faults.append(syntax_codes.COMPLEX_KEY.at(Span(explicit.start(), key.end)))
            return None
        near = meant(key.text, table)
        mend = f"did you mean `{near}`?" if near else ""
        if not mend and len(table) < 6 and " " not in key.text:
            quotes = (
                "" if node.flow else ", or put the text in double quotes if the colon belongs to it"
            )
            mend = f"write one of: {', '.join(table)}{quotes}"
        self.fault(shape_codes.UNKNOWN_WORD, key, word=key.text, place=place, mend=mend)
        return table.get(near)

    def _home(self, name: str) -> str:
        """Where a word of the language may stand, for those who put it elsewhere."""
        found = [place for place, table in self._places if name in table]
        if "a claim" in found:
            found.remove("the top of the map")
        return " or ".join(found)

    def is_split(self, node: Mapping, key: Scalar, value: Node) -> bool:
        """Whether a word in braces is the rest of a text, with no colon behind it."""
        if not node.flow or type(value) is not Scalar or value.start < value.end:
            return False
        return ":" not in self._text[key.end : value.end + 1]

    def extra(self, node: Node, depth: int = 0) -> Extra:
        """A value of the user's own: texts, nested at will within reason."""
        if depth > _EXTRA_DEPTH:
            self.fault(syntax_codes.TOO_DEEP, node, limit=_EXTRA_DEPTH)
            return ""
        if type(node) is Scalar:
            return node.text.strip()
        if type(node) is Sequence:
            return [self.extra(item, depth + 1) for item in node.items]
        assert type(node) is Mapping
        return {
            key.text: self.extra(value, depth + 1)
            for key, value in zip(node.keys, node.values, strict=True)
        }


def meant(name: str, table: dict[str, Word]) -> str:
    """The word of `table` that is written as `name` by mistake or by habit, or nothing."""
    synonym = words.SYNONYMS.get(name.casefold(), "")
    return synonym if synonym in table else closest(name, tuple(table))


def _share_meant(text: str) -> str:
    """The share that a percentage or a decimal comma was meant to be, or nothing."""
    found = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))?\s*(%?)", text)
    if not found:
        return ""
    number = float(f"{found[1]}.{found[2] or 0}") / (100 if found[3] else 1)
    return f"{number:.6f}".rstrip("0").rstrip(".") if 0 <= number <= 1 else ""
