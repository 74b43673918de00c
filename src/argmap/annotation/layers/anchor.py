"""Anchors: what ties an annotation to a text, so that a change of the text is noticed.

Nothing is ever tied to a look-alike: a target is found by its id and by the text that the annotator
saw, and by nothing that merely resembles it.
"""

from base64 import b32encode
from hashlib import sha1, sha256
from unicodedata import normalize

from argmap.annotation.layers.model import Target
from argmap.model import ArgumentMap

#: Characters of a passage's surroundings that are kept to tell it from others like it.
CONTEXT = 24


def version_of(text: str) -> str:
    """The version of a file's text: the name that git gives to its content.

    So a version can be found again in the history of a repository, and compared without one. Line
    ends count as line feeds, as git stores them.
    """
    data = text.replace("\r\n", "\n").encode()
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def text_hash(text: str) -> str:
    """A hash of a text, blind to white space: 60 bits of SHA-256 over its normal form C."""
    folded = " ".join(normalize("NFC", text).split())
    return b32encode(sha256(folded.encode()).digest())[:12].decode().lower()


def text_of(map: ArgumentMap, kind: str, id: str) -> str | None:
    """What a claim or an argument says; None where the map has none of this id.

    An argument says what its premises say, for or against what its target says.
    """
    if kind == "claim":
        claim = map.claim.get(id)
        return claim.text if claim else None
    argument = map.argument.get(id)
    if kind != "argument" or argument is None:
        return None
    above = map.claim.get(argument.target)
    parts = [map.claim[premise].text for premise in argument.premises]
    return "\n".join([*parts, argument.stance.value, above.text if above else argument.target])


def anchored(target: Target, text: str, start: int | None = None) -> Target:
    """`target` with the hash of `text`, and its quote with surroundings at `start`."""
    from dataclasses import replace

    if not target.quote or start is None:
        return replace(target, hash=text_hash(text) if target.kind != "source" else "")
    end = start + len(target.quote)
    return replace(
        target,
        hash=text_hash(text) if target.kind != "source" else "",
        prefix=_edge(text[max(0, start - CONTEXT) : start], -1),
        suffix=_edge(text[end : end + CONTEXT], 1),
        start=start,
        end=end,
    )


def _edge(context: str, side: int) -> str:
    """The surroundings up to the end of a line: what stands beyond it may be laid out anew."""
    if side < 0:
        return f"{context}.".splitlines()[-1][:-1]
    return f".{context}".splitlines()[0][1:]
