"""What layers and codebooks have beside the values of maps: counts, numbers, a version on top."""

import re
from collections.abc import Container

from argmap.annotation.layers import codes, words
from argmap.diagnostics import Code, Diagnostic
from argmap.model.graph import Extra
from argmap.model.ids import nfc
from argmap.yaml import shape_codes, syntax_codes
from argmap.yaml.fields import Fields
from argmap.yaml.tree import Mapping, Node, Scalar
from argmap.yaml.words import Holds, Word

_COUNT = re.compile(r"[0-9]{1,12}")
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")


#: Faults of one text that are told; who has more of them has one mistake many times.
ENOUGH = 2000


class Faults(list[Diagnostic]):
    """The faults of one text, up to as many as anybody reads; every one of them stops it."""

    def append(self, fault: Diagnostic) -> None:
        if len(self) < ENOUGH:
            super().append(fault)


class LayerFields(Fields):
    """Reads the values of layers and codebooks."""

    def __init__(
        self,
        faults: list[Diagnostic],
        text: str,
        places: tuple[tuple[str, dict[str, Word]], ...],
    ) -> None:
        super().__init__(faults, text, places)
        self.readers |= {Holds.COUNT: self.count, Holds.NUMBER: self.number}

    def count(self, word: Word, value: Node) -> int | None:
        text = self.text(word, value)
        if text is None or _COUNT.fullmatch(text):
            return None if text is None else int(text)
        self.fault(codes.NOT_A_COUNT, value, value=text, word=word.name)
        return None

    def number(self, word: Word, value: Node) -> float | None:
        text = self.text(word, value)
        if text is None:
            return None
        number = parsed(text)
        if number is None:
            self.fault(codes.NOT_A_NUMBER, value, value=text, word=word.name)
        return number

    def extra(self, node: Node, depth: int = 0) -> Extra:
        """A value that a conflict holds; the space at the edge of a quoted one belongs to it."""
        if type(node) is Scalar and not node.plain:
            return node.text.strip("\r\n")
        return super().extra(node, depth)

    def name(self, key: Scalar, known: Container[str], code: Code) -> str:
        """The name that a key gives to a label or a value, in normal form C without white space
        around it; nothing, and a fault, where it is empty or one of those known already."""
        name = nfc(key.text.strip())
        if not name:
            self.fault(code, key, what="a name without letters")
        elif name in known:
            self.fault(syntax_codes.DUPLICATE_WORD, key, word=name)
            return ""
        return name

    def needs(self, block: Mapping, place: str, given: Container[str], *names: str) -> None:
        """Reports the words that a block lacks."""
        for name in names:
            if name not in given:
                first = block.keys[0] if block.keys else block
                self.fault(codes.MISSING_WORD, first, place=place, word=name)

    def is_nothing(self, key: Scalar, value: Node) -> bool:
        """Whether nothing stands behind a word, which is reported."""
        if type(value) is not Scalar or value.text.strip():
            return False
        self.fault(shape_codes.EMPTY_VALUE, value, word=key.text)
        return True


def parsed(text: str) -> float | None:
    """The number that a text is, if it is one."""
    return float(text) if _NUMBER.fullmatch(text) else None


def version(read: Fields, root: Mapping, word: str) -> None:
    """Reports a version of the language from the future."""
    value = root.get(word)
    if type(value) is Scalar and value.text.strip() not in ("", words.VERSION):
        read.fault(
            codes.NEWER_LANGUAGE, value, value=value.text, word=word, version=words.VERSION
        )  # fmt: skip
