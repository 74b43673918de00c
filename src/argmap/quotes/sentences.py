"""Where sentences end, as far as their signs and blank lines tell. Abbreviations are not known."""

import re

#: The end of a sentence or of a paragraph, with the white space behind it.
END = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+\s++(?=["'“‘„«(\[¿¡—–-]*+[^\W_a-zа-яё])"""
    r"""|[。！？]++[」』”’）]*+|\n\s*\n"""
)

_REACH = 2000  # characters: further on nobody would look


def before(text: str, at: int) -> int:
    """Where the sentence begins that goes on at an offset."""
    low = max(0, at - _REACH)
    ends = [match.end() for match in END.finditer(text, low, at + 2) if match.end() <= at]
    return ends[-1] if ends else low


def behind(text: str, at: int) -> int:
    """Where the sentence ends that goes on at an offset."""
    high = min(len(text), at + _REACH)
    # Its sign may stand right before the offset: a quote may end with a full stop.
    found = END.search(text, max(0, at - 2), high)
    while found is not None and found.end() < at:
        found = END.search(text, found.end(), high)
    return max(at, found.start()) if found else high
