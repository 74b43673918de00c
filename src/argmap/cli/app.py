"""All commands, named in one place."""

import os
import sys
from typing import Annotated

import typer

from argmap.cli.annotate import app as annotate
from argmap.cli.check import check
from argmap.cli.diff import diff
from argmap.cli.explain import explain
from argmap.cli.fmt import fmt
from argmap.cli.git import app as git
from argmap.cli.log import log
from argmap.cli.merge import merge
from argmap.cli.new import new
from argmap.cli.patch import patch
from argmap.cli.quotes import quotes
from argmap.cli.render import render
from argmap.cli.resolve import resolve
from argmap.cli.schema import schema
from argmap.cli.serve import serve
from argmap.cli.show import show
from argmap.cli.stats import stats

app = typer.Typer(
    name="argmap",
    help="Argument maps: written by hand in YAML, checked in plain words, drawn by Graphviz.",
    epilog="Start with: argmap new zoo.yaml && argmap check zoo.yaml && argmap render zoo.yaml",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = (
    check, render, serve, show, diff, log, patch, merge, resolve, fmt, new, stats, quotes, explain,
    schema,
)  # fmt: skip
for _command in COMMANDS:
    app.command()(_command)
app.add_typer(annotate, name="annotate")
app.add_typer(git, name="git")


def _version(wanted: bool) -> None:
    if wanted:
        from argmap import __version__

        typer.echo(f"argmap {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def run() -> None:
    """Runs the application; a closed pipe and an interrupt are no tracebacks."""
    for stream in (sys.stdout, sys.stderr):
        # Maps speak every script, whatever a pipe on Windows believes.
        if stream is not None and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    try:
        app()
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough; Python must not flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        typer.echo(
            f"argmap: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True
        )
        sys.exit(2)
