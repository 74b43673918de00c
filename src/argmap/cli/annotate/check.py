from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.annotate.common import Layers, MapOption, layers_of, map_at, map_named
from argmap.cli.annotate.grounding import SourceOption, ground
from argmap.cli.check import FORMATS, fails, print_all
from argmap.cli.colour import painter
from argmap.cli.common import FOUND, WRONG_USE, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.annotation.checks.checking import Checked
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.opening import Opened
    from argmap.checks import Findings


def check(
    paths: Layers,
    map: MapOption = "",
    source: SourceOption = None,
    format: Annotated[str, typer.Option(help="text, json, github or sarif.")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail as well.")] = False,
) -> None:
    """Find every fault of layers: of what they are about, of their labels and their replies.

    Layers are checked beside their map and with one another. What an annotation is about may have
    been reworded, moved or taken out since; `argmap annotate reanchor` sees to that. A codebook of
    your own can be checked as well.

    Exit status: 0 nothing found, 1 faults found, 2 wrong use or nothing readable. Warnings fail
    only with --strict; hints never do.

    Examples:

      argmap annotate check zoo.yaml

      argmap annotate check zoo.layers/maya.yaml --strict
    """
    from argmap.annotation.opening import opened
    from argmap.checks.report import as_data

    (form,) = chosen(format, FORMATS)
    found = opened(paths)
    books = [*_codebooks(found)]
    documents = layers_of(found) if found.layers or found.others or not books else []
    every: list[Findings] = []
    rows: list[dict[str, Any]] = []
    for checked in (*books, *_checked(documents, found, map, source)):
        findings = _left(checked)
        every.append(findings)
        if form != "text":
            rows += as_data(checked.source, findings)
        elif findings.diagnostics:
            from argmap.cli.printing import findings_text

            typer.echo(findings_text(checked.source, findings, painter()), nl=False)
    print_all(form, rows, every, "file")
    if not books and all(_unreadable(document) for document in documents):
        raise typer.Exit(WRONG_USE)
    if fails(every, strict):
        raise typer.Exit(FOUND)


def _unreadable(document: "LayerDocument") -> bool:
    return any(fault.code.name == "unreadable" for fault in document.faults)


def _codebooks(found: "Opened") -> "Iterator[Checked]":
    """Takes the codebooks out of what was found, and tells what is wrong with them."""
    from argmap.annotation.checks.checking import Checked
    from argmap.annotation.layers.files import load_codebook
    from argmap.yaml.files import kind

    for path, document in [*found.others.items()]:
        if kind(document.tree.root) == "codebook":
            del found.others[path]
            book = load_codebook(path)
            yield Checked(book, book.faults)


def _checked(
    documents: "list[LayerDocument]", found: "Opened", map: str, source: list[str] | None
) -> "tuple[Checked, ...]":
    """What is wrong with layers; where none of them can be read whole, without the map."""
    from argmap.annotation.checks.checking import Checked
    from argmap.annotation.checks.checking import check as find
    from argmap.annotation.studies import study

    sound = next((document for document in documents if document.value is not None), None)
    path = map or (map_named(sound) if sound else "")
    if not documents or not path:
        return tuple(Checked(document, document.faults) for document in documents)
    return find(ground(study(map_at(path, found), documents, trusted=bool(map)), source))


def _left(checked: "Checked") -> "Findings":
    """The findings that neither a comment in the file nor the project silences."""
    from argmap.checks import Findings
    from argmap.checks.silence import silence
    from argmap.cli.project import project
    from argmap.codes import CODES
    from argmap.model import ArgumentMap
    from argmap.yaml.document import Document

    # What silences findings asks a text for its comments, and whether it was read whole.
    whole = None if checked.document.value is None else ArgumentMap(())
    document = Document(checked.source, checked.document.tree, whole, ())
    ignored = project(checked.source.name).ignore
    left, silenced = silence(document, checked.diagnostics, CODES, ignored)
    left.sort(key=lambda fault: (fault.span.start, fault.severity.rank, fault.code.name))
    return Findings(tuple(left), silenced)
