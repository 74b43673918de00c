"""An adjudication as tables, and as data for programs."""

from typing import Any

from argmap.annotation.adjudication.bench import Question
from argmap.annotation.adjudication.deciding import Adjudication
from argmap.annotation.agreement.data import left_out_data, target_data
from argmap.annotation.agreement.tables import left_out, more
from argmap.annotation.agreement.words import MOST_NAMES, place, said_by, words_of
from argmap.annotation.layers.model import Value
from argmap.annotation.tables import Table
from argmap.annotation.votes import shown
from argmap.diagnostics import many

#: Questions of each sort that are listed, unless all are asked for.
MOST = 20


def summary(found: Adjudication) -> str:
    """What became of the labels, in one line."""
    anew = sum(one.anew for one in found.questions)
    before = len(found.questions) - anew - len(found.open)
    against = sum(one.contradicted for one in found.questions)
    line = (
        f"{many(len(found.new), 'new target')}; {many(anew, 'label')} decided now, "
        f"{before} before, {len(found.open)} open"
    )
    return f"{line}; {against} decided otherwise than new votes say" if against else line


def tables(found: Adjudication, everything: bool = False) -> list[Table]:
    """What is open, what this run decided, and what needs another look."""
    rows = found.questions
    most = None if everything else MOST
    shown_tables = [
        _table("Open", [one for one in found.open if len(one.votes) > 1], most),
        _table("Decided now", [one for one in rows if one.anew], most),
        _table(
            "Decided before, but new votes say otherwise", [q for q in rows if q.contradicted], most
        ),
    ]
    alone = sum(len(one.votes) == 1 for one in found.open)
    verb = "is" if alone == 1 else "are"
    lines = (
        [f"{many(alone, 'label')} {verb} open for want of a second vote (--single)"]
        if alone
        else []
    )
    lines += [
        f"{one.id} {one.label}: was decided as {shown(one.replaced)}, is now {shown(one.decided)}"
        for one in rows if one.replaced is not None and one.decided is not None
    ]  # fmt: skip
    lines += [
        f"{one.id} {one.label}: {', '.join(one.withdrawn)} no longer says so; the vote stays and "
        "counts for nothing"
        for one in rows if one.withdrawn
    ]  # fmt: skip
    lines += left_out(found.unusable, found.older)
    lines += [
        f"label `{name}` is in no codebook: only equal spellings agree" for name in found.unknown
    ]
    notes = [Table("To be known", (), (), below=tuple(lines[:most]))] if lines else []
    return [table for table in shown_tables if table.rows] + notes


def _table(title: str, every: list[Question], most: int | None) -> Table:
    rows = tuple(
        (
            one.id, f"{one.label} · {place(one.target)}",
            votes(one, 0 if most is None else MOST_NAMES),
            "" if one.decided is None else shown(one.decided), words_of(one.target, one.text),
        )
        for one in every[:most]
    )  # fmt: skip
    below = more(len(every), most, "--all")
    if every and every[0].decided is None:
        first = f"{every[0].id}:{every[0].label}"
        below += (f"--decide {first}=VALUE decides one, --ask walks through all",)
    columns = ("id", "label", "votes", "decided", "about")
    return Table(f"{title} ({len(every)})", columns, rows, below=below, listed=True)


def votes(one: Question, most: int = 0) -> str:
    """Who says what: "4 (leo, maya); 2 (ana)"."""
    by: dict[Value, list[str]] = {}
    for who, value in one.votes.items():
        by.setdefault(value, []).append(who)
    return said_by(dict(sorted(by.items(), key=lambda row: -len(row[1]))), most)


def as_data(found: Adjudication) -> dict[str, Any]:
    """The adjudication for programs: every label with its votes, what was decided and when."""
    return {
        "new": list(found.new),
        "labels": [
            {
                "id": one.id, **target_data(one.target), "text": one.text, "label": one.label,
                "votes": {who: _value(value) for who, value in one.votes.items()},
                "decided": None if one.decided is None else _value(one.decided),
                "state": "open" if one.decided is None else "new" if one.anew else "before",
                "replaced": None if one.replaced is None else _value(one.replaced),
                "contradicted": one.contradicted, "withdrawn": list(one.withdrawn),
            }
            for one in found.questions
        ],
        "unknown": list(found.unknown),
        **left_out_data(found.unusable, found.older),
    }  # fmt: skip


def _value(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
