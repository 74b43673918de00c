"""Edits made of changes: first what accounts for most of them, at last single fields."""

from collections.abc import Mapping, Sequence

from argmap.diff import argument_edits, claim_edits, detail_edits
from argmap.diff.edits import Change, Diff
from argmap.diff.grades import rank
from argmap.diff.ledger import Ledger
from argmap.matching import Matching
from argmap.model import ArgumentMap


def classified(
    old: ArgumentMap, new: ArgumentMap, matching: Matching, arguments: Mapping[str, str],
    changes: Sequence[Change], *, ignore_ids: bool,
) -> Diff:  # fmt: skip
    """The diff that tells all of `changes`; with `ignore_ids` none that is a renaming."""
    ledger = Ledger(old, new, matching, arguments, changes)
    claim_edits.split_and_joined(ledger)
    claim_edits.interposed(ledger)
    claim_edits.came_and_went(ledger)
    argument_edits.moved(ledger)
    argument_edits.turned(ledger)
    argument_edits.regrouped(ledger)
    argument_edits.came_and_went(ledger)
    claim_edits.reworded(ledger)
    detail_edits.of_parts(ledger)
    detail_edits.of_entries(ledger)
    detail_edits.of_the_map(ledger)
    ids = detail_edits.renamed(ledger, silently=ignore_ids)
    detail_edits.reordered(ledger)
    return Diff(tuple(sorted(ledger.edits, key=rank)), ids)
