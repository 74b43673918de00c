"""Edits of a map's file: nothing that came from elsewhere in between is ever overwritten."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from errno import EBUSY
from typing import Any, TypeAlias

from argmap.diagnostics import visible
from argmap.editing import Operation, RefusedError, apply, written
from argmap.editing.touching import touched
from argmap.editing.undoing import undone
from argmap.editing.writing import loose
from argmap.model import Argument, ArgumentMap, Claim
from argmap.web.histories import Step
from argmap.web.livemap import LiveMap
from argmap.web.refusals import Changed, Refused
from argmap.yaml.document import Document
from argmap.yaml.edits import EditError
from argmap.yaml.files import loads
from argmap.yaml.storage import locked, replace_text

#: What a page is told of an edit: the id of what is new or was named, and ids that changed.
Told: TypeAlias = dict[str, Any]

Parts: TypeAlias = dict[str, Claim | Argument | None]

_TRIES = 5  # of writing a file that somebody else saves at the same moment


def edit(live: LiveMap, version: str, operation: Operation) -> Told:
    """Does an operation that was meant for the map as it was at `version`.

    Gives ``{"id", "renamed"}``.

    Raises:
        Changed: what it is about is no longer as it was, or nobody knows how it was.
        Refused: it cannot be done.
    """

    def change(document: Document) -> tuple[Document, Told]:
        if version != live.state.version:
            _compare(live, document, version, operation)
        keep = live.layers.named()
        result = written(document, operation, keep)
        return result.document, {"id": result.id, "renamed": dict(result.renamed)}

    before, after, told = _rewrite(live, change)
    if before != after:
        live.done.push(Step(before, after))
        live.undone.clear()
    return told


def undo(live: LiveMap, *, redo: bool = False) -> Told:
    """Takes the last edit back, or what was taken back.

    Raises:
        Changed: the lines of it were changed since.
        Refused: there is none, or it cannot be done.
    """
    source, target = (live.undone, live.done) if redo else (live.done, live.undone)

    def change(document: Document) -> tuple[Document, Told]:
        if not source:
            raise Refused(422, f"there is nothing to {'redo' if redo else 'undo'}")
        step = source.last
        found = undone(document, step.after, step.before)
        if found is None or found.map is None:
            raise Changed("these lines were changed elsewhere since", version=live.state.version)
        return found, {"id": "", "renamed": {}}

    before, after, told = _rewrite(live, change)
    source.pop()
    target.push(Step(before, after))
    return told


def _rewrite(
    live: LiveMap, change: Callable[[Document], tuple[Document, Told]]
) -> tuple[str, str, Told]:
    """The text of the file before and after a change, and what else the change tells."""
    with live.lock, _told():
        if live.hindrance:
            raise Refused(422, live.hindrance)
        with locked(live.path):
            for attempt in range(_TRIES):
                live.refresh()
                document = live.document
                if live.state.gone or document is None:
                    raise Refused(422, "the file is gone")
                if document.map is None:
                    raise Refused(422, "the file has errors", "mend them first")
                before = document.source.text
                new, told = change(document)
                after = new.source.text
                try:
                    if after != before:
                        replace_text(document.source, after)
                        live.took(new)
                    return before, after, told
                except OSError as error:
                    if error.errno != EBUSY or attempt == _TRIES - 1:
                        raise
    raise AssertionError


@contextmanager
def _told() -> Iterator[None]:
    """What goes wrong below as an answer, without the paths of files."""
    try:
        yield
    except RefusedError as error:
        raise Refused(422, visible(str(error)), error.remedy) from error
    except EditError as error:
        raise Refused(422, f"{visible(str(error))}; please report it") from error
    except OSError as error:
        raise Refused(422, f"the file was not changed: {error.strerror or 'it failed'}") from error


def _compare(live: LiveMap, document: Document, version: str, operation: Operation) -> None:
    """Refuses an operation on parts that are not as they were at `version`."""
    text = live.versions.get(version)
    base = loads(text) if text is not None else None
    now = document.map
    assert now is not None
    if base is None or base.map is None:
        here = _data(touched(now, operation))
        raise Changed(
            "the file was changed elsewhere since this page was loaded",
            version=live.state.version, base={}, theirs=here, yours={},
        )  # fmt: skip
    was, there = touched(base.map, operation), touched(now, operation)
    if was == there:
        return
    raise Changed(
        "this was changed elsewhere in between", version=live.state.version,
        base=_data(was), theirs=_data(_theirs(base.map, now, was, there)),
        yours=_data(_yours(base, operation, was)),
    )  # fmt: skip


def _theirs(base: ArgumentMap, now: ArgumentMap, was: Parts, there: Parts) -> Parts:
    """What became of parts elsewhere; a claim may have got another id with another text."""
    found = {id: now.claim.get(id) or now.argument.get(id) for id in {**was, **there}}
    if any(part is None and isinstance(was.get(id), Claim) for id, part in found.items()):
        from argmap.matching import match

        pairs = match(base, now).by_old
        for id in [id for id, part in found.items() if part is None and id in pairs]:
            found[id] = now.claim[pairs[id].new]
    return found


def _yours(base: Document, operation: Operation, was: Parts) -> Parts:
    """What the operation would make of the parts as its author saw them."""
    assert base.map is not None
    try:
        edited = apply(base.map, operation, loose(base))
    except RefusedError:
        return {}
    map = edited.map
    found = {
        id: map.claim.get(new) or map.argument.get(new)
        for id in was
        if (new := edited.renamed.get(id, id))
    }
    if edited.id in map.claim and edited.id not in {*was, *edited.renamed.values()}:
        found[edited.id] = map.claim[edited.id]
    return found


def _data(parts: Parts) -> dict[str, Any]:
    return {id: None if part is None else as_data(part) for id, part in parts.items()}


def as_data(part: Claim | Argument) -> dict[str, Any]:
    """A claim or an argument as it is in the JSON of a map."""
    return asdict(part)
