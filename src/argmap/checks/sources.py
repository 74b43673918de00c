"""Who says it, and where."""

from collections.abc import Iterator

from argmap.diagnostics import Code, Diagnostic, Severity, Spelling
from argmap.yaml.document import Document

UNUSED_SOURCE = Code(
    "unused-source", Severity.WARNING,
    "nothing cites the source `{id}`",
    "cite it with `cites: {id}`, or delete it",
    "A list of sources promises that the argument rests on them.",
    "claim: The zoo should close\nsources:\n  «survey»: Visitor survey\n",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey: Visitor survey\n",
)  # fmt: skip
UNCITED_FACT = Code(
    "uncited-fact", Severity.WARNING,
    "this fact has no citation",
    "add `cites: …`, or another `kind` if it is no matter of fact",
    "In a map that has sources, a reader expects to be told where a fact comes from.",
    "claim: The zoo should close\ncites: survey\nreasons:\n  - claim: «Visitors are few»\n"
    "    kind: fact\nsources:\n  survey: Visitor survey\n",
    "claim: The zoo should close\nreasons:\n  - claim: Visitors are few\n"
    "    kind: fact\n    cites: survey\nsources:\n  survey: Visitor survey\n",
)  # fmt: skip
UNUSED_PERSON = Code(
    "unused-person", Severity.HINT,
    "`{id}` of `people` asserts nothing",
    "write `by: {id}` where it speaks, or delete it",
    "People are listed so that claims can say who asserts them.",
    "claim: The zoo should close\npeople:\n  «vet»: Dr. Haddad\n",
    "claim: The zoo should close\nby: vet\npeople:\n  vet: Dr. Haddad\n",
)  # fmt: skip
NEAR_SPEAKER = Code(
    "near-speaker", Severity.HINT,
    "`{name}` is not an entry of `people`, but looks like one",
    "did you mean `{near}`?",
    "`by` and `via` take plain names as well, so a typing error makes a new speaker.",
    "claim: The zoo should close\nby: «hadad»\nreasons:\n  - claim: Animals suffer\n"
    "    by: haddad\npeople:\n  haddad: Dr. Haddad\n",
    "claim: The zoo should close\nby: haddad\npeople:\n  haddad: Dr. Haddad\n",
)  # fmt: skip

CODES = (UNUSED_SOURCE, UNCITED_FACT, UNUSED_PERSON, NEAR_SPEAKER)


def sources(document: Document) -> Iterator[Diagnostic]:
    """Sources that nothing cites."""
    map, places = document.map, document.places
    assert map is not None
    cited = {citation.source for part in map.parts for citation in part.cites}
    for source in map.sources:
        if source.id not in cited:
            yield UNUSED_SOURCE.at(places.entry("sources", source.id), id=source.id)


def facts(document: Document) -> Iterator[Diagnostic]:
    """Facts that cite no source."""
    map, places = document.understood, document.places
    assert map is not None
    for claim in map.claims if map.sources else ():
        if claim.kind == "fact" and not claim.cites:
            yield UNCITED_FACT.at(places.span(claim.id))


def people(document: Document) -> Iterator[Diagnostic]:
    """People who assert nothing, speakers who look like one of them."""
    map, places = document.map, document.places
    assert map is not None
    if not map.people:
        return
    known = dict.fromkeys(person.id for person in map.people)
    spoken: dict[str, tuple[str, str, int]] = {}
    for part in map.parts:
        for word in ("by", "via"):
            for index, name in enumerate(getattr(part, word, ())):
                spoken.setdefault(name, (part.id, word, index))
    # Who wrote the map or a source of it is listed for a good reason as well.
    authors = {*map.authors, *(name for source in map.sources for name in source.author)}
    for id in known:
        if id not in spoken and id not in authors:
            yield UNUSED_PERSON.at(places.entry("people", id), id=id)
    spelling = Spelling(known)
    for name, where in spoken.items():
        near = "" if name in known or " " in name else spelling.near(name)
        if near:
            yield NEAR_SPEAKER.at(places.span(*where), name=name, near=near)
