from json import dumps
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.common import fail


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")
    ] = None,
) -> None:
    """Print the JSON Schema of the map file, for editors that complete and check while one types.

    Point a map to it by its first line:

      # yaml-language-server: $schema=map.schema.json

    Example:

      argmap schema -o map.schema.json
    """
    from argmap.yaml.schema import schema as make

    text = dumps(make(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror}")
