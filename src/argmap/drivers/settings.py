"""The lines of shell that git's settings hold.

git runs a driver by `sh`, wherever it is used from, and long after it was installed: from an editor
that knows nothing of a virtual environment, or when that is gone. So each line tries the program
where it was at the time, then by its name, and does what git itself would do where that fails: git
takes the failure of a driver for a conflict and leaves our version without any mark in it.
"""

import shlex

#: The exit status of the merge driver with conflicts: not 1, which is Python's for a crash.
CONFLICTS = 3

NAME = "argument maps, merged claim by claim"

_MERGE = (
    f'"$a" git merge-driver -- %O %A %B %P; case $? in 0) ;; {CONFLICTS}) exit 1 ;; '
    "*) echo 'argmap: merged as text' >&2; git merge-file --marker-size=%L -L ours -L base "
    "-L theirs -- %A %O %B || exit 1 ;; esac"
)
# With fewer than seven words git tells of a file that is not merged yet.
_DIFF = (
    '"$a" git diff-driver -- "$@" || [ $# -lt 7 ] || '
    'git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"; :'
)
_TEXTCONV = '"$a" git textconv -- "$1" || cat <"$1"'


def settings(program: str, *, textconv: bool = False) -> dict[str, str]:
    """Values by the names of git's settings; `program` is the path of `argmap`."""
    found = f'a={shlex.quote(program)}; [ -x "$a" ] || a=argmap; '
    values = {
        "merge.argmap.name": NAME,
        # Here git fills in what stands behind a percent sign.
        "merge.argmap.driver": found.replace("%", "%%") + _MERGE,
        "diff.argmap.command": f"f() {{ {found}{_DIFF}; }}; f",
    }
    if textconv:
        values["diff.argmap.textconv"] = f"f() {{ {found}{_TEXTCONV}; }}; f"
    return values


#: All settings that an installation may have.
KEYS = tuple(settings("", textconv=True))


def is_ours(key: str, value: str) -> bool:
    """Whether a value is one that an installation wrote, by this version or another."""
    word = {"driver": "merge-driver", "command": "diff-driver", "textconv": "textconv"}
    name = key.rpartition(".")[2]
    return name == "name" or f'"$a" git {word[name]} ' in value


def program_of(driver: str) -> str:
    """The path of `argmap` in the merge driver that an installation wrote; "" if it has none."""
    try:
        first = next(iter(shlex.split(driver)), "")
    except ValueError:
        return ""
    return first.removeprefix("a=").removesuffix(";").replace("%%", "%")
