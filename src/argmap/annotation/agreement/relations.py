"""The relations of two maps in common terms, and which of them are the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from argmap.matching import Evidence, Match, Matching, match_arguments
from argmap.model import Argument, ArgumentMap

#: What both maps call a part: its id in the first map (0, id), or in the second only (1, id).
Key: TypeAlias = tuple[int, str]

#: The relations of a map: premise, kind and target in common terms, to the map's own.
Triples: TypeAlias = "dict[tuple[Key, str, Key], Relation]"

#: Of what kinds the relations from one claim to another are.
Kinds: TypeAlias = dict[tuple[Key, Key], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Relation:
    """One premise of an argument: what it does (for, against, explains) to which target.

    Linked premises are a relation each. The target is a claim or, of an undercut or a backing,
    an argument. All ids are of the map that has it.
    """

    premise: str
    kind: str
    target: str
    argument: str


def in_common(
    one: ArgumentMap, other: ArgumentMap, paired: Mapping[str, str]
) -> tuple[Triples, Triples]:
    """The relations of both maps; those that are the same have the same key."""
    claims = Matching(tuple(Match(old, new, Evidence.ID, 1, 1, 1) for old, new in paired.items()))
    steps = match_arguments(one, other, claims, ignore_ids=True)
    keys = {new: (0, old) for old, new in (*paired.items(), *steps.items())}
    return _triples(one, {}, 0), _triples(other, keys, 1)


def kinds(map: ArgumentMap, triples: Triples) -> Kinds:
    """The kinds of the relations from one claim to another; a relation on a step is left out."""
    found: Kinds = {}
    for (premise, kind, target), relation in triples.items():
        if relation.target in map.claim and premise != target:
            found[premise, target] = found.get((premise, target), frozenset()) | {kind}
    return found


def other_kind(triples: Triples, others: Triples) -> Iterator[tuple[Relation, Relation]]:
    """Relations that only one map has, with one premise and one target, but of another kind."""
    ends = {
        (premise, target): relation
        for (premise, kind, target), relation in others.items()
        if (premise, kind, target) not in triples
    }
    for (premise, kind, target), relation in triples.items():
        if (premise, kind, target) not in others and (premise, target) in ends:
            yield relation, ends[premise, target]


def other_way(triples: Triples, others: Triples) -> Iterator[tuple[Relation, Relation]]:
    """Relations that only one map has, whose premise is the target in the other."""
    for (premise, kind, target), relation in triples.items():
        back = (target, kind, premise)
        if back in others and back not in triples and (premise, kind, target) not in others:
            yield relation, others[back]


def _kind(step: Argument) -> str:
    return "explains" if step.explains else step.stance.value


def _triples(map: ArgumentMap, keys: Mapping[str, Key], side: int) -> Triples:
    def key(id: str) -> Key:
        return keys.get(id, (side, id))

    found: Triples = {}
    for step in map.arguments:
        for premise in step.premises:
            relation = Relation(premise, _kind(step), step.target, step.id)
            found.setdefault((key(premise), relation.kind, key(step.target)), relation)
    return found
