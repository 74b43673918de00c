from typing import Annotated

import typer

from argmap.cli.colour import painter
from argmap.cli.common import OnePath, chosen, one

FORMATS = ("text", "markdown", "json")


def show(
    path: OnePath,
    format: Annotated[str, typer.Option(help="text, markdown or json.")] = "text",
) -> None:
    """Print the argument as a tree, as nested lists, or as the flat model.

    Examples:

      argmap show maps/assad-fall.yaml

      argmap show zoo.yaml --format markdown > zoo.md

      argmap show zoo.yaml --format json | python -m json.tool
    """
    (form,) = chosen(format, FORMATS)
    map = one(path).map
    assert map is not None
    if form == "json":
        from argmap.views.flat import as_json

        typer.echo(as_json(map), nl=False)
        return
    from argmap.views.tree import as_markdown, as_text

    if form == "markdown":
        typer.echo(as_markdown(map), nl=False)
        return
    from shutil import get_terminal_size

    width = min(get_terminal_size((100, 24)).columns, 120)
    typer.echo(as_text(map, painter(), width), nl=False)
