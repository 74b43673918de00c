import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, WRONG_USE, OnePath, chosen, fail, one
from argmap.cli.texts import SourceOption, given

if TYPE_CHECKING:
    from argmap.quotes.report import Report

FORMATS = ("text", "json")


def quotes(
    path: OnePath,
    source: SourceOption = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    everything: Annotated[
        bool, typer.Option("--all", help="List the quotes that hold as well.")
    ] = False,
    uncited: Annotated[
        bool, typer.Option("--uncited", help="List the passages that nothing in the map quotes.")
    ] = False,
    marked: Annotated[
        str,
        typer.Option(metavar="FILE", help="Write the source with its quotes marked; - to print."),
    ] = "",
) -> None:
    """Hold each quote of a map against the text of its source, and tell what the map leaves out.

    A quote is exact, differs in typography, has marked elisions, is altered or missing. Exit
    status: 0 all hold, 1 some are altered or missing, 2 wrong use or no text to look in.

    Examples:

      argmap quotes zoo.yaml

      argmap quotes zoo.yaml --source survey=survey.pdf --uncited

      argmap quotes zoo.yaml --source survey.txt --marked survey.marked.md
    """  # fmt: skip
    (form,) = chosen(format, FORMATS)
    if marked == "-" and form == "json":
        fail("`--marked -` and `--format json` both print; write the marked text to a file")
    document = one(path)
    assert document.map is not None
    named = given(document.map, source or [])
    from argmap.diagnostics import visible
    from argmap.quotes.listing import as_text
    from argmap.quotes.report import as_data, report_on

    report = report_on(document, named)
    for unread, (file, reason) in report.texts.unread.items():
        typer.echo(f"argmap: {visible(file)} (source {visible(unread)}): {reason}", err=True)
    if any(unread in named for unread in report.texts.unread):
        raise typer.Exit(WRONG_USE)
    if report.verdicts and sum(report.unchecked.values()) == len(report.verdicts):
        _fail_without_texts(report)
    if form == "json":
        from json import dumps

        typer.echo(dumps(as_data(report), ensure_ascii=False, indent=2))
    else:
        stream = sys.stderr if marked == "-" else sys.stdout
        typer.echo(as_text(report, painter(stream), everything, uncited), file=stream, nl=False)
    if marked:
        _mark(report, marked)
    if report.fails:
        raise typer.Exit(FOUND)


def _fail_without_texts(report: "Report") -> None:
    from argmap.quotes.listing import many

    first = next(iter(report.unchecked))
    fail(
        f"no text to hold {many(len(report.verdicts), 'quote')} against; "
        f"name one by --source {first}=FILE, or write `file:` under `sources: {first}:`"
    )


def _mark(report: "Report", target: str) -> None:
    """Writes the marked texts; a terminal gets them without escape sequences."""
    from argmap.diagnostics import visible
    from argmap.quotes.report import as_marked
    from argmap.yaml.storage import replace_file

    if not report.texts.read:
        fail("no text to mark; name one by --source")
    text = as_marked(report)
    if target == "-":
        if sys.stdout.isatty():
            text = "\n".join(visible(line) for line in text.splitlines())
        typer.echo(text, nl=not text.endswith("\n"))
        return
    names = [report.document.source.name, *(read.name for read in report.texts.read.values())]
    if any(Path(name).exists() and Path(target).exists() and Path(name).samefile(target)
           for name in names):  # fmt: skip
        fail(f"{target} is the map or a source itself; name another file for the marked text")
    try:
        replace_file(target, text.encode())
    except OSError as error:
        fail(f"{target} cannot be written: {error.strerror}")
