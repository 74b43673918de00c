"""Anchors: what ties an annotation to a text, so that a change of the text is noticed.

Nothing is ever tied to a look-alike: a target is found by its id and by the text that the annotator
saw, and by nothing that merely resembles it.
"""

import re
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha1, sha256
from unicodedata import normalize

from argmap.annotation.layers.model import Annotation, Target
from argmap.model import ArgumentMap

#: Characters of a passage's surroundings that are kept to tell it from others like it.
CONTEXT = 24

#: How many arguments deep it is told what an argument attacks or supports.
_DEPTH = 8


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
    return b32encode(sha256(folded.encode()).digest()[:10])[:12].decode().lower()


def text_of(map: ArgumentMap, kind: str, id: str) -> str | None:
    """What a claim or an argument says; None where the map has none of this id.

    An argument says what its premises say, for or against what its target says: “x” against “y”.
    Where that is an argument too, its words stand for it and not its id.
    """
    if kind == "claim":
        claim = map.claim.get(id)
        return claim.text if claim else None
    argument = map.argument.get(id)
    if kind != "argument" or argument is None:
        return None
    parts = []
    for _ in range(_DEPTH):
        said = " and ".join(f"“{map.claim[premise].text}”" for premise in argument.premises)
        parts.append(f"{said} {argument.stance.value} ")
        above = map.argument.get(argument.target)
        if above is None:
            break
        argument = above
    claim = map.claim.get(argument.target)
    end = f"“{claim.text}”" if claim else "…"
    return "(".join(parts) + end + ")" * (len(parts) - 1)


def grounds_of(map: ArgumentMap, claims: Iterable[str]) -> str | None:
    """What the claims that a passage grounds say, one after another; None where one is not there.

    Of a single claim it is the text of that claim, so that both have one hash.
    """
    found = [map.claim.get(id) for id in claims]
    return "\n".join(claim.text for claim in found if claim) if all(found) else None


def remark_hash(annotation: Annotation) -> str:
    """A hash of what a reply answers: the remark's words, its labels, and the passage it is about.

    Remarks that say the same are told apart by when they were written, or else by what they are
    about. What a remark is tied to may change its id, and the remark stays the same.
    """
    target = annotation.target
    rows = [annotation.body, target.quote or target.lost]
    for name, value in sorted(annotation.labels.items()):
        rows.append("\t".join([name, *([value] if isinstance(value, str) else value)]))
    about = target.kind if target.kind == "annotation" else f"{target.kind} {target.id}"
    return text_hash("\n".join([*rows, annotation.created or about]))


def anchored(target: Target, text: str, start: int | None = None) -> Target:
    """`target` with the hash of `text`, and its quote with surroundings at `start`.

    The hash of a passage of a source is one of the claims that it grounds, and stays.
    """
    from dataclasses import replace

    hash = target.hash if target.kind == "source" else text_hash(text)
    if not target.quote or start is None:
        return replace(target, hash=hash)
    end = start + len(target.quote)
    before, behind = text[max(0, start - 4 * CONTEXT) : start], text[end : end + 4 * CONTEXT]
    return replace(
        target, hash=hash, prefix=_spaced(before)[-CONTEXT:], suffix=_spaced(behind)[:CONTEXT],
        start=start, end=end,
    )  # fmt: skip


def _spaced(context: str) -> str:
    """Surroundings on one line: where lines end may be laid out anew."""
    return re.sub(r"\s+", " ", context)
