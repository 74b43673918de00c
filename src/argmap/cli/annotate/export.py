import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.common import Layers, MapOption, fail_if_left_out, open_study
from argmap.cli.annotate.grounding import SourceOption, ground
from argmap.cli.common import chosen, fail

if TYPE_CHECKING:
    from argmap.annotation.exchange import Export
    from argmap.annotation.studies import Study

FORMATS = ("jsonld", "csv", "criticmarkup")


def export(
    paths: Layers,
    format: Annotated[str, typer.Option(help="jsonld, csv or criticmarkup.")] = "jsonld",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="A file; - to print.")
    ] = "-",
    map: MapOption = "",
    text: Annotated[
        str,
        typer.Option(
            metavar="SOURCE", help="criticmarkup: the text of this source, and not the map."
        ),
    ] = "",
    source: SourceOption = None,
) -> None:
    """Write layers in a form of other programs.

    jsonld is the W3C's Web Annotation; csv has a row for each annotation and a column for each
    label; both can be read again by `import`. criticmarkup is the map's outline, or the text of a
    source, with highlights and comments. What a form does not hold is told on the error stream.

    Examples:

      argmap annotate export zoo.yaml -o zoo.jsonld

      argmap annotate export zoo.layers/maya.yaml --format csv -o maya.csv

      argmap annotate export zoo.yaml --format criticmarkup -o zoo.md
    """
    from argmap.diagnostics import visible

    (form,) = chosen(format, FORMATS)
    if text and form != "criticmarkup":
        fail("--text goes with --format criticmarkup")
    study = open_study(paths, map)
    out = _exported(study, form, text, source)
    for loss in out.losses:
        typer.echo(f"argmap: not in the {form}: {visible(loss)}", err=True)
    _write(study, out.text, output, form)
    fail_if_left_out(study)


def _exported(study: "Study", form: str, text: str, sources: list[str] | None) -> "Export":
    from argmap.diagnostics import did_you_mean

    map = study.document.map
    assert map is not None
    if form == "jsonld":
        from argmap.annotation.exchange import jsonld

        return jsonld.export(study.layers, map)
    if form == "csv":
        from argmap.annotation.exchange import table

        return table.export(study.layers)
    from argmap.annotation.exchange import criticmarkup

    if not text:
        return criticmarkup.export(study)
    known = [source.id for source in map.sources]
    if text not in known:
        fail(f"the map has no source `{text}`; {did_you_mean(text, known) or 'it has none'}")
    read = ground(study, sources).texts.get(text)
    if read is None:
        fail(f"the layers have no passages of `{text}`, or its text is not at hand; see --source")
    return criticmarkup.export(study, text, read)


def _write(study: "Study", text: str, output: str, form: str) -> None:
    """Prints the text, or writes it to a file that is none of those that it came from."""
    from argmap.diagnostics import visible
    from argmap.yaml.storage import replace_file

    if output == "-":
        if sys.stdout.isatty():
            text = "\n".join(_harmless(text))
        typer.echo(text, nl=False)
        return
    names = [study.document.source.name, *(layer.source.name for layer in study.layers)]
    target = Path(output)
    if target.exists() and any(Path(name).exists() and target.samefile(name) for name in names):
        fail(f"{visible(output)} is the map or a layer itself; name another file")
    # Excel takes a table for UTF-8 only if a byte-order mark says so.
    data = text.encode("utf-8-sig" if form == "csv" else "utf-8")
    try:
        replace_file(target, data)
    except OSError as error:
        fail(f"{visible(output)} cannot be written: {error.strerror}")


def _harmless(text: str) -> list[str]:
    """Lines that do nothing to a terminal."""
    from argmap.diagnostics import visible

    return [*(visible(line.rstrip("\r")) for line in text.rstrip("\n").split("\n")), ""]
