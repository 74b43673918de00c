from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.common import FOUND, chosen, fail

if TYPE_CHECKING:
    from argmap.drivers.installing import Scope
    from argmap.drivers.status import Installation, Status

FORMATS = ("text", "json")
MOST = 20  # files that are named; of more there is a number

GlobalOption = Annotated[
    bool, typer.Option("--global", help="For all repositories of yours, not for this one.")
]


def install(
    everywhere: GlobalOption = False,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GLOB",
            help="Which files are maps, instead of maps/**/*.yaml and *.argmap.yaml; may be "
            "repeated.",
        ),
    ] = None,
    textconv: Annotated[
        bool,
        typer.Option("--textconv", help="Also show outlines in git log -p, git show, git blame."),
    ] = False,
) -> None:
    """Have git diff and merge maps by argmap.

    Then `git diff` and `git log -p --ext-diff` tell what changed in the argument, and `git merge`,
    `git rebase` and their like merge claim by claim; a file that is no map without errors is left
    to git. Writes settings and attributes of the repository, or yours; nothing that is committed.
    Exit status: 0, 2 wrong use.

    Examples:

      argmap git install

      argmap git install --global --pattern "*.argmap.yaml"
    """
    from argmap.diagnostics import visible
    from argmap.drivers.attributes import PATTERNS
    from argmap.drivers.installing import InstallError
    from argmap.drivers.installing import install as installed

    scope = _scope(everywhere)
    patterns = tuple(pattern or PATTERNS)
    try:
        installed(scope, _program(), patterns, textconv=textconv)
    except InstallError as error:
        fail(visible(str(error)))
    where = "all of your repositories" if everywhere else "this repository"
    typer.echo(f"git diffs and merges {visible(', '.join(patterns))} by argmap in {where}")


def uninstall(everywhere: GlobalOption = False) -> None:
    """Undo `argmap git install`: remove what it wrote, and nothing else.

    Exit status: 0, 2 wrong use.
    """
    from argmap.diagnostics import visible
    from argmap.drivers.installing import InstallError
    from argmap.drivers.installing import uninstall as uninstalled

    scope = _scope(everywhere)
    try:
        gone = uninstalled(scope)
    except InstallError as error:
        fail(visible(str(error)))
    typer.echo("git does by itself again" if gone else "nothing was installed")


def status(format: Annotated[str, typer.Option(help="text or json.")] = "text") -> None:
    """Tell what is installed, where, and which files it reaches.

    Exit status: 0 if git diffs and merges maps by argmap here, 1 if not, 2 wrong use.
    """
    from argmap.diagnostics import visible
    from argmap.drivers.attributes import AttributesError
    from argmap.drivers.status import status as found
    from argmap.git import GitError

    (form,) = chosen(format, FORMATS)
    try:
        told = found(Path.cwd())
    except (GitError, AttributesError) as error:
        fail(visible(str(error)))
    if form == "json":
        from json import dumps

        typer.echo(dumps(_data(told), ensure_ascii=False, indent=2))
    else:
        typer.echo(_text(told), nl=False)
    if not told.works:
        raise typer.Exit(FOUND)


def _scope(everywhere: bool) -> "Scope":
    from argmap.diagnostics import visible
    from argmap.drivers.installing import repository, user
    from argmap.git import GitError

    try:
        return user(Path.cwd()) if everywhere else repository(Path.cwd())
    except GitError as error:
        mend = "" if everywhere or not error.refused else "; in all repositories: --global"
        fail(f"{visible(str(error))}{mend}")


def _program() -> str:
    """Where argmap is: beside the Python that runs it, or wherever its name leads."""
    from shutil import which
    from sysconfig import get_path

    found = which("argmap", path=get_path("scripts")) or which("argmap")
    return Path(found).absolute().as_posix() if found else "argmap"


def _text(status: "Status") -> str:
    from argmap.diagnostics import many, visible

    rows: list[str] = []
    for one in status.installations:
        rows += [f"{one.scope.name}: {'installed' if one else 'not installed'}"]
        rows += [f"  {name:11}{value}" for name, value in _rows(one)] if one else []
    for name, files in (("merged", status.merged), ("compared", status.compared)):
        rows.append(f"{name} by argmap: {many(len(files), 'tracked file')}")
        rows += [f"  {path}" for path in files[:MOST]]
        rows += [f"  … and {len(files) - MOST} more"] if len(files) > MOST else []
    return "".join(f"{visible(row)}\n" for row in rows)


def _rows(one: "Installation") -> list[tuple[str, str]]:
    from argmap.drivers.settings import KEYS

    missing = [key for key in KEYS if key not in one.keys and not key.endswith("textconv")]
    there = "" if one.found else " (not there: git merges and diffs as text)"
    rows = [("program", f"{one.program or 'none'}{there}")]
    rows += [("missing", ", ".join(missing))] if missing else []
    rows += [("textconv", "outlines")] if "diff.argmap.textconv" in one.keys else []
    rows.append(("patterns", ", ".join(one.patterns) or "none"))
    return [*rows, ("attributes", str(one.scope.attributes))]


def _data(status: "Status") -> dict[str, Any]:
    from argmap.diagnostics import utf_8

    return {
        "argmap-git": 1,
        "works": status.works,
        "installations": [
            {
                "scope": one.scope.name,
                "settings": list(one.keys),
                "patterns": list(one.patterns),
                "attributes": utf_8(str(one.scope.attributes)),
                "program": utf_8(one.program),
                "found": one.found,
            }
            for one in status.installations
        ],
        "merged": [utf_8(path) for path in status.merged],
        "compared": [utf_8(path) for path in status.compared],
    }
