from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.annotate.common import MapOption, fail_if_left_out, open_study
from argmap.cli.annotate.printing import print_data, print_json, print_tables
from argmap.cli.common import chosen, fail, one, read

if TYPE_CHECKING:
    from argmap.yaml.document import Document

FORMATS = ("text", "json", "markdown", "csv")


def compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Layers, folders of layers, or a map for the layers beside it; or two maps.",
        ),
    ],
    map: MapOption = "",
    with_teachers: Annotated[
        bool, typer.Option("--with-teachers", help="Compare teachers and adjudicators as well.")
    ] = False,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Cohen's kappa of every two annotators.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="List all disagreements, and all who disagree.")
    ] = False,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=FILE", help="Of two maps: the text of a source; repeat."),
    ] = None,
    format: Annotated[str, typer.Option(help="text, json, markdown or csv.")] = "text",
) -> None:
    """Tell how far annotators agree, per label and per target, and where they do not.

    Percentage, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha over the layers of students;
    a figure that has no meaning is said to be undefined, and why. Of two maps of one text: which
    claims and relations they share, and the figures for that.

    Examples:

      argmap annotate compare zoo.yaml

      argmap annotate compare maya.yaml leo.yaml --pairs

      argmap annotate compare maya-map.yaml leo-map.yaml --source article=article.txt
    """
    (form,) = chosen(format, FORMATS)
    maps = _two_maps(paths)
    if maps and (with_teachers or pairs or everything or map):
        fail("--map, --with-teachers, --pairs and --all are for layers, and these are two maps")
    if source and not maps:
        fail("--source is for two maps, and these are layers")
    if maps:
        _print(form, *_of_maps(maps[0], maps[1], source or []))
        return
    from functools import partial

    from argmap.annotation.agreement.comparison import compare as compared
    from argmap.annotation.agreement.data import as_data, rows
    from argmap.annotation.agreement.tables import tables

    study = open_study(paths, map)
    found = compared(study, with_teachers)
    shown = partial(tables, found, pairs, everything)
    _print(form, shown, partial(rows, found), partial(as_data, found))
    fail_if_left_out(study)


def _two_maps(paths: list[str]) -> "list[Document]":
    """The documents of two paths, if both are maps; maps among other paths end the command."""
    from argmap.annotation.layers.files import folder_of
    from argmap.yaml.files import is_map

    if len(paths) < 2:
        return []
    files = [path for path in paths if not Path(path).is_dir()]
    maps = [path for path in files if is_map(read(path))]
    if len(maps) == 2 == len(paths):
        return [one(path) for path in paths]
    alone = [path for path in maps if not folder_of(Path(path)).is_dir()]
    if len(maps) > 1 or alone:
        fail(f"compare layers, or exactly two maps; {(alone or maps)[0]} is a map")
    return []


def _of_maps(first: "Document", second: "Document", given: list[str]) -> Any:
    """The tables, rows and data of two maps."""
    from argmap.annotation.agreement.map_tables import as_data, rows, tables
    from argmap.annotation.agreement.maps import compare_maps
    from argmap.matching import match

    assert first.map is not None
    assert second.map is not None
    texts = _texts(first, second, given)
    paired = match(first.map, second.map).new_of
    found = compare_maps(first.map, second.map, paired, texts)
    maps = first.map, second.map
    return lambda: tables(found, *maps), lambda: rows(found), lambda: as_data(found)


def _texts(first: "Document", second: "Document", given: list[str]) -> dict[str, str]:
    """The texts of both maps' sources; those that cannot be read are told of."""
    from argmap.diagnostics import visible
    from argmap.quotes import texts_of

    files = {}
    for item in given:
        id, _, file = item.partition("=")
        if not id or not file:
            fail(f"write --source as ID=FILE, not `{visible(item)}`")
        files[id] = file
    found: dict[str, str] = {}
    for document in (first, second):
        assert document.map is not None
        known = {source.id for source in document.map.sources}
        texts = texts_of(document.map, document.source.name, {
            id: file for id, file in files.items() if id in known
        })  # fmt: skip
        for id, (file, why) in texts.unread.items():
            typer.echo(f"argmap: source {visible(id)}: {visible(file)}: {why}", err=True)
        for id, text in texts.read.items():
            if found.setdefault(id, text.text) != text.text:
                name = visible(f"source {id} of {document.source.name}")
                typer.echo(f"argmap: {name} has another text than the first map's", err=True)
    for id in files:
        if all(id not in {s.id for s in d.map.sources} for d in (first, second) if d.map):
            fail(f"neither map has a source `{visible(id)}`")
    return found


def _print(form: str, tables: Any, rows: Any, data: Any) -> None:
    """Prints in one of the formats; only that one is made."""
    if form == "json":
        print_json(data())
    elif form == "csv":
        from argmap.annotation.tables import as_csv

        print_data(as_csv(*rows()))
    else:
        print_tables(tables(), form)
