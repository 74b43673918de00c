from dataclasses import replace
from typing import Annotated

import typer

from argmap.cli.annotate.changing import changed, layer_at
from argmap.cli.annotate.common import LayerFile, report
from argmap.cli.common import FOUND, fail


def submit(
    path: LayerFile,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Back to a draft.")] = False,
) -> None:
    """Hand a layer in: its status becomes "submitted".

    A layer with errors, or whose labels are not those of its codebooks, is not handed in.

    Examples:

      argmap annotate submit zoo.layers/maya.yaml
    """
    from argmap.annotation.checks.label_checks import labels
    from argmap.annotation.layers.edits import restated
    from argmap.annotation.layers.terms import terms_of
    from argmap.diagnostics import Severity, visible

    document = layer_at(path)
    layer = document.value
    assert layer is not None
    status = "draft" if withdraw else "submitted"
    faults = [] if withdraw else labels(document, terms_of(document))
    errors = tuple(fault for fault in faults if fault.severity is Severity.ERROR)
    if errors:
        report(replace(document, faults=errors))
        typer.echo(f"argmap: {visible(path)} was not submitted", err=True)
        raise typer.Exit(FOUND)
    if withdraw and layer.status in ("returned", "released"):
        fail(f"{visible(path)} is {layer.status} already")
    changed(path, lambda document: restated(document, status=status))
    count = len(layer.annotations)
    many = f"{count} annotation" + ("" if count == 1 else "s")
    was = "was " if layer.status == status else ""
    typer.echo(f"{visible(path)} {was}{status}: {many} by {visible(layer.shown)}")
