"""The history of a map's file as steps: what each commit did to the argument."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from argmap.diagnostics import many
from argmap.diff import Comparison, compare
from argmap.git import Version, contents
from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.files import from_bytes, kind


class Became(str, Enum):
    """What became of the map by a commit."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"  # the file was renamed, or its permissions changed
    REMOVED = "removed"
    FAULTY = "faulty"  # it has errors from here to the next version that loads
    FIRST = "first"  # it loads, and nothing before it that was asked for

    __hash__ = str.__hash__  # equal to its text, so hashed as its text


@dataclass(frozen=True, slots=True)
class Step:
    """A commit, and what it did to the argument.

    Attributes:
        map: the map as the commit left it; None if that was removed or has errors.
        comparison: with the version before it that loads, if it was changed.
        against: the commit of that version; "" if it is not among those that were asked for.
        why: of a faulty version, what is wrong.
        claim: in the history of a claim, its id as the commit left it (of one that is removed
            here, before).
    """

    version: Version
    became: Became
    map: ArgumentMap | None = None
    comparison: Comparison | None = None
    against: str = ""
    why: str = ""
    claim: str = ""


def steps(
    folder: str | os.PathLike[str], versions: Iterable[Version], before: str = ""
) -> Iterator[Step]:
    """What each version (newest first, see `git.file_versions`) did, as soon as that is known.

    A version with errors is passed over: the next one is compared with the last that loads. So
    that the oldest has something to be compared with, `before` is git's name of the content before
    it. Two maps are held at a time.
    """
    newer: Step | None = None  # waits for a version before it that loads
    passed: list[Step] = []  # the faulty ones since
    for version, document in _read(folder, versions, before):
        if not version.content:
            yield from _first(newer)
            yield from passed
            yield Step(version, Became.REMOVED)
            newer, passed = None, []
        elif document is None or document.map is None:
            passed.append(Step(version, Became.FAULTY, why=_why(document)))
        else:
            map = document.map
            if newer is not None and newer.map is map:
                yield replace(newer, became=Became.SAME, against=version.commit)
            elif newer is not None and newer.map is not None:
                told = compare(map, newer.map)
                yield replace(newer, comparison=told, against=version.commit)
            yield from passed
            newer, passed = Step(version, Became.CHANGED, map), []
    yield from _first(newer)
    yield from (step for step in passed if step.version.commit)


def _first(newer: Step | None) -> Iterator[Step]:
    """The step to a version with nothing before it that loads."""
    if newer is not None and newer.version.commit:
        older = newer.version.before or newer.version.cut
        yield replace(newer, became=Became.FIRST if older else Became.ADDED)


def _read(
    folder: str | os.PathLike[str], versions: Iterable[Version], before: str
) -> Iterator[tuple[Version, Document | None]]:
    """The versions with their documents, None where git cannot give the content; behind them, as a
    version of no commit, the content before them."""
    wanted: deque[str] = deque()
    found = contents(folder, iter(wanted.popleft, None))
    last, document = "", None
    for version in _and_before(versions, before):
        if version.content and version.content != last:
            wanted.append(version.content)
            data = next(found)
            last = version.content
            document = None if data is None else from_bytes(data, version.path)
        yield version, document


def _and_before(versions: Iterable[Version], before: str) -> Iterator[Version]:
    yield from versions
    if before:
        yield Version("", "", "", "", "", "", before, "")


def _why(document: Document | None) -> str:
    if document is None:
        return "git cannot give its content, or it is too large"
    found = kind(document.tree.root)
    if found != "map":
        return f"it is a {found}" if found else "it is no map"
    first, *more = document.errors
    line, _ = document.source.position(first.span.start)
    others = f", and {many(len(more), 'more error')}" if more else ""
    return f"errors, line {line}: {first.message}{others}"
