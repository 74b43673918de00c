"""Text to map: syntax, shape, references, each with all its faults."""

from argmap.diagnostics import Diagnostic, Severity, Source, Span, Spelling
from argmap.model import Argument, ArgumentMap, Citation, Claim, Stance
from argmap.model.circles import support_circles
from argmap.model.ids import Namer, nfc
from argmap.yaml import reference_codes as codes
from argmap.yaml import shape_codes, structure_codes, words
from argmap.yaml.document import Document, Places
from argmap.yaml.draft import Draft, DraftArgument, DraftClaim
from argmap.yaml.swallowed import swallowed
from argmap.yaml.syntax import Scalar, Tree, parse, uncollected


def read(source: Source) -> Document:
    """The document of a text. Total: whatever the text, it returns faults and never raises."""
    tree = parse(source)
    with uncollected():
        lost = [fault for fault in swallowed(tree) if not tree.is_mended(fault.span)]
        tree.mended += (fault.span for fault in lost if fault.severity is Severity.ERROR)
        draft = Draft(tree)
        # Where something else was read than was meant, what it lacks is no second fault.
        shape = [fault for fault in draft.faults if not tree.is_mended(fault.span)]
        faults = [*tree.faults, *lost, *shape]
        damaged = tree.root is None or any(f.severity is Severity.ERROR for f in faults)
        # References are judged only where nothing is missing: a lost claim is no unknown id.
        map, places = None, Places()
        if not damaged:
            map, places = _resolve(draft, tree, faults)
            faults += _noticed(draft)
        if any(fault.severity is Severity.ERROR for fault in faults):
            map = None
    unique = {(fault.code.name, fault.span.start): fault for fault in faults}
    ordered = sorted(unique.values(), key=lambda fault: (fault.span.start, fault.severity.rank))
    return Document(source, tree, map, tuple(ordered), places)


def _noticed(draft: Draft) -> list[Diagnostic]:
    """What only the nesting shows and the map no longer does."""
    return [
        *(structure_codes.EMPTY_BLOCK.at(Span(k.start, k.end), word=k.text) for k in draft.empty_blocks),
        *(structure_codes.LONE_PREMISE.at(Span(k.start, k.end)) for k in draft.lone_premises),
    ]


def _resolve(
    draft: Draft, tree: Tree, faults: list[Diagnostic]
) -> tuple[ArgumentMap, Places]:
    written = _written(draft, tree.source, faults)
    namer = Namer(written)
    for claim in draft.claims:
        claim.id = claim.id or namer.claim(claim.text)
    by_id = {claim.id: claim for claim in draft.claims}
    arguments: list[Argument] = []
    nodes = {claim.id: claim.node for claim in draft.claims}
    steps = {}
    for argument in draft.arguments:
        premises = tuple(_premise(p, written, by_id, tree.source, faults) for p in argument.premises)
        argument.id = argument.id or namer.argument(premises[0] if premises else "nothing")
        arguments.append(
            Argument(argument.id, premises, argument.stance, argument.target.id, **argument.fields)  # type: ignore[arg-type]
        )
        nodes[argument.id] = argument.node
        steps[argument.id] = argument.step
    pairs = {(a.premises, a.target) for a in arguments if a.stance is Stance.AGAINST}
    for claim, ref in draft.exclusions:
        other = _premise(ref, written, by_id, tree.source, faults)
        for premise, target in ((claim.id, other), (other, claim.id)):
            if ((premise,), target) not in pairs:
                pairs.add(((premise,), target))
                id = namer.argument(premise)
                arguments.append(Argument(id, (premise,), Stance.AGAINST, target))
                nodes[id] = ref
    places = Places(nodes, steps, tree.root)
    only = draft.sources[0].id if len(draft.sources) == 1 else ""
    map = ArgumentMap(
        claims=tuple(
            Claim(claim.id, claim.text, **_named(claim.fields, only)) for claim in draft.claims  # type: ignore[arg-type]
        ),
        arguments=tuple(_named_argument(a, only) for a in arguments),
        theses=tuple(claim.id for claim in draft.theses),
        sources=tuple(draft.sources),
        people=tuple(draft.people),
        **{name: value for name, value in draft.fields.items() if value},  # type: ignore[arg-type]
    )
    if not any(fault.severity is Severity.ERROR for fault in faults):
        faults += _integrity(map, places)
    return map, places


def _named(fields: dict[str, object], only: str) -> dict[str, object]:
    """`fields` with the single source written into citations that name none."""
    cites = fields.get("cites")
    if only and cites:
        fields["cites"] = tuple(
            c if c.source else Citation(only, c.quote, c.at, c.note)
            for c in cites  # type: ignore[attr-defined]
        )
    return fields


def _named_argument(argument: Argument, only: str) -> Argument:
    from dataclasses import replace

    if not argument.cites:
        return argument
    return replace(argument, **_named({"cites": argument.cites}, only))  # type: ignore[arg-type]


def _written(
    draft: Draft, source: Source, faults: list[Diagnostic]
) -> dict[str, DraftClaim | DraftArgument]:
    """The written ids and whose they are."""
    owners: dict[str, DraftClaim | DraftArgument] = {}
    for owner in (*draft.claims, *draft.arguments):
        if not owner.id:
            continue
        first = owners.setdefault(owner.id, owner)
        if first is not owner:
            one, two = sorted((_id_span(first), _id_span(owner)), key=lambda span: span.start)
            line = source.position(one.start)[0]
            faults.append(codes.DUPLICATE_ID.at(two, id=owner.id, line=line))
    return owners


def _id_span(owner: DraftClaim | DraftArgument) -> Span:
    node = owner.step if isinstance(owner, DraftArgument) else owner.node
    value = node.get("id")  # type: ignore[union-attr]
    return Span(value.start, value.end)  # type: ignore[union-attr]


def _premise(
    premise: DraftClaim | Scalar, written: dict[str, DraftClaim | DraftArgument],
    by_id: dict[str, DraftClaim], source: Source, faults: list[Diagnostic],
) -> str:  # fmt: skip
    """The id of a premise; a reference must lead to a claim with a written id."""
    if isinstance(premise, DraftClaim):
        return premise.id
    id = nfc(premise.text.strip())
    owner = written.get(id)
    if isinstance(owner, DraftClaim):
        return id
    span = Span(premise.start, premise.end)
    if owner is not None:
        faults.append(codes.REF_TO_STEP.at(span, id=id))
    elif id in by_id:
        line = source.position(by_id[id].node.start)[0]
        faults.append(
            codes.UNKNOWN_REF.at(span, id=id, mend=f"write `id: {id}` in the claim in line {line}")
        )
    else:
        claims = [name for name, owner in written.items() if isinstance(owner, DraftClaim)]
        near = did_you_mean(id, claims) if len(claims) < 5000 else ""
        faults.append(codes.UNKNOWN_REF.at(span, id=id, mend=near if "did" in near else ""))
    return id


def _integrity(map: ArgumentMap, places: Places) -> list[Diagnostic]:
    """Unknown sources, circular support, a version from the future."""
    found = []
    known = [source.id for source in map.sources]
    for owner in (*map.claims, *map.arguments):
        for index, citation in enumerate(owner.cites):
            if citation.source in known:
                continue
            if citation.source:
                span = places.span(owner.id, "cites", index, "source")
                mend = did_you_mean(citation.source, known) if known else ""
                found.append(codes.UNKNOWN_SOURCE.at(span, id=citation.source, mend=mend))
            else:
                count = f"{len(known)} of them" if known else "none"
                span = places.span(owner.id, "cites", index, "quote")
                found.append(codes.WHICH_SOURCE.at(span, count=count))
    for circle in support_circles(map):
        start = circle[0].premises[0] if circle[0].target in circle[-1].premises else circle[-1].target
        through = [f"`{argument.target}`" for argument in circle[:-1]]
        shown = " and ".join(through[:3]) + (" and others" if len(through) > 3 else "")
        span = places.span(circle[-1].id)
        way = f", through {shown}" if shown else ""
        found.append(codes.CIRCULAR_SUPPORT.at(span, id=circle[-1].target or start, way=way))
    if map.argmap not in ("", words.VERSION):
        span = places.top("argmap")
        found.append(
            shape_codes.UNKNOWN_VERSION.at(span, value=map.argmap, version=words.VERSION)
        )
    return found
