"""The lines of a file of git attributes that say which files are maps.

They stand at its end, where they count most, between two comments; everything else in the file
stays as it is, and when they go, it is as it was.
"""

from collections.abc import Iterable

#: What is a map where nobody says otherwise.
PATTERNS = ("maps/**/*.yaml", "*.argmap.yaml")

_BEGIN, _END = b"# >>> argmap git install", b"# <<< argmap git uninstall removes these lines"
_MADE, _ENDED = b" (it made this file)", b" (it ended the line above)"
_USES = b" diff=argmap merge=argmap"


class AttributesError(Exception):
    """A pattern or a file of attributes that cannot be used; the message says why."""


def installed(data: bytes | None, patterns: Iterable[str]) -> bytes:
    """The content of a file of attributes (None: there is none) with lines for patterns.

    Lines of an earlier installation go.

    Raises:
        AttributesError: what is no pattern, or a file with half of the lines.
    """
    rows = [_line(pattern) for pattern in dict.fromkeys(patterns)]
    kept = data if data is None else uninstalled(data)
    mark = b""
    if kept is None:
        kept, mark = b"", _MADE
    elif kept and not kept.endswith(b"\n"):
        kept, mark = kept + b"\n", _ENDED
    return b"".join([kept, _BEGIN + mark + b"\n", *rows, _END + b"\n"])


def uninstalled(data: bytes) -> bytes | None:
    """The content without these lines; None if the file was made for them and has nothing else.

    Raises:
        AttributesError: only half of the lines are there.
    """
    before, mark, _, after = _parts(data)
    if mark == _ENDED and not after:
        before = before.removesuffix(b"\n")
    return None if mark == _MADE and not before + after else before + after


def patterns_in(data: bytes) -> tuple[str, ...]:
    """The patterns, as they are written there."""
    rows = _parts(data)[2].splitlines()
    return tuple(row.removesuffix(_USES).decode(errors="replace") for row in rows)


def _parts(data: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """What stands before these lines, the mark on the first, what is between, what is behind."""
    lines = data.splitlines(keepends=True)
    begins = [at for at, line in enumerate(lines) if line.startswith(_BEGIN)]
    ends = [at for at, line in enumerate(lines) if line.startswith(_END)]
    if not begins and not ends:
        return data, b"", b"", b""
    if len(begins) != 1 or len(ends) != 1 or ends < begins:
        raise AttributesError(
            f"the lines between `{_BEGIN.decode()}` and `{_END.decode()}` are not whole; "
            "remove them by hand"
        )
    (begin,), (end,) = begins, ends
    mark = lines[begin].removeprefix(_BEGIN).rstrip(b"\r\n")
    inside = b"".join(lines[begin + 1 : end])
    return b"".join(lines[:begin]), mark, inside, b"".join(lines[end + 1 :])


def _line(pattern: str) -> bytes:
    if not pattern.strip() or not pattern.isprintable():
        raise AttributesError(f"{pattern!r} is no pattern of file names")
    if pattern.startswith(("!", "[attr]")):
        raise AttributesError(f"git takes no pattern that begins as `{pattern}` does")
    if pattern.endswith("/"):
        raise AttributesError(f"a pattern names files: `{pattern}**`")
    if any(char in pattern for char in ' "#\\'):
        pattern = '"{}"'.format(pattern.replace("\\", "\\\\").replace('"', '\\"'))
    return pattern.encode(errors="surrogateescape") + _USES + b"\n"
