"""Texts of sources that a command is given: the option, and whose texts they are."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import fail

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="ID=FILE",
        help="Text of a source: txt, md, html or pdf. A map with one source needs no ID=.",
    ),
]


def given(map: "ArgumentMap", options: list[str]) -> dict[str, str]:
    """The files of `--source`, by the id of the source; ends the command where there is no such."""
    from argmap.diagnostics import did_you_mean

    known = list(dict.fromkeys([
        *(source.id for source in map.sources),
        *(cite.source for part in map.parts for cite in part.cites if cite.source),
    ]))  # fmt: skip
    found: dict[str, str] = {}
    for option in options:
        id, sign, file = option.partition("=")
        if not sign or (id not in known and Path(option).exists()):
            if len(known) != 1:
                fail(
                    f"the map has {len(known)} sources; say whose text it is: --source ID={option}"
                )
            id, file = known[0], option
        if id not in known:
            fail(f"the map has no source `{id}`; {did_you_mean(id, known) or 'it has none'}")
        if id in found:
            fail(f"two texts for the source `{id}`")
        found[id] = file
    return found
