"""Two versions of a layer compared: what `argmap diff` tells where both sides are layers."""

from typing import TYPE_CHECKING

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, another_kind, fail

if TYPE_CHECKING:
    from argmap.yaml.document import Document


def are_layers(one: "Document", other: "Document") -> bool:
    """Whether both are layers; ends the command where one of them is no map either."""
    from argmap.yaml.files import kind

    kinds = {kind(document.tree.root) for document in (one, other)}
    if "layer" in kinds and len(kinds) > 1:
        fail("one side is a layer and the other is not; a layer is compared with a layer")
    wrong = another_kind(one) or another_kind(other)
    if wrong and kinds != {"layer"}:
        fail(wrong)
    return kinds == {"layer"}


def tell_layers(one: "Document", other: "Document", form: str) -> bool:
    """Prints what changed from one layer to another; gives whether anything did."""
    from argmap.annotation.layers.reader import read_layer
    from argmap.annotation.merging.comparing import as_data, as_text, compare
    from argmap.cli.annotate.common import report
    from argmap.diff.report import words

    if form not in ("text", "json"):
        fail("layers are compared as text or json")
    old, new = (read_layer(document.source) for document in (one, other))
    report(*(document for document in (old, new) if document.value is None))
    if old.value is None or new.value is None:
        raise typer.Exit(FOUND)
    changes = compare(old.value, new.value)
    if form == "json":
        from json import dumps

        names = (one.source.name, other.source.name)
        typer.echo(dumps(as_data(changes, *names), ensure_ascii=False, indent=2))
        return bool(changes)
    paint = painter()
    typer.echo(as_text(changes, paint, lambda a, b: words(a, b, paint)), nl=False)
    return bool(changes)
