from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.common import chosen, fail

TEMPLATES = ("debate", "article", "decision")


def new(
    file: Annotated[Path, typer.Argument(help="The file to write, or -; it must not exist yet.")],
    template: Annotated[str, typer.Option(help="debate, article or decision.")] = "debate",
) -> None:
    """Write a starter map that teaches the language by its comments.

    debate: a thesis, reasons and counterpoints. article: who says what, with sources and quotes.
    decision: several theses, shared criteria, weights.

    Examples:

      argmap new zoo.yaml

      argmap new bridge.yaml --template decision
    """
    from importlib.resources import files

    from argmap.diagnostics import visible

    (name,) = chosen(template, TEMPLATES, "template")
    text = files("argmap.templates").joinpath(f"{name}.yaml").read_bytes()
    if str(file) == "-":
        typer.echo(text.decode(), nl=False)
        return
    try:
        with file.open("xb") as target:
            target.write(text)
    except FileExistsError:
        fail(f"{file} exists already, and was left as it is")
    except FileNotFoundError:
        fail(f"the folder `{file.parent}` does not exist; make it first")
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}")
    shown = visible(str(file))
    typer.echo(f"wrote {shown}; next: argmap check {shown} && argmap render {shown}")
