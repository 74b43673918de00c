"""Conflicts that the common version had and that both sides settled, each in its own way perhaps.

git makes such versions by itself, of the two last common ones after merges in both directions. Of
what was at odds there the common version has the value of one side, which says nothing of who
changed it since.
"""

from dataclasses import replace

from argmap.merge.choosing import undone
from argmap.merge.versions import Versions
from argmap.model import Conflict


def settled(versions: Versions) -> list[Conflict]:
    """The conflicts of the common version that neither side has any more."""
    ours, theirs = versions.ours.conflicts, versions.theirs.conflicts
    return [one for one in versions.base.conflicts if one not in ours and one not in theirs]


def reopened(versions: Versions) -> Versions:
    """The versions with the values in the base that were there before these conflicts."""
    base = versions.base
    for conflict in settled(versions):
        if conflict.kind == "changed":
            base = undone(base, conflict)
    return versions if base is versions.base else replace(versions, base=base)
