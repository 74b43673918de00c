from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.common import Layers, MapOption, fail_if_left_out, open_study
from argmap.cli.annotate.printing import print_data, width
from argmap.cli.common import FOUND, chosen, fail, say

if TYPE_CHECKING:
    from argmap.annotation.reports.values import Report
    from argmap.annotation.studies import Study

BY = ("class", "student", "claim")
FORMATS = {"text": ".txt", "markdown": ".md", "html": ".html", "csv": ".csv", "json": ".json"}


def report(
    paths: Layers,
    by: Annotated[str, typer.Option(help="class, student or claim.", show_default="class")] = "",
    student: Annotated[
        str, typer.Option(help="The report on one student, as it is handed out.")
    ] = "",
    unreleased: Annotated[
        bool,
        typer.Option("--unreleased", help="With what students may not see yet: for the teacher."),
    ] = False,
    format: Annotated[
        str,
        typer.Option(
            help="text, markdown, html, csv or json; by the ending of the file if not said.",
            show_default="text",
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="A file, - to print; a folder for a file per student."),
    ] = "",
    map: MapOption = "",
) -> None:
    """Report on a class, on each student, or on each claim: work, answers, agreement, grades.

    Without --student it is the teacher's own report and shows everything. What is handed out, with
    --student or with --by student into a folder, has what this student may see: the own work,
    answers to it, and of teachers' layers what `argmap annotate release` has released.

    Examples:

      argmap annotate report zoo.yaml

      argmap annotate report zoo.yaml --student maya --format html -o maya.html

      argmap annotate report zoo.yaml --by student --format html -o handed-out/
    """
    from argmap.diagnostics import visible

    output = "" if output == "-" else output
    form = _form(format, output)
    if student and by not in ("", "student"):
        fail("--student is the report on one student; leave out --by")
    (by,) = chosen(by or ("student" if student else "class"), BY, "report")
    folder = by == "student" and not student and bool(output)
    if folder and not _is_folder(output):
        fail(
            f"--by student writes a file for each student: name a folder, not {visible(output)}; "
            "`-o -` prints all of it"
        )
    if unreleased and not student and not folder:
        fail("--unreleased is for --student, or for --by student into a folder; the rest has all")
    study = open_study(paths, map)
    if folder:
        _hand_out(study, output, form, unreleased)
        fail_if_left_out(study)
        return
    from argmap.annotation.reports.made import NoStudentError, report_for
    from argmap.annotation.reports.made import report as report_on
    from argmap.cli.colour import painter

    try:
        found = report_for(study, student, unreleased=unreleased) if student else report_on(study)
    except NoStudentError as error:
        fail(visible(str(error)))
    if output:
        _write(output, _text(found, by, form))
    elif form in ("csv", "json", "html"):
        print_data(_text(found, by, form))
    else:
        typer.echo(_text(found, by, form, painter()), nl=False)
    fail_if_left_out(study)


def _form(format: str, output: str) -> str:
    """The format that is asked for, or else that of the file's ending; both must not differ."""
    from pathlib import Path

    from argmap.diagnostics import visible

    ending = "" if output.endswith(("/", "\\")) else Path(output).suffix.lower()
    named = next((form for form, known in FORMATS.items() if known == ending), "")
    (form,) = chosen(format or named or "text", tuple(FORMATS))
    if named and named != form:
        fail(f"{visible(output)} has the ending of {named}, and --format says {form}")
    return form


def _is_folder(output: str) -> bool:
    """Whether a path names a folder: it is one, or ends as one, or has no ending of a report."""
    from pathlib import Path

    path = Path(output)
    known = path.suffix.lower() in FORMATS.values() and not output.endswith(("/", "\\"))
    return path.is_dir() or not known


def _text(
    report: "Report", by: str, form: str, paint: Callable[[str, str], str] | None = None
) -> str:
    """The report in one of the formats."""
    if form == "html":
        from argmap.annotation.reports.html import as_html

        return as_html(report, by)
    if form == "markdown":
        from argmap.annotation.reports.markdown import as_markdown

        return as_markdown(report, by)
    if form == "csv":
        from argmap.annotation.reports.data import csv

        return csv(report, by)
    if form == "json":
        from json import dumps

        from argmap.annotation.reports.data import as_data

        return dumps(as_data(report, by), ensure_ascii=False, indent=2) + "\n"
    from argmap.annotation.reports.text import as_text

    return as_text(report, by, width(), paint or (lambda text, role: text))


def _hand_out(study: "Study", folder: str, form: str, unreleased: bool) -> None:
    """Writes a file for each student."""
    from pathlib import Path

    from argmap.annotation.reports.made import report_for, students_of

    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _failed(folder, error)
    taken: set[str] = set()
    for student in students_of(study):
        # Some file systems take `Maya` and `maya` for one name.
        name = student
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        made = report_for(study, student, unreleased=unreleased)
        _write(str(Path(folder, name + FORMATS[form])), _text(made, "student", form))


def _write(path: str, text: str) -> None:
    from argmap.yaml.storage import replace_file

    try:
        replace_file(path, text.encode("utf-8", "replace"))
    except OSError as error:
        _failed(path, error)
    say("wrote ", path)


def _failed(path: str, error: OSError) -> None:
    from argmap.diagnostics import visible

    reason = error.strerror or error
    typer.echo(f"argmap: {visible(path)} cannot be written: {reason}", err=True)
    raise typer.Exit(FOUND)
