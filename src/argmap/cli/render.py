import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.common import (
    FOUND,
    WRONG_USE,
    Paths,
    another_kind,
    chosen,
    fail,
    files,
    progress,
    read,
    say,
)
from argmap.cli.marks import (
    HeatOption,
    LayersOption,
    MarksError,
    ViewerOption,
    documents,
    marks,
    open_layers,
)

if TYPE_CHECKING:
    from argmap.rendering import Options

FORMATS = ("svg", "png", "pdf", "dot")
DIRECTIONS = ("auto", "up", "down", "left", "right")


def render(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Folder for the pictures; - for standard output.")
    ] = "output",
    format: Annotated[str, typer.Option(help="svg, png, pdf, dot; several by commas.")] = "svg",
    theme: Annotated[
        str, typer.Option(help="light, dark, print, colour-blind, or one of argmap.toml.")
    ] = "",
    depth: Annotated[
        int | None, typer.Option(min=0, help="Levels to draw; the rest is folded.")
    ] = None,
    focus: Annotated[str, typer.Option(help="Id of a claim: draw it and what bears on it.")] = "",
    direction: Annotated[
        str, typer.Option(help="Side of the thesis: auto, up, down, left, right.")
    ] = "auto",
    wrap: Annotated[
        int | None, typer.Option(min=8, max=200, help="Columns per line of a claim.")
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="A picture per main branch, and one of the whole.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Draw every claim; large maps are folded otherwise.")
    ] = False,
    legend: Annotated[bool, typer.Option("--legend", help="Explain the signs.")] = False,
    layers: LayersOption = None,
    heat: HeatOption = "",
    viewer: ViewerOption = "",
    timeout: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds that the layout of a picture may take.")
    ] = None,
) -> None:
    """Draw maps as SVG, PNG, PDF or Graphviz DOT.

    Folders are drawn on all cores; a map with errors is reported and does not stop the others.

    Examples:

      argmap render maps/ -o output/

      argmap render zoo.yaml --format svg,png --theme dark

      argmap render zoo.yaml --focus suffering --legend -o -

      argmap render zoo.yaml --layers zoo.layers/ --heat disagreement
    """
    from argmap.rendering import Options

    formats = chosen(format, FORMATS, several=True)
    chosen(direction, DIRECTIONS, "direction")
    given = {"depth": depth, "wrap": wrap, "timeout": timeout}
    options = Options(
        focus=focus, direction=direction, all=everything, legend=legend,  # type: ignore[arg-type]
        **{name: value for name, value in given.items() if value is not None},  # type: ignore[arg-type]
    )  # fmt: skip
    named = {path for path in paths if not Path(path).is_dir()}
    noted = Noted(tuple(layers or ()), heat, viewer)
    jobs = [
        Job(
            path, str(below.with_suffix("")), path in named, output, formats, theme, options, pages,
            noted,
        )
        for path, below in files(paths)
    ]  # fmt: skip
    _check_targets(jobs, output)
    faulty = any(one.value is None for one in open_layers(layers, heat, viewer))
    results = [result for result in progress(_run(jobs), "drawing", len(jobs)) if result.drawn]
    for note in dict.fromkeys(note for result in results for note in result.notes):
        typer.echo(note, err=True, nl=not note.endswith("\n"))
    for result in results:
        for path in result.written if output != "-" else ():
            say("", path)
    if not results:
        fail("no maps found")
    if any(result.failed for result in results):
        raise typer.Exit(FOUND if any(not result.lost for result in results) else WRONG_USE)
    if layers and not any(result.noted for result in results):
        fail("none of the layers is about what was drawn")
    if faulty:
        raise typer.Exit(FOUND)


@dataclass(frozen=True, slots=True)
class Noted:
    """The options on layers."""

    layers: tuple[str, ...] = ()
    heat: str = ""
    viewer: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One map to draw, as a process of its own can take it."""

    path: str
    stem: str
    named: bool
    output: str
    formats: list[str]
    theme: str
    options: "Options"
    pages: bool
    noted: Noted = Noted()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a map: files, things to say, whether it failed, could not be read, was one,
    and whether layers are about it."""

    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    failed: bool = False
    lost: bool = False
    drawn: bool = True
    noted: bool = False


def _check_targets(jobs: list[Job], output: str) -> None:
    """Two maps must not be drawn over each other."""
    if output == "-":
        if len(jobs) != 1 or len(jobs[0].formats) != 1 or jobs[0].pages:
            fail("standard output takes one map in one format")
        return
    if Path(output).is_file() or (Path(output).suffix[1:] in FORMATS and not Path(output).is_dir()):
        fail(f"-o names a folder; for one file write `-o - > {output}`")
    seen: dict[str, str] = {}
    for job in jobs:
        other = seen.setdefault(job.stem, job.path)
        if other != job.path:
            fail(f"{other} and {job.path} would be drawn into the same file")


def _run(jobs: list[Job]) -> Any:
    """The results in the order of the jobs, as they come."""
    if len(jobs) < 2:
        yield from map(draw, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        yield from pool.map(draw, jobs)


def draw(job: Job) -> Result:
    """Loads a map and writes its pictures; whatever goes wrong is in the result."""
    from argmap.diagnostics import visible
    from argmap.project import SettingsError, settings_for
    from argmap.rendering import RenderError
    from argmap.yaml.files import is_map

    document = read(job.path)
    if not job.named and not is_map(document):
        return Result(drawn=False)
    other = another_kind(document)
    if other:
        return Result(notes=(f"argmap: {other}",), failed=True, lost=True)
    if document.map is None:
        from argmap.cli.printing import errors_text

        lost = any(fault.code.name == "unreadable" for fault in document.faults)
        return Result(notes=(errors_text(document),), failed=True, lost=lost)
    try:
        settings = settings_for(job.path)
        layers = documents(job.noted.layers)
        overlay, notes = marks(document, layers, job.noted.heat, job.noted.viewer)
        return _draw(job, document.map, settings, overlay, notes)
    except (SettingsError, MarksError) as error:
        return Result(notes=(f"argmap: {error}",), failed=True, lost=True)
    except RenderError as error:
        return Result(notes=(f"argmap: {visible(job.path)}: {error}",), failed=True)
    except OSError as error:
        note = f"argmap: {visible(job.output)} cannot be written: {error.strerror}"
        return Result(notes=(note,), failed=True)


def _draw(job: Job, map: Any, settings: Any, overlay: Any, said: tuple[str, ...]) -> Result:
    from argmap.diagnostics import visible
    from argmap.rendering import pages, render
    from argmap.yaml.storage import replace_file

    name = job.theme or settings.theme
    options = replace(job.options, theme=settings.drawn_in(name))
    written, notes = [], [*said]
    for suffix, page in pages(map, options) if job.pages else [("", options)]:
        for format in job.formats:
            picture = render(map, format, page, overlay)  # type: ignore[arg-type]
            notes += [f"argmap: {visible(job.path)}: {note}" for note in picture.notes]
            if job.output == "-":
                sys.stdout.buffer.write(picture.data)
                continue
            target = Path(job.output, f"{job.stem}{suffix}.{format}")
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, picture.data)
            written.append(str(target))
    return Result(tuple(written), tuple(dict.fromkeys(notes)), noted=overlay is not None)
