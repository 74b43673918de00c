from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, chosen, fail
from argmap.cli.one_by_one import walked
from argmap.cli.settling import left, settle

if TYPE_CHECKING:
    from argmap.model import Conflict

SIDES = ("ours", "theirs", "both")


def resolve(
    path: Annotated[
        str, typer.Argument(metavar="MAP", help="A map or a layer, or - for standard input.")
    ],
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
    ask: Annotated[
        bool, typer.Option("--ask", help="Go through the conflicts at a terminal, one at a time.")
    ] = False,
) -> None:
    """List the conflicts that a merge left in a map or a layer, or settle them.

    Without options they are listed with their numbers. What cannot be settled so stays, and it is
    said why. With - the map that comes out is printed. Exit status: 0, 1 while conflicts are left,
    2 wrong use.

    With --ask each is shown in turn, and every answer is written at once. Enter passes one over.

    Examples:

      argmap resolve zoo.yaml

      argmap resolve zoo.yaml 1 3 --take theirs

      argmap resolve zoo.yaml --text "2=The zoo should close by 2030"

      argmap resolve zoo.yaml --all --take ours

      argmap resolve zoo.yaml --ask
    """
    if take:
        chosen(take, SIDES, "side")
    if ask and (take or text or numbers or all or path == "-"):
        fail("`--ask` goes with the name of a file, and with nothing else")
    if bool(take) is not bool(numbers or all):
        fail("`--take` goes with the numbers of conflicts, or with `--all`")
    if numbers and all:
        fail("name conflicts, or take `--all`")
    texts = _texts(text or [])
    for number in numbers or []:
        if number in texts:
            fail(f"conflict {number} is given a side and a text")

    def choose(conflicts: "tuple[Conflict, ...]") -> tuple[dict[int, str], dict[int, str]]:
        from argmap.diagnostics import many

        count = len(conflicts)
        sides = dict.fromkeys(range(1, count + 1) if all else numbers or (), take)
        for number in (*sides, *texts):
            if not 1 <= number <= count:
                fail(f"there is no conflict {number}; the file has {many(count, 'conflict')}")
        return sides, texts

    if ask:
        found = walked(path)
    elif take or texts:
        found = settle(path, choose)
    else:
        found = left(path)
    typer.echo(found.told() or "no conflicts are left\n", nl=False, err=path == "-")
    if found.conflicts:
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
