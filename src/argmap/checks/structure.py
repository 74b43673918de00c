"""How claims and arguments hang together."""

from collections.abc import Iterator

from argmap.diagnostics import Code, Diagnostic, Severity
from argmap.model import Argument, Stance
from argmap.yaml.document import Document
from argmap.yaml.tree import Mapping, Sequence

WARNING = Severity.WARNING

ATTACKS_ITSELF = Code(
    "attacks-itself", WARNING,
    "`{id}` is a counterpoint against itself",
    "say what in it speaks against it as a claim of its own",
    "A claim that refutes itself is a paradox; more often a reference went to the wrong claim.",
    "claim: The zoo should close\nid: close\ncounterpoints:\n  - ref: «close»\n",
    "claim: The zoo should close\nid: close\ncounterpoints:\n  - The zoo breeds rare species\n",
)  # fmt: skip
FOR_AND_AGAINST = Code(
    "for-and-against", WARNING,
    "`{id}` stands both for and against `{target}`",
    "split it into the part that supports and the part that attacks",
    "One claim rarely speaks both ways; where it seems to, it says two things.",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n"
    "counterpoints:\n  - ref: «few»\n",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n",
)  # fmt: skip
REPEATED_ARGUMENT = Code(
    "repeated-argument", WARNING,
    "the same argument stands twice: {premises} {stance} `{target}`",
    "delete one",
    "Saying a reason twice does not make it stronger.",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n"
    "  - ref: «few»\n",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n",
)  # fmt: skip
REPEATED_PREMISE = Code(
    "repeated-premise", WARNING,
    "`{id}` stands twice among the premises of one argument",
    "delete one",
    "Linked premises are a set.",
    "claim: The zoo should close\nreasons:\n  - «premises»:\n      - claim: Visitors are few\n"
    "        id: few\n      - ref: few\n",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n",
)  # fmt: skip
UNUSED_SHARED = Code(
    "unused-shared", WARNING,
    "nothing refers to the shared claim `{id}`",
    "{how} to it from an argument, or delete it",
    "Shared claims stand apart to be referred to.",
    "claim: The zoo should close\nshared:\n  - claim: «Animals feel pain»\n    id: pain\n",
    "claim: The zoo should close\nreasons:\n  - ref: pain\nshared:\n"
    "  - claim: Animals feel pain\n    id: pain\n",
)  # fmt: skip
UNTIED = Code(
    "untied-claim", WARNING,
    "nothing ties `{id}` to a thesis",
    "`ref` to it, or to a claim that it bears on, from an argument about a thesis",
    "A map is about its theses; what bears on none of them is lost on the reader.",
    "claim: The zoo should close\nshared:\n  - claim: «Animals feel pain»\n    id: pain\n"
    "    counterpoints:\n      - ref: few\n"
    "  - claim: Fish feel no pain\n    id: few\n    excludes: pain\n",
    "claim: The zoo should close\nreasons:\n  - ref: pain\nshared:\n"
    "  - claim: Animals feel pain\n    id: pain\n    reasons:\n      - ref: nerves\n"
    "  - claim: Animals have nerves\n    id: nerves\n",
)  # fmt: skip
SAME_TEXT = Code(
    "same-text", WARNING,
    "the same text stands in line {line}, and yet it is another claim",
    "give that claim an `id` and write `ref: …` here",
    "Equal texts are two claims; only `ref` makes them one.",
    "claim: The zoo should close\nreasons:\n  - Visitors are few\n  - claim: The tills are empty\n"
    "    reasons:\n      - «Visitors are few»\n",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n    id: few\n"
    "  - claim: The tills are empty\n    reasons:\n      - ref: few\n",
)  # fmt: skip

CODES = (
    ATTACKS_ITSELF, FOR_AND_AGAINST, REPEATED_ARGUMENT, REPEATED_PREMISE, UNUSED_SHARED, UNTIED,
    SAME_TEXT,
)  # fmt: skip


def arguments(document: Document) -> Iterator[Diagnostic]:
    """Arguments that turn on themselves, contradict each other or stand twice."""
    map, places = document.understood, document.places
    assert map is not None
    stances: dict[tuple[str, str], Argument] = {}
    seen: set[tuple[frozenset[str], Stance, str]] = set()
    for argument in map.arguments:
        premises, target = argument.premises, argument.target
        if not premises:
            continue  # they are lost
        if target in premises and argument.stance is Stance.AGAINST:
            yield ATTACKS_ITSELF.at(places.span(argument.id), id=target)
        if len(set(premises)) != len(premises):
            twice = next(id for id in premises if premises.count(id) > 1)
            yield REPEATED_PREMISE.at(places.span(argument.id), id=twice)
        key = (frozenset(premises), argument.stance, target)
        if key in seen:
            shown = " and ".join(f"`{id}`" for id in premises)
            yield REPEATED_ARGUMENT.at(
                places.span(argument.id),
                premises=shown,
                stance=argument.stance.value,
                target=target,
            )
        seen.add(key)
        if len(premises) == 1:
            other = stances.setdefault((premises[0], target), argument)
            if other.stance is not argument.stance and not (other.explains or argument.explains):
                yield FOR_AND_AGAINST.at(places.span(argument.id), id=premises[0], target=target)


def shared(document: Document) -> Iterator[Diagnostic]:
    """Shared claims that nothing refers to, or that no thesis hears of."""
    map, places = document.map, document.places
    assert map is not None
    root = document.tree.root
    block = root.get("shared") if type(root) is Mapping else None
    if block is None:
        return
    items = {id(item) for item in (block.items if type(block) is Sequence else [block])}
    ids = [claim.id for claim in map.claims if id(places.nodes[claim.id]) in items]
    tied = _tied(document)
    for name in ids:
        if name not in map.used:
            node = places.nodes[name]
            written = type(node) is Mapping and node.get("id") is not None
            how = f"`ref: {name}`" if written else "give it an `id` and `ref`"
            yield UNUSED_SHARED.at(places.span(name), id=name, how=how)
        elif name not in tied:
            yield UNTIED.at(places.span(name), id=name)


def _tied(document: Document) -> set[str]:
    """The ids that arguments, in whatever direction, connect with a thesis."""
    map = document.map
    assert map is not None
    tied, rest = set(map.theses), list(map.theses)
    while rest:
        id = rest.pop()
        around = [
            *(argument.id for argument in map.bearing.get(id, ())),
            *(argument.id for argument in map.used.get(id, ())),
        ]
        argument = map.argument.get(id)
        if argument is not None:
            around += [*argument.premises, argument.target]
        for other in around:
            if other not in tied:
                tied.add(other)
                rest.append(other)
    return tied


def texts(document: Document) -> Iterator[Diagnostic]:
    """Claims with one text."""
    assert document.understood is not None
    first: dict[str, str] = {}
    for claim in document.understood.claims:
        if not claim.text:
            continue  # it is lost
        known = first.setdefault(" ".join(claim.text.casefold().split()), claim.id)
        if known != claim.id:
            line = document.source.position(document.places.span(known).start)[0]
            yield SAME_TEXT.at(document.places.span(claim.id), line=line)
