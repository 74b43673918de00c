"""What was done to an argument from one version of a map to the next, applied and undone."""

from argmap.diff.apply import PatchError, patched
from argmap.diff.compare import Comparison, compare, diff
from argmap.diff.edits import Change, Diff, Edit, Grade, Kind, Part
from argmap.diff.undo import undone

__all__ = [
    "Change", "Comparison", "Diff", "Edit", "Grade", "Kind", "Part", "PatchError", "compare",
    "diff", "patched", "undone",
]  # fmt: skip
