"""A step of a history for people and for programs."""

from collections.abc import Callable, Iterator
from typing import Any

from argmap.diagnostics import many, utf_8, visible
from argmap.diff.json_form import as_data as diff_as_data
from argmap.diff.report import as_text as diff_as_text
from argmap.history.walking import Became, Step

#: The version of the JSON form.
VERSION = 1
#: Characters of a commit's name that are shown, and columns before what it did.
_SHORT, _INDENT = 10, 4


def as_text(
    step: Step, paint: Callable[[str, str], str] = lambda text, role: text, width: int = 100
) -> str:
    """The commit on one line, and below it what it did, for a terminal of `width` columns."""
    version = step.version
    head = f"{version.date[:10]} {visible(version.author)}: {visible(version.subject)}"
    rows = [f"{paint(version.commit[:_SHORT], 'code')} {head}"]
    indent = " " * _INDENT
    rows += [f"{indent}{row}" if row else "" for row in _told(step, paint, width - _INDENT)]
    return "".join(f"{row}\n" for row in rows)


def _told(step: Step, paint: Callable[[str, str], str], width: int) -> Iterator[str]:
    if step.version.was:
        yield f"the file came from {visible(step.version.was)}"
    if step.comparison is not None:
        text = diff_as_text(step.comparison, paint, width)
        # Counts of the whole map say nothing of one claim: only the edits, behind the empty line.
        yield from (text.partition("\n\n")[2] if step.claim else text).splitlines()
    elif step.became is Became.FAULTY:
        yield paint(f"cannot be compared ({step.why})", "warning")
    elif step.became is Became.REMOVED:
        yield "the map was removed"
    elif step.became is Became.SAME:
        yield "the text is the same"
    elif step.map is not None:
        added = step.became is Became.ADDED
        claims = many(len(step.map.claims), "claim")
        among = f", among them “{visible(step.map.claim[step.claim].text)}”" if step.claim else ""
        yield f"{'added with' if added else 'has'} {claims}{among}" + (
            "" if added else "; the version before it cannot be compared"
        )


def as_data(step: Step) -> dict[str, Any]:
    """A step as plain values.

    ``{"commit", "date", "author", "subject", "path", "was", "became", "claims", "against", "why",
    "claim", "ids", "edits"}``: see `git.Version` and `Step`; `claims` is how many the map has,
    `ids` and `edits` are those of `diff.json_form.as_data`.
    """
    version = step.version
    done = diff_as_data(step.comparison.diff) if step.comparison else {"ids": {}, "edits": []}
    return {
        "commit": version.commit,
        "date": version.date,
        "author": version.author,
        "subject": version.subject,
        "path": utf_8(version.path),
        "was": utf_8(version.was),
        "became": step.became.value,
        "claims": len(step.map.claims) if step.map else None,
        "against": step.against,
        "why": step.why,
        "claim": step.claim,
        "ids": done["ids"],
        "edits": done["edits"],
    }
