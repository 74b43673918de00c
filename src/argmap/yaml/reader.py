"""Text to map: syntax, shape, references, each with all its faults."""

import re
from typing import Any

from argmap.diagnostics import Diagnostic, Severity, Source, Span, Spelling
from argmap.model import Argument, ArgumentMap, Citation, Claim, Stance
from argmap.model.circles import support_circles, supported
from argmap.model.ids import nfc
from argmap.yaml import reference_codes as codes
from argmap.yaml import shape_codes, structure_codes, words
from argmap.yaml.document import Document, Places
from argmap.yaml.draft import Draft
from argmap.yaml.gathering import elsewhere, ordered, stops
from argmap.yaml.nesting import read_nesting
from argmap.yaml.references import References
from argmap.yaml.swallowed import swallowed
from argmap.yaml.syntax import parse, uncollected
from argmap.yaml.tree import Mapping, Node, Scalar, Tree

#: What may be the name of something: an id, or a key.
_NAMES = re.compile(r"(?:\bid\s*:\s*['\"]?([^\s'\",}\]]+)|^\s*([^\s:#'\"]+)\s*:)", re.MULTILINE)


def read(source: Source) -> Document:
    """The document of a text. Total: whatever the text, it returns faults and never raises."""
    with uncollected():
        tree = parse(source)
        lost = elsewhere(swallowed(tree), tree.mended)
        tree.mended += (fault.span for fault in lost if fault.severity is Severity.ERROR)
        draft = read_nesting(tree)
        faults = [*tree.faults, *lost, *elsewhere(draft.faults, tree.mended)]
        understood, places = None, Places()
        # Where the syntax is faulty, anything may have been something else; where only a word or a
        # value is, the rest is what it seems to be, and can be judged in the same run.
        if draft.claims and not stops([*tree.faults, *lost]):
            whole = not stops(faults)
            understood, places = _assemble(draft, tree, faults, whole=whole)
            faults += _noticed(draft) if whole else []
        map = None if stops(faults) else understood
    return Document(source, tree, map, ordered(faults), places, understood)


def _noticed(draft: Draft) -> list[Diagnostic]:
    """What only the nesting shows and the map no longer does."""
    return [
        *(
            structure_codes.EMPTY_BLOCK.at(Span(k.start, k.end), word=k.text)
            for k in draft.empty_blocks
        ),
        *(structure_codes.LONE_PREMISE.at(Span(k.start, k.end)) for k in draft.lone_premises),
    ]


def _assemble(
    draft: Draft, tree: Tree, faults: list[Diagnostic], *, whole: bool
) -> tuple[ArgumentMap, Places]:
    """The map of a draft, and where everything in it stands.

    Where something is lost already (not `whole`), what seems to be missing may be in what is lost:
    names that stand anywhere in the text are not missed.
    """
    lost = (
        set()
        if whole
        else {nfc(name) for names in _NAMES.findall(tree.source.text) for name in names}
    )
    if len(draft.sources) == 1:
        _name_the_only_source(draft)
    references = References(draft, tree.source, faults, lost)
    nodes: dict[str, Node] = {claim.id: claim.node for claim in draft.claims}
    steps: dict[str, Mapping | None] = {}
    arguments = _arguments(draft, references, nodes, steps)
    places = Places(nodes, steps, tree.root)
    given: Any = {name: value for name, value in draft.fields.items() if value}
    map = ArgumentMap(
        claims=tuple([Claim(c.id, c.text, **c.fields) for c in draft.claims]),  # type: ignore[arg-type]
        arguments=tuple(arguments),
        theses=tuple(claim.id for claim in draft.theses),
        sources=tuple(draft.sources),
        people=tuple(draft.people),
        conflicts=tuple(draft.conflicts),
        **given,
    )
    faults += _sources(map, places, lost, whole)
    if references.followed:
        faults += _circles(map, places)
    faults += _version(map, places)
    return map, places


def _arguments(
    draft: Draft, references: References, nodes: dict[str, Node], steps: dict[str, Mapping | None]
) -> list[Argument]:
    """The arguments that are written, and those that exclusions stand for; where they stand."""
    follow, name = references.follow, references.namer.argument
    arguments: list[Argument] = []
    for one in draft.arguments:
        premises = tuple([follow(p) if type(p) is Scalar else p.id for p in one.premises])  # type: ignore[union-attr]
        id = one.id = one.id or name(premises[0] if premises else "nothing")
        fields: Any = one.fields
        arguments.append(Argument(id, premises, one.stance, one.target.id, **fields))
        nodes[id], steps[id] = one.node, one.step
    if draft.exclusions:
        pairs = {(a.premises, a.target) for a in arguments if a.stance is Stance.AGAINST}
        for claim, reference in draft.exclusions:
            other = follow(reference)
            for premise, target in ((claim.id, other), (other, claim.id)):
                if ((premise,), target) not in pairs:
                    pairs.add(((premise,), target))
                    id = name(premise)
                    arguments.append(Argument(id, (premise,), Stance.AGAINST, target))
                    nodes[id] = reference
    return arguments


def _name_the_only_source(draft: Draft) -> None:
    """Writes the single source into the citations that name none."""
    only = draft.sources[0].id
    for owner in draft.parts:
        cites: Any = owner.fields.get("cites")
        if cites:
            owner.fields["cites"] = tuple(
                cite if cite.source else Citation(only, cite.quote, cite.at, cite.note)
                for cite in cites
            )


def _sources(map: ArgumentMap, places: Places, lost: set[str], whole: bool) -> list[Diagnostic]:
    """Citations of what is no source of the map."""
    found: list[Diagnostic] = []
    known = {source.id for source in map.sources}
    spelling: Spelling | None = None
    for owner in map.parts:
        for index, citation in enumerate(owner.cites):
            if citation.source in known or citation.source in lost:
                continue
            if citation.source:
                spelling = spelling or Spelling(source.id for source in map.sources)
                near = spelling.near(citation.source)
                mend = f"did you mean `{near}`?" if near else ""
                span = places.span(owner.id, "cites", index, "source")
                found.append(codes.UNKNOWN_SOURCE.at(span, id=citation.source, mend=mend))
            elif whole:
                count = f"{len(known)} of them" if known else "none"
                span = places.span(owner.id, "cites", index, "quote")
                found.append(codes.WHICH_SOURCE.at(span, count=count))
    return found


def _circles(map: ArgumentMap, places: Places) -> list[Diagnostic]:
    """Claims that support themselves."""
    found = []
    for circle in support_circles(map):
        *through, start = [f"`{supported(map, argument)}`" for argument in circle]
        shown = " and ".join(through[:3]) + (" and others" if len(through) > 3 else "")
        way = f", through {shown}" if shown else ""
        span = places.span(circle[-1].id)
        found.append(codes.CIRCULAR_SUPPORT.at(span, start=start, way=way))
    return found


def _version(map: ArgumentMap, places: Places) -> list[Diagnostic]:
    """A version from the future."""
    if map.argmap in ("", words.VERSION):
        return []
    span = places.top("argmap")
    return [shape_codes.UNKNOWN_VERSION.at(span, value=map.argmap, version=words.VERSION)]
