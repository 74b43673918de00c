from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.ask import for_label, on_terminal
from argmap.cli.annotate.changing import changed, layer_at
from argmap.cli.annotate.common import Layers, MapOption, fail_if_left_out, open_study
from argmap.cli.annotate.printing import print_json, print_tables
from argmap.cli.common import FOUND, chosen, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.annotation.adjudication.deciding import Adjudication
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Layer
    from argmap.annotation.studies import Study

    #: From the adjudicator's layer, and decisions by hand, to what becomes of it.
    Judge = Callable[[Layer, list[str]], Adjudication]

FORMATS = ("text", "json", "markdown")


def adjudicate(
    paths: Layers,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The adjudicator's layer, made if it is missing.")
    ] = "",
    annotator: Annotated[str, typer.Option(help="Who adjudicates; for a new layer.")] = "",
    name: Annotated[str, typer.Option(help="The adjudicator's name for people.")] = "",
    majority: Annotated[
        bool, typer.Option("--majority", help="More than half of the votes decide.")
    ] = False,
    single: Annotated[
        bool, typer.Option("--single", help="One vote decides where there is no other.")
    ] = False,
    decide: Annotated[
        list[str] | None,
        typer.Option(metavar="ID:LABEL=VALUE", help="Decide by hand, also anew; repeat."),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Walk through what is open, on a terminal.")
    ] = False,
    with_teachers: Annotated[
        bool, typer.Option("--with-teachers", help="Labels of teachers are votes as well.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="List all labels and annotators, however many.")
    ] = False,
    map: MapOption = "",
    format: Annotated[str, typer.Option(help="text, json or markdown.")] = "text",
) -> None:
    """Bring the labels of several layers together and decide about each.

    The adjudicator's layer has one annotation for each target that somebody labelled, with all
    votes. A label on which all agree, two or more, is decided; the rest is left open. Running it
    again adds what is new: what was decided stays, whatever the votes become.

    Examples:

      argmap annotate adjudicate zoo.yaml --annotator ms-r

      argmap annotate adjudicate zoo.yaml -o zoo.layers/ms-r.yaml --majority

      argmap annotate adjudicate zoo.yaml -o zoo.layers/ms-r.yaml --decide a3:clarity=4
    """
    from argmap.annotation.adjudication.deciding import adjudicate as judged
    from argmap.annotation.adjudication.tables import as_data, summary, tables
    from argmap.annotation.layers.beginning import path_for, sound_id
    from argmap.annotation.layers.edits import RefusedError
    from argmap.diagnostics import visible

    (form,) = chosen(format, FORMATS)
    if ask and not on_terminal():
        fail("--ask needs a terminal; use --decide ID:LABEL=VALUE")
    if not output and not annotator:
        fail("say who adjudicates with --annotator, or which layer to go on with by -o")
    study = open_study(paths, map)
    try:
        path = Path(output) if output else _short(path_for(study.document, sound_id(annotator)))
    except RefusedError as error:
        fail(str(error))
    study = _without(study, path)

    def judge(layer: "Layer", decisions: list[str]) -> "Adjudication":
        return judged(
            layer, study, single=single, majority=majority, with_teachers=with_teachers,
            decisions=decisions,
        )  # fmt: skip

    document, found = _settled(study, path, annotator, name, judge, decide or [], bool(map))
    if ask:
        answers = _asked(found, study)
        if answers:
            document, found = _settled(study, path, "", "", judge, answers, bool(map))
    if form == "json":
        print_json(as_data(found))
    else:
        print_tables(tables(found, everything), form)
        typer.echo(f"{visible(str(path))}: {summary(found)}", err=form == "markdown")
    _tell_of_codebooks(document, found)
    fail_if_left_out(study)


def _short(path: Path) -> Path:
    """The path without detours such as `zoo.layers/..`, where it leads to the same place."""
    import os

    short = Path(os.path.normpath(path))
    above = short.parent.parent, path.parent.parent
    return short if all(one.is_dir() for one in above) and above[0].samefile(above[1]) else path


def _without(study: "Study", path: Path) -> "Study":
    """The study without the adjudicator's own layer."""
    import os
    from dataclasses import replace

    own = os.path.realpath(path)
    left = tuple(one for one in study.layers if os.path.realpath(one.source.name) != own)
    if not left:
        fail("there are no layers besides the adjudicator's own")
    return replace(study, layers=left)


def _settled(
    study: "Study",
    path: Path,
    annotator: str,
    name: str,
    judge: "Judge",
    decisions: list[str],
    trusted: bool,
) -> "tuple[LayerDocument, Adjudication]":
    """Makes or changes the adjudicator's layer; gives it, and what became of the labels."""
    from argmap.annotation.adjudication.layer import begun_for, written
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.layers.files import create
    from argmap.annotation.layers.reader import read_layer
    from argmap.diagnostics import Source, visible

    if path.exists():
        return _extended(study, path, annotator, judge, decisions, trusted)
    if not annotator:
        fail(f"{visible(str(path))} is not there yet; say who adjudicates with --annotator")
    try:
        begun = begun_for(study, path, annotator, name)
        assert begun.value is not None
        found = judge(begun.value, decisions)
        text = written(begun, found)
        create(path, text)
    except RefusedError as error:
        fail(str(error))
    except OSError as error:
        reason = error.strerror or error
        typer.echo(f"argmap: {visible(str(path))} cannot be written: {reason}", err=True)
        raise typer.Exit(FOUND) from None
    return read_layer(Source(str(path), text)), found


def _extended(
    study: "Study", path: Path, annotator: str, judge: "Judge", decisions: list[str], trusted: bool
) -> "tuple[LayerDocument, Adjudication]":
    from argmap.annotation.adjudication.layer import written
    from argmap.annotation.studies import belongs
    from argmap.diagnostics import visible

    document = layer_at(str(path))
    shown = visible(str(path))
    assert document.value is not None
    if not document.value.teaches:
        fail(f"{shown} is the layer of a student; name one of an adjudicator")
    if annotator and annotator != document.value.annotator:
        fail(f"{shown} is the layer of {document.value.annotator}, not of {visible(annotator)}")
    if not trusted and not belongs(document, study.document):
        file, named = study.document.source.name, document.value.map
        told = f"{shown} is about another map, {named}; if it is the same map: --map {file}"
        fail(visible(told))
    found: list[Adjudication] = []

    def change(now: "LayerDocument") -> str:
        if now.value is None:
            return now.source.text  # somebody broke it in between; it is reported below
        found.append(judge(now.value, decisions))
        return written(now, found[-1])

    after = changed(str(path), change)
    if not found:
        layer_at(str(path))
        raise typer.Exit(FOUND)
    return after, found[-1]


def _asked(found: "Adjudication", study: "Study") -> list[str]:
    """Decisions about what is open, from who sits at the terminal; an interrupt ends the walk."""
    from argmap.annotation.adjudication.tables import votes
    from argmap.annotation.targets import about
    from argmap.diagnostics import visible

    decisions: list[str] = []
    for question in found.open:
        label = study.codebook.label.get(question.label)
        if label is None:
            continue
        shown = visible(about(question.target, question.text))
        typer.echo(f"\n{shown}\n  {visible(votes(question))}", err=True)
        try:
            values = for_label(label, required=False, ending="")
        except typer.Exit:  # no more answers: those that were given count
            break
        decisions += [f"{question.id}:{value}" for value in values]
    return decisions


def _tell_of_codebooks(document: "LayerDocument", found: "Adjudication") -> None:
    """Names labels that the layer's own codebooks lack: `check` would complain of them."""
    from argmap.annotation.adjudication.layer import unnamed
    from argmap.diagnostics import visible

    missing = unnamed(document, found)
    if missing:
        shown = visible(", ".join(missing))
        typer.echo(
            f"argmap: add the codebook of {shown} to {visible(document.source.name)}", err=True
        )
