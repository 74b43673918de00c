from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.common import (
    FOUND,
    WRONG_USE,
    Paths,
    chosen,
    fail,
    files,
    progress,
    say,
)
from argmap.cli.drawing import DIRECTIONS, DRAWN, Job, Noted, Result, draw
from argmap.cli.marks import (
    HeatOption,
    LayersOption,
    ViewerOption,
    open_layers,
)
from argmap.cli.texts import SourceOption


def render(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Folder for the pictures; - for standard output.")
    ] = "output",
    format: Annotated[
        str, typer.Option(help="svg, png, pdf, dot, html; several by commas.")
    ] = "svg",
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
    source: SourceOption = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds that the layout of a picture may take.")
    ] = None,
) -> None:
    """Draw maps as SVG, PNG, PDF or Graphviz DOT, or as a page for a browser (html).

    Folders are drawn on all cores; a map with errors is reported and does not stop the others.
    A page is one file that needs no network; with --source the text can be read beside the map.

    Examples:

      argmap render maps/ -o output/

      argmap render zoo.yaml --format svg,png --theme dark

      argmap render zoo.yaml --focus suffering --legend -o -

      argmap render zoo.yaml --layers zoo.layers/ --heat disagreement

      argmap render zoo.yaml --format html --source survey=survey.pdf
    """
    from argmap.rendering import Options

    formats = chosen(format, DRAWN, several=True)
    chosen(direction, DIRECTIONS, "direction")
    given = {"depth": depth, "wrap": wrap, "timeout": timeout}
    if source and "html" not in formats:
        fail("`--source` is for a page: add `--format html`")
    for_pictures = {**given, "focus": focus, "pages": pages, "all": everything, "legend": legend}
    idle = [f"--{name}" for name, value in for_pictures.items() if value not in (None, "", False)]
    if idle and formats == ["html"]:
        fail(f"`{idle[0]}` is for pictures; in a page its reader folds and looks closer")
    options = Options(
        focus=focus, direction=direction, all=everything, legend=legend,  # type: ignore[arg-type]
        **{name: value for name, value in given.items() if value is not None},  # type: ignore[arg-type]
    )  # fmt: skip
    named = {path for path in paths if not Path(path).is_dir()}
    noted = Noted(tuple(layers or ()), heat, viewer)
    jobs = [
        Job(
            path, str(below.with_suffix("")), path in named, output, formats, theme, options, pages,
            noted, tuple(source or ()),
        )
        for path, below in files(paths)
    ]  # fmt: skip
    _check_targets(jobs, output)
    if source and len(jobs) != 1:
        fail("`--source` is for one map")
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


def _check_targets(jobs: list[Job], output: str) -> None:
    """Two maps must not be drawn over each other."""
    if output == "-":
        if len(jobs) != 1 or len(jobs[0].formats) != 1 or jobs[0].pages:
            fail("standard output takes one map in one format")
        return
    if Path(output).is_file() or (Path(output).suffix[1:] in DRAWN and not Path(output).is_dir()):
        fail(f"-o names a folder; for one file write `-o - > {output}`")
    seen: dict[str, str] = {}
    for job in jobs:
        other = seen.setdefault(job.stem, job.path)
        if other != job.path:
            fail(f"{other} and {job.path} would be drawn into the same file")


def _run(jobs: list[Job]) -> Iterator[Result]:
    """The results in the order of the jobs, as they come."""
    if len(jobs) < 2:
        yield from map(draw, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        yield from pool.map(draw, jobs)
