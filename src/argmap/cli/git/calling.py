"""What git calls. A failure tells the line of shell in git's settings (`drivers.settings`) to do
what git does by itself."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import WRONG_USE

if TYPE_CHECKING:
    from argmap.cli.colour import Paint


def merge_driver(
    base: Annotated[str, typer.Argument(metavar="BASE", help="%O of git; empty if none.")],
    ours: Annotated[str, typer.Argument(metavar="OURS", help="%A; the result is written there.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="%B.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="%P, what the file is called.")],
) -> None:
    """Merge two versions of a map for git, which calls this after `argmap git install`.

    Exit status: 0, 3 with conflicts in the result, anything else: OURS is as it was.
    """
    from pathlib import Path

    from argmap.diagnostics import many, visible
    from argmap.drivers.settings import CONFLICTS

    def say(text: str) -> None:
        typer.echo(f"argmap: {visible(name)}: {text}", err=True)

    try:
        from argmap.drivers.merging import merged
        from argmap.yaml.storage import replace_file

        found = merged(Path(base), Path(ours), Path(theirs))
        if found.data != Path(ours).read_bytes():
            replace_file(ours, found.data)
    except Exception as error:  # whatever it is, git must not take ours for the result
        say(_why(error))
        raise typer.Exit(WRONG_USE) from None
    if found.conflicts:
        say(f"{many(found.conflicts, 'conflict')}; settle with `argmap resolve`, then `git add`")
        raise typer.Exit(CONFLICTS)
    if found.unsettled:
        say(f"{many(found.unsettled, 'conflict')} from before, still to be settled")


def diff_driver(
    words: Annotated[
        list[str],
        typer.Argument(metavar="PATH OLD HEX MODE NEW HEX MODE [PATH TEXT]", help="From git."),
    ],
) -> None:
    """Tell what changed in a map, for git, which calls this after `argmap git install`.

    Exit status: 0, anything else: a diff of lines is wanted.
    """
    from argmap.diagnostics import visible

    name, paint = visible(words[0]), _painter()
    if len(words) < 7:
        _write(f"* Unmerged path {name}\n")
        return
    if len(words) > 7 and words[7] != words[0]:
        name += f" → {visible(words[7])}"
    try:
        from argmap.cli.terminal import width
        from argmap.drivers.showing import difference

        text = difference(words[1], words[4], paint, width())
    except Exception as error:
        _write(f"{paint(name, 'thesis')}: {_why(error)}\n")
        raise typer.Exit(WRONG_USE) from None
    _write(f"{paint(name, 'thesis')}\n{text}\n")


def textconv(file: Annotated[str, typer.Argument(metavar="FILE", help="Any file.")]) -> None:
    """Print a map as an outline, and any other file as it is, for `git log -p` and `git blame`."""
    from pathlib import Path

    data = Path(file).read_bytes()
    try:
        from argmap.drivers.showing import outline

        text = outline(data)
    except Exception:
        text = None
    sys.stdout.buffer.write(data if text is None else text.encode())


def _why(error: Exception) -> str:
    from argmap.diagnostics import visible
    from argmap.drivers.reading import LeftToGitError

    known = isinstance(error, LeftToGitError)
    return visible(str(error) if known else f"{type(error).__name__}: {error}")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _painter() -> "Paint":
    """Colour where git has it: in its pager too, as its settings say."""
    from typing import TextIO, cast

    from argmap.cli.colour import painter

    class Shown:
        def isatty(self) -> bool:
            return _coloured()

    return painter(cast(TextIO, Shown()))


def _coloured() -> bool:
    import subprocess

    ask = ["git", "config", "--get-colorbool", "color.diff", str(sys.stdout.isatty()).lower()]
    try:
        told = subprocess.run(ask, capture_output=True, check=False)
    except OSError:
        return False
    return told.stdout.strip() == b"true"
