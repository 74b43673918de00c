from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.annotate.common import Layers, MapOption, fail_if_left_out, open_study
from argmap.cli.common import chosen, fail

if TYPE_CHECKING:
    from argmap.annotation.conversation import Said
    from argmap.annotation.selecting import Group, Row, Wish
    from argmap.annotation.studies import Study
    from argmap.cli.colour import Paint

FORMATS = ("text", "json")


def list_(
    paths: Layers,
    claim: Annotated[
        str, typer.Option(help="About a claim or an argument, by its id, or grounding it.")
    ] = "",
    annotator: Annotated[str, typer.Option(help="Of one annotator.")] = "",
    motivation: Annotated[str, typer.Option(help="Of one motivation, such as questioning.")] = "",
    label: Annotated[
        str, typer.Option(metavar="NAME[=VALUE]", help="With a label, or with a value of it.")
    ] = "",
    open: Annotated[bool, typer.Option("--open", help="What is not settled.")] = False,
    resolved: Annotated[bool, typer.Option("--resolved", help="What is settled.")] = False,
    map: MapOption = "",
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """List annotations in the order of the map, answers below what they answer.

    As text, what is listed only because an answer to it is wanted stands in brackets. As JSON a
    list of objects: `id` (ANNOTATOR/ID), `file`, `annotator`, `name`, `role`, `about` (the target
    of the thread: `kind`, `id`, `text`), `depth` in the thread, and `target`, `motivation`, `body`,
    `labels`, `votes`, `resolved`, `created` as layers have them; what is empty is left out of
    `target` only.

    Examples:

      argmap annotate list zoo.yaml --open

      argmap annotate list zoo.layers/maya.yaml --label clarity=2

      argmap annotate list zoo.layers/ --claim suffering --format json
    """
    from argmap.annotation.selecting import groups

    (form,) = chosen(format, FORMATS)
    study = open_study(paths, map)
    found = groups(study, _wish(study, claim, annotator, motivation, label, open, resolved))
    if form == "json":
        from json import dumps

        rows = [_data(group, row) for group in found for row in group.rows if row.wanted]
        typer.echo(dumps(rows, ensure_ascii=False, indent=2))
    else:
        from argmap.cli.colour import painter
        from argmap.cli.terminal import width

        typer.echo(_text(found, painter(), width()), nl=False)
    fail_if_left_out(study)


def _wish(
    study: "Study", claim: str, annotator: str, motivation: str, label: str, open: bool,
    resolved: bool,
) -> "Wish":  # fmt: skip
    """The options as a wish; what nothing could have ends the command."""
    from argmap.annotation.layers.labels import named
    from argmap.annotation.layers.words import MOTIVATIONS
    from argmap.annotation.selecting import Wish, labels_used
    from argmap.model.ids import nfc

    if open and resolved:
        fail("give --open or --resolved, or neither for both")
    if motivation:
        chosen(motivation, MOTIVATIONS, "motivation")
    known = study.document.map
    assert known is not None
    claim, annotator = nfc(claim), nfc(annotator)
    if claim and claim not in known.claim and claim not in known.argument:
        named_by = {one.target.id for layer in study.values for one in layer.annotations}
        if claim not in named_by:  # lost, but still spoken of
            fail(_unknown("claim", claim, list(known.claim)))
    annotators = [layer.annotator for layer in study.values]
    if annotator and annotator not in annotators:
        fail(_unknown("annotator", annotator, annotators))
    name, value = named(study.codebook, label) or (label.rstrip("= "), "")
    labels = list(labels_used(study)) if label else []
    if label and name not in labels:
        fail(_unknown("label", name, labels))
    return Wish(claim, annotator, motivation, name, value, None if open is resolved else resolved)


def _unknown(what: str, name: str, known: list[str]) -> str:
    from argmap.diagnostics import did_you_mean, visible

    mend = did_you_mean(name, known)
    return visible(f"there is no {what} `{name}`" + (f"; {mend}" if mend else ""))


def _data(group: "Group", row: "Row") -> dict[str, Any]:
    from argmap.annotation.layers.edits import target_data
    from argmap.diagnostics import utf_8

    said, one = row.said, row.said.annotation
    return {
        "id": said.name,
        "file": utf_8(said.document.source.name),
        "annotator": said.layer.annotator,
        "name": said.layer.name,
        "role": said.layer.role,
        "about": {"kind": group.kind, "id": group.id, "text": group.text},
        "depth": row.depth,
        "target": target_data(one.target),
        "motivation": one.motivation,
        "body": one.body,
        "labels": dict(one.labels),
        "votes": {label: dict(votes) for label, votes in one.votes.items()},
        "resolved": one.resolved,
        "created": one.created,
    }


def _text(found: "list[Group]", paint: "Paint", width: int) -> str:
    from argmap.diagnostics import many

    rows: list[str] = []
    for group in found:
        rows += [*_heading(group, paint, width)]
        for row in group.rows:
            rows += _shown(row, paint, width)
        rows.append("")
    wanted = [row.said for group in found for row in group.rows if row.wanted]
    who = len({said.layer.annotator for said in wanted})
    total = many(len(wanted), "annotation") + (f" by {many(who, 'annotator')}" if wanted else "")
    return "\n".join([*rows, total if wanted else "no annotations"]) + "\n"


def _heading(group: "Group", paint: "Paint", width: int) -> list[str]:
    """What the annotations below it are about."""
    from argmap.diagnostics import visible

    if group.kind == "layer":
        what = f"all the work of {visible(group.id)}"
    else:
        what = f"{group.kind} {visible(group.id)}"
        lost = " (not in the map)" if group.kind != "annotation" else " (not among these layers)"
        what += f": {visible(group.text)}" if group.text else lost
    return [paint(row, "thesis") for row in _wrapped(what, width)]


def _shown(row: "Row", paint: "Paint", width: int) -> list[str]:
    """An annotation: a line that says who and what, and below it what it says."""
    from argmap.diagnostics import visible

    said, one = row.said, row.said.annotation
    pad = "  " * (1 + min(row.depth, 10))
    name = said.name if row.wanted else f"({said.name})"
    parts = [_who(said), one.motivation, one.created, "resolved" if one.resolved else ""]
    head = " · ".join(visible(part) for part in parts if part)
    rows = [paint(f"{pad}{name}  ", "code") + paint(head, "dim")]
    if not row.wanted:
        return rows
    quote = f"“{one.target.quote}”" if one.target.quote else ""
    grounds = f"grounds {', '.join(one.target.claims)}" if one.target.claims else ""
    labels = " · ".join(f"{label} {_value(value)}" for label, value in one.labels.items())
    votes = " · ".join(
        f"{label}: " + ", ".join(f"{who} {_value(value)}" for who, value in votes.items())
        for label, votes in one.votes.items()
    )
    room = max(width - len(pad) - 2, 30)
    for text, role in (
        (visible(quote), "dim"), (visible(grounds), "dim"), (visible(labels), "hint"),
        (visible(votes), "dim"), *((visible(line), "") for line in one.body.split("\n")),
    ):  # fmt: skip
        rows += [f"{pad}  {paint(part, role) if role else part}" for part in _wrapped(text, room)]
    return rows


def _who(said: "Said") -> str:
    """The annotator's name for people, and the role of somebody who is no student."""
    layer = said.layer
    name = layer.name if layer.name != layer.annotator else ""
    role = layer.role if layer.teaches else ""
    return f"{name} ({role})" if name and role else name or role


def _value(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _wrapped(text: str, width: int) -> list[str]:
    if (len(text) if text.isascii() else 2 * len(text)) <= width:  # no character is wider than two
        return [text] if text.strip() else []
    if text.isascii():
        from textwrap import wrap
    else:
        from wcwidth import wrap
    return wrap(text, width, break_on_hyphens=False)
