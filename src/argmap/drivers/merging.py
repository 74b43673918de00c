"""Three files merged for git."""

from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.drivers.reading import LeftToGitError, map_of
from argmap.git import GitError, answer
from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.edits import EditError
from argmap.yaml.files import from_bytes, kind


@dataclass(frozen=True, slots=True)
class Merged:
    """A content, how many conflicts this merge left in it, and how many it has in all."""

    data: bytes
    conflicts: int
    unsettled: int


def merged(base: Path, ours: Path, theirs: Path) -> Merged:
    """Our file with what they changed since `base`, which is empty where both added the file.

    Raises:
        LeftToGitError: they are not three maps, or three layers, without errors.
        OSError: one of them cannot be read.
    """
    contents = [path.read_bytes() for path in (base, ours, theirs)]
    names = ("the base", "ours", "theirs")
    was, one, other = (from_bytes(data, name) for data, name in zip(contents, names, strict=True))
    if {kind(one.tree.root), kind(other.tree.root)} == {"layer"}:
        result = _layers(was, one, other)
    else:
        common = map_of(was) if contents[0].strip() else None
        map_of(one)
        result = _maps(common, one, map_of(other), _by_lines(base, ours, theirs))
    mark = BOM_UTF8 if contents[1].startswith(BOM_UTF8) else b""
    return replace(result, data=mark + result.data)


def _by_lines(base: Path, ours: Path, theirs: Path) -> bytes | None:
    """git's own merge; None where that has conflicts."""
    files = [str(path.absolute()) for path in (ours, base, theirs)]
    try:
        return answer(Path.cwd(), "merge-file", "-p", "-q", *files)
    except GitError:
        return None


def _maps(
    base: ArgumentMap | None, ours: Document, theirs: ArgumentMap, by_lines: bytes | None
) -> Merged:
    """Maps merged claim by claim.

    Where git's own merge of lines says the same, it is taken: that has their comments as well.
    """
    from argmap.merge import merge
    from argmap.yaml.rewriting import means, rewritten

    result = merge(base, map_of(ours), theirs)
    conflicts, unsettled = len(result.conflicts), len(result.map.conflicts)
    if by_lines is not None and not conflicts:
        found = from_bytes(by_lines, "")
        if found.map is not None and means(found.map, result.map):
            return Merged(found.source.text.encode(), 0, unsettled)
    try:
        text = rewritten(ours, result.map, result.renamed)
    except EditError as error:
        raise LeftToGitError(f"{error}; please report it") from None
    return Merged(text.encode(), conflicts, unsettled)


def _layers(base: Document, ours: Document, theirs: Document) -> Merged:
    """Layers merged annotation by annotation."""
    from argmap.annotation.merging import FaultyError, merge_texts

    try:
        found = merge_texts(*(one.source.text for one in (base, ours, theirs)))
    except FaultyError as error:
        raise LeftToGitError(str(error)) from None
    return Merged(found.text.encode(), len(found.conflicts), len(found.layer.conflicts))
