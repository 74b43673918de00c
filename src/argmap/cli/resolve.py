from typing import TYPE_CHECKING, Annotated, cast

import typer

from argmap.cli.common import FOUND, OnePath, chosen, fail, one
from argmap.cli.rewriting import conflicts_text, rewrite

if TYPE_CHECKING:
    from argmap.merge import Side
    from argmap.model import ArgumentMap
    from argmap.yaml.document import Document

SIDES = ("ours", "theirs", "both")


def resolve(
    path: OnePath,
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="[NUMBER...]", help="The conflicts that `--take` settles."),
    ] = None,
    take: Annotated[
        str, typer.Option(metavar="SIDE", help="Settle conflicts: ours, theirs or both.")
    ] = "",
    all: Annotated[
        bool, typer.Option("--all", help="Settle all conflicts, but for those given a text.")
    ] = False,
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER=TEXT", help="Settle a conflict by hand; may be repeated."),
    ] = None,
) -> None:
    """List the conflicts that a merge left in a map, or settle them.

    Without options they are listed with their numbers. What cannot be settled so stays, and it is
    said why. With - the map that comes out is printed. Exit status: 0, 1 while conflicts are left,
    2 wrong use.

    Examples:

      argmap resolve zoo.yaml

      argmap resolve zoo.yaml 1 3 --take theirs

      argmap resolve zoo.yaml --text "2=The zoo should close by 2030"

      argmap resolve zoo.yaml --all --take ours
    """
    if take:
        chosen(take, SIDES, "side")
    if bool(take) is not bool(numbers or all):
        fail("`--take` goes with the numbers of conflicts, or with `--all`")
    if numbers and all:
        fail("name conflicts, or take `--all`")
    texts = _texts(text or [])
    for number in numbers or []:
        if number in texts:
            fail(f"conflict {number} is given a side and a text")
    left: ArgumentMap | None = None

    def change(document: "Document") -> str:
        from argmap.diagnostics import many
        from argmap.yaml.rewriting import rewritten

        nonlocal left
        assert document.map is not None
        count = len(document.map.conflicts)
        sides = dict.fromkeys(range(1, count + 1) if all else numbers or (), take)
        for number in (*sides, *texts):
            if not 1 <= number <= count:
                fail(f"there is no conflict {number}; the map has {many(count, 'conflict')}")
        left, renamed = _settled(document.map, sides, texts)
        return rewritten(document, left, renamed)

    if take or texts:
        rewrite(path, path, change)
    else:
        left = one(path).map
    assert left is not None
    listed = conflicts_text(left.conflicts) or "no conflicts are left\n"
    typer.echo(listed, nl=False, err=path == "-")
    if left.conflicts:
        raise typer.Exit(FOUND)


def _texts(given: list[str]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for entry in given:
        number, equals, text = entry.partition("=")
        if not (number.isdecimal() and equals and text.strip()):
            fail("`--text` is the number of a conflict and its text: 2=TEXT")
        if int(number) in texts:
            fail(f"conflict {int(number)} is given two texts")
        texts[int(number)] = text.strip()
    return texts


def _settled(
    map: "ArgumentMap", sides: dict[int, str], texts: dict[int, str]
) -> "tuple[ArgumentMap, dict[str, str]]":
    """The map with what can be settled of conflicts by their numbers, and the ids it changed."""
    from argmap.diagnostics import visible
    from argmap.merge import SettlingError, renames, resolved

    names: dict[str, str] = {}
    done = 0
    for number in sorted({*sides, *texts}):
        at, text = number - 1 - done, texts.get(number, "")
        side = None if text else cast("Side | None", sides.get(number))
        conflict = map.conflicts[at]
        try:
            map = resolved(map, at, side, text=text)
        except SettlingError as error:
            typer.echo(f"argmap: conflict {number} stays: {visible(str(error))}", err=True)
            continue
        done += 1
        new = renames(conflict, side, text)
        names = {
            old: new.get(name, name) for old, name in {**{id: id for id in new}, **names}.items()
        }
    return map, names
