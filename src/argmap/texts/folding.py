"""A text without what is typography only, and the way back to the text as it stands.

Two texts that differ in white space or typography only have the same folded text: runs of white
space are one space; quotation marks, primes and dashes are straight; ligatures, letters in wide and
other forms and the sign for an ellipsis are spelt out (NFKC, but never for superscripts, fractions
and circled digits: 10² is not 102); what cannot be seen is left out. Case stays as it is.

Hyphens between letters are left out as well, but remembered: at the end of a line nobody can tell
whether "well-⏎known" is one word or two. `Folded.same_hyphens` judges them.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category, decomposition, normalize

#: Characters without a width: soft hyphen, joiners, direction marks, byte-order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
HYPHENS = "-‐‑"  # what ends a line within a word
#: A soft hyphen at the end of a line; some programs write any hyphen there so.
SOFT_BREAK = r"\u00ad(?=[ \t]*[\r\n])"
APOSTROPHES = "'’‘ʼ＇"

_STRAIGHT = {
    **dict.fromkeys("“”„‟«»″‶〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛′‵ʼʹ＇‹›´`", "'"),
    **dict.fromkeys("‐‑‒–−⁃﹘﹣－", "-"),
    **dict.fromkeys("—―", " - "),
}
#: Decompositions that change what is said, or how it is laid out only in the eyes of a typesetter.
_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")

_HARD, _LOOSE = 1, 2  # a hyphen within a line; one at which the line may have been broken


@dataclass(frozen=True)
class Folded:
    """A folded text.

    Attributes:
        text: the folded text.
        of: the text as it stands.
        here, there: offsets in `text` and in `of` that belong together, in pairs: beginning and end
            of each piece that was changed. Between pieces both run alike.
        hyphens: offsets in `text` at which a hyphen was left out.
        kinds: what kind of hyphen each was.
    """

    text: str = field(repr=False)
    of: str = field(repr=False)
    here: "array[int]" = field(repr=False)
    there: "array[int]" = field(repr=False)
    hyphens: "array[int]" = field(repr=False)
    kinds: "array[int]" = field(repr=False)

    def start(self, offset: int) -> int:
        """Where a passage of `of` begins that begins at `offset` of the folded text."""
        at = bisect_right(self.here, offset) - 1
        if at < 0:
            return offset
        if at % 2 == 0 and offset > self.here[at]:  # inside a changed piece
            return self.there[at]
        return self.there[at] + offset - self.here[at]

    def end(self, offset: int) -> int:
        """Where a passage of `of` ends that ends at `offset` of the folded text."""
        at = bisect_left(self.here, offset)
        if at == len(self.here):
            return len(self.of) - (len(self.text) - offset)
        if at % 2 == 1:  # inside a changed piece, or at its end
            return self.there[at]
        return self.there[at] - (self.here[at] - offset)

    def folded(self, offset: int) -> int:
        """Where an offset of `of` has gone."""
        at = bisect_right(self.there, offset) - 1
        if at < 0:
            return offset
        if at % 2 == 0:
            return self.here[at]
        return self.here[at] + offset - self.there[at]

    def splits(self, offset: int) -> bool:
        """Whether an offset lies within what is one sign in `of`, such as a ligature or `…`."""
        at = bisect_right(self.here, offset) - 1
        if at < 0 or at % 2 == 1 or offset == self.here[at]:
            return False
        before, behind = self.text[self.here[at] : offset], self.text[offset : self.here[at + 1]]
        return bool(before.strip() and behind.strip())  # the spaces of a dash may go

    def same_hyphens(self, start: int, quote: "Folded", first: int, length: int) -> bool:
        """Whether the passage at `start` has the hyphens of the `quote`, from its `first` on."""
        mine = self._hyphens(start, start + length)
        theirs = quote._hyphens(first, first + length)
        return all(
            mine.get(at) == theirs.get(at) or _LOOSE in (mine.get(at), theirs.get(at))
            for at in mine.keys() | theirs.keys()
        )

    def _hyphens(self, start: int, end: int) -> dict[int, int]:
        low, high = bisect_right(self.hyphens, start), bisect_left(self.hyphens, end)
        return {self.hyphens[i] - start: self.kinds[i] for i in range(low, high)}


def fold(text: str) -> Folded:
    """`text` folded; see the head of this file."""
    here, there = array("q"), array("q")
    hyphens, kinds = array("q"), array("b")
    parts: list[str] = []
    done = length = 0
    for match in _pieces(text).finditer(text):
        start, end = match.span()
        kind = 0
        if match.lastgroup == "hyphen":
            piece, kind = _hyphen(text, start, end)
        elif match.lastgroup == "dash":
            piece = " - "
        elif match.lastgroup == "space":
            piece = _space(match[0])
        elif match.lastgroup == "dots":
            piece = "..."
        else:
            piece = normalize("NFC", "".join(_STRAIGHT.get(c) or spelt_out(c) for c in match[0]))
        parts.append(text[done:start])
        parts.append(piece)
        length += start - done
        if kind:
            hyphens.append(length)
            kinds.append(kind)
        here.append(length)
        there.append(start)
        length += len(piece)
        here.append(length)
        there.append(end)
        done = end
    parts.append(text[done:])
    return Folded("".join(parts), text, here, there, hyphens, kinds)


def _pieces(text: str) -> re.Pattern[str]:
    """What has to be looked at in this text: only characters that are in it."""
    letters = set(text)
    marks = {c for c in letters if category(c)[0] == "M" or "\u1160" <= c <= "\u11ff"}
    marks -= set(re.findall(f"[{INVISIBLE}]", "".join(marks)))
    forms = {c for c in letters - marks if c in _STRAIGHT or spelt_out(c) != c}
    forms -= set("—―") | {c for c in forms if c.isspace()}
    white = rf"[\s{INVISIBLE}]"
    rules = [
        # Between letters a hyphen; the white space behind it may be the end of a line.
        rf"(?<=\w)(?P<hyphen>(?:[{HYPHENS}‒–−⁃﹣－]|{SOFT_BREAK}){white}*+)(?=\w)",
        rf"(?P<dash>{white}*+(?:[—―]|--++){white}*+)",
        rf"(?P<space>(?! (?!{white})){white}++)",
        r"(?P<dots>\.(?:[ \u00a0\u202f]\.){2})",
    ]
    tail = f"[{_class(marks)}]*+" if marks else ""
    if forms:
        rules.append(f"[{_class(forms)}]{tail}")
    if marks:
        rules.append(rf"\S?[{_class(marks)}]++")
    return re.compile("|".join(rules), re.DOTALL)


def _class(characters: set[str]) -> str:
    return "".join(map(re.escape, sorted(characters)))


@lru_cache(maxsize=4096)
def spelt_out(character: str) -> str:
    """A character in its plain form: NFKC, where that says the same."""
    parts = decomposition(character)
    if not parts or parts.startswith(_KEPT):
        return character
    plain = normalize("NFKC", character)
    return character if plain[:1].isspace() else plain


def _space(run: str) -> str:
    """White space is one space; what cannot be seen is nothing."""
    return " " if any(c.isspace() for c in run) else ""


def _hyphen(text: str, start: int, end: int) -> tuple[str, int]:
    """What becomes of a hyphen between two word characters, and its kind if it is left out."""
    letters = text[start - 1].isalpha() and text[end].isalpha()
    true = text[start] in HYPHENS or text[start] == "\u00ad"
    if end == start + 1:
        return ("", _HARD) if letters else ("-", 0)
    if not true:
        return "- ", 0
    if letters:
        return "", _LOOSE
    broken = "\n" in text[start:end] or "\r" in text[start:end]
    return ("-", 0) if broken else ("- ", 0)
