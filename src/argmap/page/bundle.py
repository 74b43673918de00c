"""The scripts and styles of the page as one of each: a file from disk cannot load others.

The scripts are ES modules that a server can hand out singly. Put together they are one module: in
the order in which they need each other, without their imports and the word `export`. So names at
the top of a module are unique over all of them.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from posixpath import dirname, join, normpath

#: The module that starts the page in a file; what it does not import is not in the file.
START = "main.js"
#: The styles of a file, in the order in which they hold.
STYLES = ("page.css", "picture/picture.css", "print.css")

_IMPORT = re.compile(
    r"""^import\s*\{(?P<names>[\w\s,$]*)\}\s*from\s*"(?P<file>\.{1,2}/[\w./-]+\.js)";[ \t]*\n""",
    re.M,
)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.M)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?s:.*?)\*/[ \t]*)\n", re.M)
_INDENT = re.compile(r"^[ \t\n]+", re.M)


def text_of(name: str) -> str:
    """A file of the page as it is written; `name` is its path below `static/`."""
    return files("argmap.page").joinpath("static", *name.split("/")).read_text(encoding="utf-8")


def needs(name: str) -> Iterator[tuple[str, str]]:
    """What a module imports: the path of the other module, and the names."""
    for found in _IMPORT.finditer(text_of(name)):
        yield normpath(join(dirname(name), found["file"])), found["names"]


@cache
def script(start: str = START) -> str:
    """The module `start` and all that it needs, as one module."""
    texts = (_EXPORT.sub("", _IMPORT.sub("", text_of(name))) for name in modules(start))
    return _slim("\n".join(texts))


@cache
def modules(start: str = START) -> tuple[str, ...]:
    """The modules that `start` needs, each behind those that it needs itself; `start` is last.

    Raises:
        ValueError: modules need each other in a circle.
    """
    order: list[str] = []
    path: list[str] = []

    def visit(name: str) -> None:
        if name in path:
            raise ValueError(f"modules in a circle: {' → '.join((*path, name))}")
        if name not in order:
            path.append(name)
            for needed, _ in needs(name):
                visit(needed)
            order.append(path.pop())

    visit(start)
    return tuple(order)


@cache
def styles() -> str:
    """The styles of the page, without its colours."""
    return _slim("\n".join(map(text_of, STYLES)))


def _slim(text: str) -> str:
    """Without the comments that have lines of their own, indents and blank lines: a fifth of all.

    Nothing of it means anything, for no text in a module goes over the end of a line.
    """
    return _INDENT.sub("", _COMMENT.sub("", text))
