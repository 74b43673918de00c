"""Texts as YAML scalars: plain where nothing can be misread, quoted or as a block where not."""

import re

# A letter or digit of any script first; inside, nothing that YAML or a hasty reader could take
# for a sign of the language; no sign at the end that joins with what follows.
_PLAIN = re.compile(r"[^\W_][^#:\[\]{},\\\r\n\t\x00-\x1f]*")
_RISKY = re.compile(
    "[\x7f-\x9f\u2028\u2029\u200b\u202a-\u202e\u2066-\u2069\u00ad\ufeff\ufffe\uffff：﹕︰]"
)
_ESCAPED = re.compile(
    "[\x7f-\x9f\u2028\u2029\u200b\u202a-\u202e\u2066-\u2069\u00ad\ufeff\ufffe\uffff]"
)
_COMMA = re.compile("[,，、،﹐]")


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` on one line, as a scalar that reads back as the same text."""
    if (
        _PLAIN.fullmatch(text)
        and text[-1] != " "
        and not _RISKY.search(text)
        and not (flow and _COMMA.search(text))
    ):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """`text` in double quotes."""
    from json import dumps

    return _ESCAPED.sub(lambda char: f"\\u{ord(char.group()):04x}", dumps(text, ensure_ascii=False))


def block(text: str, indent: int) -> str:
    """A text of several lines as a literal block under a key, or quoted where it must be."""
    lines = text.split("\n")
    if (
        _RISKY.search(text)
        or any(char in text for char in "\r\t\x85")
        or any(ord(char) < 32 for char in text.replace("\n", ""))
        or lines[0][:1] in ("", " ")
        or not lines[-1].strip()
    ):
        return quoted(text)
    pad = " " * indent
    return "|-\n" + "\n".join(pad + line if line else "" for line in lines)
