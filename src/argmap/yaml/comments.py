"""The comments of a text: what stands behind a `#` and inside no scalar."""

from bisect import bisect_right
from dataclasses import dataclass

from argmap.yaml.tree import Tree


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line.

    `before` is where that ends which stands before it on its line; None if nothing does.
    """

    start: int
    end: int
    before: int | None
    text: str

    @property
    def own_line(self) -> bool:
        return self.before is None


def comments(tree: Tree) -> list[Comment]:
    """All comments of a tree, in the order of the text."""
    source = tree.source
    found: list[Comment] = []
    at = source.text.find("#")
    starts = [leaf.start for leaf in tree.leaves] if at >= 0 else []
    while at >= 0:
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < tree.leaves[index].end:
            end = tree.leaves[index].end  # in a text it is a sign like any other
        else:
            number, column = source.position(at)
            line, line_start = source.line(number), at - column + 1
            end = line_start + len(line)
            before = line[: column - 1].rstrip(" \t")
            found.append(
                Comment(
                    at,
                    end,
                    line_start + len(before) if before else None,
                    line[column - 1 :].rstrip(),
                )
            )
        at = source.text.find("#", end)
    return found
