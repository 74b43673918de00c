from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.changing import changed, layer_at
from argmap.cli.annotate.common import LayerFile

if TYPE_CHECKING:
    pass


def release(
    layer: LayerFile,
    student: Annotated[
        list[str] | None, typer.Option(help="Only to this student; repeat for several.")
    ] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help="Hide it again.")] = False,
) -> None:
    """Let students see what a teacher or an adjudicator wrote.

    Until then none of it stands in what `argmap annotate report` hands out: no answer, no label, no
    grade.

    Examples:

      argmap annotate release zoo.layers/ms-r.yaml

      argmap annotate release zoo.layers/ms-r.yaml --student maya --student leo

      argmap annotate release zoo.layers/ms-r.yaml --revoke
    """
    from argmap.annotation.nearby import nearby
    from argmap.annotation.reports.releasing import released, revoked, seen
    from argmap.diagnostics import visible
    from argmap.model.ids import nfc

    document = layer_at(layer)
    students = {
        one.value.annotator
        for one in nearby(document) if one.value is not None and not one.value.teaches
    }  # fmt: skip
    names = tuple(nfc(name) for name in student or ())
    change = revoked if revoke else released
    before = document.source.text
    document = changed(layer, lambda found: change(found, names, students))
    assert document.value is not None
    shown = visible(layer)
    unchanged = " already" if document.source.text == before else ""
    if revoke and not names:
        typer.echo(f"{shown}: hidden{unchanged} from all students")
        return
    if document.value.status == "released":
        typer.echo(f"{shown}: released{unchanged} to all students")
    else:
        to = ", ".join(document.value.released) or "nobody"
        typer.echo(f"{shown}: seen{unchanged} by {to}")
    for line in seen(document.value, students):
        typer.echo(f"  {visible(line)}")
