"""A diff for people: a summary of a few lines, then the edits, the graver first."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from argmap.diagnostics import many, visible
from argmap.diff.compare import Comparison
from argmap.diff.edits import Edit, Grade, Kind
from argmap.diff.telling import Piece, Told, relation, told
from argmap.diff.telling.pieces import worded

#: Marks a piece of text for the terminal: (text, role) -> text.
Paint = Callable[[str, str], str]
#: Characters of a claim that is only named, and of any other piece.
NAMED, LONG = 48, 1000
#: Characters of a comment on a pull request, with room for what is put around it.
LIMIT = 60_000

_SIGNS = {
    Kind.ADDED: "+", Kind.REMOVED: "-", Kind.TURNED: "!", Kind.MOVED: ">", Kind.PROMOTED: ">",
    Kind.RETARGETED: ">", Kind.INTERPOSED: "+", Kind.SPLIT: "~", Kind.JOINED: "~",
}  # fmt: skip
_ROLES = {"+": "for", "-": "against", "!": "warning", ">": "code", "~": "code"}
_MARK = 13  # columns of the sign and the word


def summary(comparison: Comparison) -> list[str]:
    """What was done, counted: substantive edits on one line, editorial ones on the next."""
    diff = comparison.diff
    if not diff:
        same = "nothing was changed in the argument"
        return [f"{same}; {len(diff.ids)} ids are others" if diff.ids else same]
    rows = []
    for grade in Grade:
        edits = [edit for edit in diff.edits if edit.grade is grade]
        if edits:
            rows.append(f"{len(edits)} {grade.value}: {', '.join(_counts(edits))}")
    old, new, both = (
        len(comparison.old.claims), len(comparison.new.claims), len(comparison.matching.matches)
    )  # fmt: skip
    rows.append(f"{many(old, 'claim')} before, {new} now, {both} in both")
    return rows


def _counts(edits: Iterable[Edit]) -> Iterator[str]:
    for (what, done), count in Counter(map(_counted, edits)).items():
        many = {"person": "people", "thesis": "theses"}.get(what, f"{what}s")
        yield f"{count} {what if count == 1 else many} {done}"


def _counted(edit: Edit) -> tuple[str, str]:
    """What an edit is about, and what was done to it."""
    if edit.turning:
        return edit.field.replace("text", "claim"), "with another polarity"
    if edit.kind is Kind.CHANGED:
        return ("thesis", "exchanged") if edit.field == "theses" else ("detail", "changed")
    if edit.kind is Kind.REWORDED and edit.grade is Grade.EDITORIAL:
        return "claim", "spelt otherwise"
    if edit.kind in (Kind.REORDERED, Kind.RENAMED):
        return ("row" if edit.kind is Kind.REORDERED else "id"), edit.kind.value
    return edit.part.value, edit.kind.value


def as_text(
    comparison: Comparison, paint: Paint = lambda text, role: text, width: int = 100
) -> str:
    """The diff for a terminal of `width` columns."""
    from wcwidth import wrap

    rows = [
        row for line in summary(comparison) for row in wrap(line, width, subsequent_indent="  ")
    ]
    grade = Grade.SUBSTANTIVE
    rows += [""] if comparison.diff else []
    for entry in told(comparison):
        if entry.edit.grade is not grade:
            grade = entry.edit.grade
            rows += ["", paint("editorial", "dim")] if len(rows) > 4 else []
        rows += _entry(entry, comparison, paint, width)
    return "".join(f"{row}\n" for row in rows)


def _entry(entry: Told, comparison: Comparison, paint: Paint, width: int) -> list[str]:
    from wcwidth import wrap

    sign = "!" if entry.edit.turning else _SIGNS.get(entry.edit.kind, "~")
    role = _ROLES[sign] if entry.edit.grade is Grade.SUBSTANTIVE else "dim"
    head = paint(f"{sign} {entry.word[: _MARK - 3]}".ljust(_MARK), role)
    room = max(width - _MARK, 30)
    rows = wrap(_on_terminal(entry.pieces, paint), room, break_on_hyphens=False) or [""]
    if entry.more:
        rows += wrap(_on_terminal(entry.more, paint), room, break_on_hyphens=False)
    for depth, below in _flat(entry):
        map = comparison.new if below.edit.kind is Kind.ADDED else comparison.old
        word = relation(map, below.edit.id)
        text = _on_terminal((Piece(below.edit.after or below.edit.before, "claim"),), paint)
        stem = "  " * depth
        rows += wrap(f"{paint(word, 'dim')} {text}", room, break_on_hyphens=False,
                     initial_indent=stem, subsequent_indent=f"{stem}  ")  # fmt: skip
    return [head + rows[0], *(" " * _MARK + row for row in rows[1:])]


def _flat(entry: Told) -> Iterator[tuple[int, Told]]:
    """What stands below an entry, with its depth."""
    stack = [(1, below) for below in reversed(entry.below)]
    while stack:
        depth, below = stack.pop()
        yield min(depth, 8), below
        stack += [(depth + 1, one) for one in reversed(below.below)]


def words(before: str, after: str, paint: Paint) -> str:
    """Two versions of a text in one, word by word, for a terminal."""
    return _on_terminal(worded(before, after), paint)


def _on_terminal(pieces: Iterable[Piece], paint: Paint) -> str:
    return "".join(_dressed(piece, paint) for piece in pieces)


def _dressed(piece: Piece, paint: Paint) -> str:
    text, tail = _cut(piece)
    text = visible(text)
    if piece.dress == "gone":
        return paint(f"[-{text}-]", "against") + tail
    if piece.dress == "came":
        return paint(f"{{+{text}+}}", "for") + tail
    return (f"“{text}”" if piece.dress else text) + tail


def _cut(piece: Piece) -> tuple[str, str]:
    """What of a piece is shown, and the white space behind it that is not dressed."""
    most = NAMED if piece.dress == "named" else LONG
    body = piece.text.rstrip()
    tail = piece.text[len(body) :]
    if len(body) <= most:
        return body, tail
    return re.sub(r"\s+\S*\Z", "", body[: most - 1]) + "…", tail


def as_markdown(comparison: Comparison, title: str = "", limit: int = LIMIT) -> str:
    """The diff for a pull request, of at most `limit` characters; what does not fit is counted."""
    from argmap.texts.escaping import in_markdown

    heading = title or comparison.new.title or "The argument"
    first, *rest = summary(comparison)
    rows = [f"### {_quiet(in_markdown(heading[:200]))}", "", f"**{first}**"]
    rows += [f"<br>{row}" for row in rest]
    text = "\n".join([*rows, "", ""])
    grade, entries, left = Grade.SUBSTANTIVE, told(comparison), 0
    for at, entry in enumerate(entries):
        block = _block(entry, comparison)
        if entry.edit.grade is not grade:
            grade = entry.edit.grade
            block = f"\n**Editorial**\n\n{block}"
        if len(text) + len(block) > limit - 100:
            left = sum(1 + sum(1 for _ in _flat(entry)) for entry in entries[at:])
            break
        text += block
    return text + (f"\n… and {left} more edits, left out here\n" if left else "")


def _block(entry: Told, comparison: Comparison) -> str:
    from argmap.texts.escaping import in_markdown

    rows = [f"- **{in_markdown(entry.word)}** {_in_markdown(entry.pieces)}"]
    if entry.more:
        rows[0] += f"<br>{_in_markdown(entry.more)}"
    for depth, below in _flat(entry):
        map = comparison.new if below.edit.kind is Kind.ADDED else comparison.old
        text = _in_markdown((Piece(below.edit.after or below.edit.before, "claim"),))
        rows.append(f"{'  ' * depth}- *{relation(map, below.edit.id)}* {text}")
    return "".join(f"{row}\n" for row in rows)


def _in_markdown(pieces: Iterable[Piece]) -> str:
    from argmap.texts.escaping import part_in_markdown

    found = ""
    for piece in pieces:
        text, tail = _cut(piece)
        text = _quiet(part_in_markdown(visible(text)))
        if piece.dress in ("gone", "came"):
            tag = "del" if piece.dress == "gone" else "ins"
            text = f"<{tag}>{text}</{tag}>"
        elif piece.dress in ("claim", "named"):
            text = f"“{text}”"
        found += text + tail
    return found


def _quiet(text: str) -> str:
    """Without calling on anybody whose name is in it."""
    return text.replace("@", "@<!-- -->")
