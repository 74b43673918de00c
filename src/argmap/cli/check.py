import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, WRONG_USE, Paths, chosen, documents, fail, unreadable

if TYPE_CHECKING:
    from argmap.checks import Findings

FORMATS = ("text", "json", "github", "sarif")


def check(
    paths: Paths,
    format: Annotated[str, typer.Option(help="text, json, github or sarif.")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail as well.")] = False,
) -> None:
    """Find every fault of every map, with its place and what to write instead.

    Exit status: 0 nothing found, 1 faults found, 2 wrong use or nothing readable. Warnings fail
    only with --strict; hints never do.

    Examples:

      argmap check zoo.yaml

      argmap check maps/ --strict --format github
    """
    from argmap.checks import Findings
    from argmap.checks import check as find
    from argmap.checks.report import as_data
    from argmap.cli.project import project

    (form,) = chosen(format, FORMATS)
    every: list[Findings] = []
    rows: list[dict[str, Any]] = []
    lost = 0
    for document, _ in documents(paths):
        findings = find(document, project(document.source.name).ignore)
        every.append(findings)
        lost += unreadable(document)
        if form == "text":
            if findings.diagnostics:
                from argmap.cli.printing import findings_text

                typer.echo(findings_text(document.source, findings, painter()), nl=False)
        else:
            rows += as_data(document.source, findings)
    if not every:
        fail("no maps found")
    print_all(form, rows, every, "map")
    if lost == len(every):
        raise typer.Exit(WRONG_USE)
    if fails(every, strict):
        raise typer.Exit(FOUND)


def fails(every: "list[Findings]", strict: bool) -> bool:
    """Whether errors were found, or if it is strict warnings."""
    from argmap.diagnostics import Severity

    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(fault.severity in failing for found in every for fault in found.diagnostics)


def print_all(form: str, rows: list[dict[str, Any]], every: "list[Findings]", thing: str) -> None:
    """Prints findings: as text their sum only, for they were printed file by file."""
    if form == "text":
        from argmap.cli.printing import summary

        typer.echo(summary(len(every), every, thing))
    elif form == "github":
        from argmap.checks.report import as_github

        sys.stdout.write(as_github(rows))
    else:
        from json import dumps

        data: object = rows
        if form == "sarif":
            from argmap import __version__
            from argmap.checks.report import as_sarif
            from argmap.codes import CODES

            data = as_sarif(rows, CODES, __version__)
        typer.echo(dumps(data, ensure_ascii=False, indent=2))
