"""Conflicts of a map or a layer settled in its file, and those that are left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from argmap.cli.rewriting import conflicts_text, map_or_layer, rewrite

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Layer
    from argmap.model import ArgumentMap, Conflict
    from argmap.yaml.document import Document

    Some = Document | LayerDocument

#: From the conflicts to the sides and the texts that settle some of them, by their numbers.
Choose = Callable[["tuple[Conflict, ...]"], tuple[dict[int, str], dict[int, str]]]


class Left(NamedTuple):
    """The conflicts of a file that are not settled, and what the file is called."""

    conflicts: "tuple[Conflict, ...]"
    whole: str

    def told(self, number: int = 0) -> str:
        """All of them, or one, as lines."""
        if not number:
            return conflicts_text(self.conflicts, self.whole)
        return conflicts_text([self.conflicts[number - 1]], self.whole, number)


def left(path: str) -> Left:
    """The conflicts of a file; errors of it end the command."""
    found = _content(map_or_layer(path))
    return Left(found.conflicts, _whole(found))


def settle(path: str, choose: Choose) -> Left:
    """Settles conflicts in the file at `path`, or from standard input on the output.

    What cannot be settled so stays, and it is said why.
    """
    rest: list[Left] = []

    def change(document: "Some") -> str:
        content = _content(document)
        settled, names = _settled(content, *choose(content.conflicts))
        rest.append(Left(settled.conflicts, _whole(content)))
        return _text(document, settled, names)

    rewrite(path, path, change, map_or_layer)
    return rest[0]


def _content(document: "Some") -> "ArgumentMap | Layer":
    from argmap.yaml.document import Document

    found = document.map if isinstance(document, Document) else document.value
    assert found is not None
    return found


def _whole(content: "ArgumentMap | Layer") -> str:
    from argmap.model import ArgumentMap

    return "the map" if isinstance(content, ArgumentMap) else "the layer"


def _text(document: "Some", settled: Any, names: dict[str, str]) -> str:
    from argmap.annotation.layers import rewriting as of_layers
    from argmap.yaml import rewriting as of_maps
    from argmap.yaml.document import Document

    if isinstance(document, Document):
        return of_maps.rewritten(document, settled, names)
    return of_layers.rewritten(document, settled).source.text


def _settled(
    content: Any, sides: dict[int, str], texts: dict[int, str]
) -> tuple[Any, dict[str, str]]:
    """What comes of settling conflicts by their numbers, and the ids of a map that it changed."""
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.merging import resolved as of_layer
    from argmap.diagnostics import visible
    from argmap.merge import SettlingError, renames
    from argmap.merge import resolved as of_map
    from argmap.model import ArgumentMap

    resolved: Any = of_map if isinstance(content, ArgumentMap) else of_layer
    names: dict[str, str] = {}
    done = 0
    for number in sorted({*sides, *texts}):
        at, text = number - 1 - done, texts.get(number, "")
        side: Any = None if text else sides.get(number)
        conflict = content.conflicts[at]
        try:
            content = resolved(content, at, side, text=text)
        except (SettlingError, RefusedError) as error:
            typer.echo(f"argmap: conflict {number} stays: {visible(str(error))}", err=True)
            continue
        done += 1
        new = renames(conflict, side, text)
        names = {
            old: new.get(name, name) for old, name in {**{id: id for id in new}, **names}.items()
        }
    return content, names
