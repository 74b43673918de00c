"""Ids of claims and arguments as XML ids, which are also safe as names in DOT."""

import re

#: What an XML name may hold (XML 1.0, production 4a), without ":" and without ".", which is kept
#: for what the rest is written with, so that no two ids become one.
_OTHER = re.compile(
    "[^-0-9A-Z_a-z\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u061b\u061d-\u1fff\u203f\u2040"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef"
    "\U00010000-\U000dffff]"
)


def xml_id(identifier: str) -> str:
    """`identifier` with each character that an XML id cannot hold as `.hexadecimal.`."""
    return _OTHER.sub(lambda found: f".{ord(found[0]):x}.", identifier)
