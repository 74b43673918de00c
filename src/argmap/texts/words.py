"""Where words begin and end, in scripts with spaces and without."""

import re
from unicodedata import category

from argmap.texts.folding import APOSTROPHES, HYPHENS, INVISIBLE, SOFT_BREAK

#: Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
#: Letters and digits that stand together, in the other scripts.
LETTERS = f"(?:(?![{UNSPACED}])\\w)+"
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"\w+")
_WORD_OR_SIGN = re.compile(f"[{UNSPACED}]|{LETTERS}")

_REACH = 40
_SOFT_BREAK = re.compile(SOFT_BREAK)
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_BROKEN_BEFORE = re.compile(rf"\w[{HYPHENS}][ \t]*[\r\n]\s*\Z")
_BROKEN_AFTER = re.compile(rf"[{HYPHENS}][ \t]*[\r\n]\s*\w")
_TAIL = re.compile(r"\w+")
_TAILS = ("t", "s", "d", "m", "ll", "re", "ve")  # can't, it's, he'd, I'm, we'll, we're, we've


def words_in(text: str) -> re.Pattern[str]:
    """What a word of this text is; in scripts without spaces each character is one."""
    return _WORD_OR_SIGN if _IS_UNSPACED.search(text) else _WORD


def cuts_word(text: str, at: int) -> bool:
    """Whether an offset lies within a word.

    A compound with hyphens is one word ("non-empty"), also where a line ends in it; so are a
    contraction ("can't"), a number with its signs ("-3.5", "1,000") and a letter with its marks.
    What precedes or follows such a part changes what it says. A possessive may go ("Ann's").
    """
    before, after = _seen(text[max(0, at - _REACH) : at]), _seen(text[at : at + _REACH])
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if category(right)[0] == "M":
        return not left.isspace()
    if _wordy(left) and _wordy(right):
        return not (_IS_UNSPACED.search(left) or _IS_UNSPACED.search(right))
    left_2, right_2 = before[-2:-1], after[1:2]
    if _wordy(right):
        return _begins_late(left, left_2, right, after) or _BROKEN_BEFORE.search(before) is not None
    if _wordy(left):
        return _ends_early(left, right, right_2, after) or _BROKEN_AFTER.match(after) is not None
    return False


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A range of a text, with the words whole in which it begins and ends."""
    first, last = start - _REACH, end + _REACH
    while start > max(first, 0) and cuts_word(text, start):
        start -= 1
    while end < min(last, len(text)) and cuts_word(text, end):
        end += 1
    return start, end


def _seen(text: str) -> str:
    """What of a text can be seen, with the hyphens at the ends of its lines."""
    return text if text.isascii() else _HIDDEN.sub("", _SOFT_BREAK.sub("-", text))


def _begins_late(left: str, left_2: str, right: str, after: str) -> bool:
    if left in HYPHENS or left == "−":
        return _wordy(left_2) or (right.isdigit() and left_2 not in HYPHENS)
    if left in APOSTROPHES and _wordy(left_2):
        tail = _TAIL.match(after)
        return tail is not None and tail[0].lower() in _TAILS
    return left in ".,:" and left_2.isdigit() and right.isdigit()


def _ends_early(left: str, right: str, right_2: str, after: str) -> bool:
    if not _wordy(right_2):
        return False
    if right in APOSTROPHES:
        tail = _TAIL.match(after, 1)
        return tail is None or tail[0].lower() != "s"
    return right in HYPHENS or (right in ".,:" and left.isdigit() and right_2.isdigit())


def _wordy(character: str) -> bool:
    return character.isalnum() or (character != "" and category(character)[0] == "M")
