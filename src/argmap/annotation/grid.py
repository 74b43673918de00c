"""Rows of cells as lines for a terminal: in columns, or as a list. No word is broken for room."""

from collections.abc import Iterator, Sequence

_GAP = "  "
_LONG = 30  # columns of a word that may be broken or cut: an address, an id that was derived


def grid(
    columns: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int], width: int
) -> Iterator[str]:
    """Rows under their headings; cells that are too wide go on below themselves."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Plain whatever the surroundings say: it is one text, in a terminal and in a file.
    console = Console(
        width=width, color_system=None, force_terminal=False, legacy_windows=False,
        highlight=False, markup=False, emoji=False, _environ={},
    )  # fmt: skip
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for index, name in enumerate(columns):
        words = [word for cell in (name, *(row[index] for row in rows)) for word in cell.split()]
        longest = max(map(_columns, words), default=0)
        table.add_column(
            Text(name), justify="right" if index in right else "left", overflow="fold",
            min_width=min(longest, _LONG), vertical="top",
        )  # fmt: skip
    for row in rows:
        table.add_row(*map(Text, row))
    with console.capture() as shown:
        console.print(table)
    yield from (line.rstrip() for line in shown.get().splitlines())


def entries(rows: Sequence[Sequence[str]], right: bool, width: int) -> Iterator[str]:
    """Rows as a list: the first cell leads, the last stands below, cut to one line."""
    lead = max((_columns(row[0]) for row in rows), default=0)
    pad = _GAP + " " * lead + _GAP
    room = max(width - len(pad), _LONG)
    for first, what, *said, about in rows:
        told = " → ".join(filter(None, said))
        lines = wrapped(f"{what}: {told}" if told else what, room)
        yield f"{_GAP}{_padded(first, lead, right)}{_GAP}{lines[0]}"
        yield from (pad + line for line in lines[1:])
        if about:
            yield pad + cut(about, room)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many columns, broken at spaces. A word that has no room is cut; a very
    long one, and what is written without spaces, goes on in the next line."""
    if _columns(text) <= width:
        return [text]
    from wcwidth import wrap

    fold = width >= _LONG or not text.isascii()
    lines = wrap(text, width, break_on_hyphens=False, break_long_words=fold)
    return [cut(line, width) for line in lines] or [""]


def cut(text: str, width: int) -> str:
    """A text on one line of so many columns, with "…" for what has no room."""
    text = " ".join(text.split())
    if _columns(text) <= width:
        return text
    text = text[:width]  # no sign is narrower than a column, but for those that have none
    while text and _columns(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - _columns(text))
    return space + text if right else text + space


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    found = wcswidth(text)
    return found if found >= 0 else len(text)
