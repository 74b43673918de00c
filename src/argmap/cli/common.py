"""What commands share: paths to documents, choices of formats, colour, exit codes."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from argmap.yaml.document import Document

FOUND, WRONG_USE = 1, 2

T = TypeVar("T")

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Map files, folders of maps, or - for standard input."),
]
OnePath = Annotated[str, typer.Argument(metavar="MAP", help="A map file, or - for standard input.")]


def fail(message: str) -> NoReturn:
    """Ends the command: it was used wrongly, or there is nothing that it could work on."""
    typer.echo(f"argmap: {message}", err=True)
    raise typer.Exit(WRONG_USE)


def say(text: str, path: str = "") -> None:
    """Prints a line that ends with a path: whole for programs, harmless for terminals."""
    from argmap.diagnostics import visible

    sys.stdout.write(f"{text}{visible(path) if sys.stdout.isatty() else path}\n")


def chosen(
    value: str, known: tuple[str, ...], what: str = "format", *, several: bool = False
) -> list[str]:
    """The values of an option such as ``--format svg,png``, each a known one."""
    from argmap.diagnostics import did_you_mean

    names = [name.strip() for name in value.split(",")] if several else [value]
    if "" in names:
        fail(f"an empty {what}; write {', '.join(known)}")
    for name in names:
        if name not in known:
            fail(f"unknown {what} `{name}`; {did_you_mean(name, known)}")
    return list(dict.fromkeys(names))


def files(paths: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The files that paths name, with the path of each below the folder that named it."""
    for path in dict.fromkeys(paths):
        if path != "-" and Path(path).is_dir():
            for file in _walk(path):
                yield str(file), file.relative_to(path)
        else:
            yield path, Path("map.yaml" if path == "-" else Path(path).name)


def _walk(folder: str) -> Iterator[Path]:
    """YAML files below a folder, in a stable order, without hidden ones; and what is closed."""
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            wanted = name.endswith((".yaml", ".yml")) and not name.startswith(".")
            if wanted and (path.is_file() or path.is_symlink()):  # a pipe would never end
                yield path
    yield from (
        Path(error.filename) for error in closed
    )  # to be told of as files that cannot be read


def documents(paths: list[str]) -> Iterator[tuple["Document", Path]]:
    """The documents that paths name, read one by one, with a progress bar if there are many.

    A YAML file that is found in a folder and has no word of a map is left alone.
    """
    from argmap.yaml.files import is_map

    found = list(files(paths))
    named = {path for path in paths if not Path(path).is_dir()}
    for path, below in progress(found, "reading", len(found)):
        document = read(path)
        other = another_kind(document) if path in named else ""
        if other:
            fail(other)
        if path in named or is_map(document):
            yield document, below


def another_kind(document: "Document") -> str:
    """That a file is a layer or a codebook and no map, in words; nothing for what may be one."""
    from argmap.diagnostics import visible
    from argmap.yaml.files import kind

    found = kind(document.tree.root)
    if found not in ("layer", "codebook"):
        return ""
    name = visible(document.source.name)
    return f"{name} is a {found}, not a map; see `argmap annotate check {name}`"


def read(path: str) -> "Document":
    """The document of a file, or of standard input."""
    from argmap.yaml.files import from_bytes, try_load

    if path != "-":
        return try_load(path)
    if sys.stdin is None:
        fail("there is no standard input")
    return from_bytes(sys.stdin.buffer.read(), "<stdin>")


def one(path: str) -> "Document":
    """The document of a command that takes one map; its errors end the command."""
    return sound(read_one(path))


def sound(document: "Document") -> "Document":
    """A document of a map without errors; any other ends the command."""
    other = another_kind(document)
    if other:
        fail(other)
    if document.map is None:
        report([document])
        raise typer.Exit(WRONG_USE if unreadable(document) else FOUND)
    return document


def read_one(path: str) -> "Document":
    """The document of a file, with whatever errors; a folder ends the command."""
    if path != "-" and Path(path).is_dir():
        fail(f"{path} is a folder; name one map")
    return read(path)


def unreadable(document: "Document") -> bool:
    return any(fault.code.name == "unreadable" for fault in document.faults)


def report(documents: "Iterable[Document]") -> None:
    """Prints the errors of documents on the error stream."""
    from argmap.cli.printing import errors_text

    for document in documents:
        typer.echo(errors_text(document), err=True, nl=False)


def progress(items: Iterable[T], label: str, length: int) -> Iterator[T]:
    """The items, with a bar on a terminal while there are many."""
    if length < 3 or not sys.stderr.isatty():
        yield from items
        return
    with typer.progressbar(items, length=length, label=label, file=sys.stderr) as bar:
        yield from bar
