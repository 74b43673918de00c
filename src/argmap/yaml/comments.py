"""The comments of a text: what stands behind a `#` and inside no scalar."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from argmap.yaml.syntax import Tree

_HASH = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line; `own_line` if nothing stands before it."""

    start: int
    end: int
    own_line: bool
    text: str


def comments(tree: Tree) -> list[Comment]:
    """All comments of a tree, in the order of the text."""
    text = tree.source.text
    if "#" not in text:
        return []
    starts = [leaf.start for leaf in tree.leaves]
    found = []
    for match in _HASH.finditer(text):
        at = match.start()
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < tree.leaves[index].end:
            continue
        line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        own_line = not text[line_start:at].strip()
        found.append(Comment(at, match.end(), own_line, match.group().rstrip()))
    return found
