"""Notes that a page writes: in the layer of the server's annotator, and in no other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from argmap.annotation.layers.beginning import begun, path_for
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError, added, changed, removed, tidy
from argmap.annotation.layers.files import create
from argmap.annotation.layers.files import edit as edit_layer
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.layers.terms import terms_of
from argmap.annotation.locating import Request
from argmap.annotation.making import annotate, labelled
from argmap.annotation.nearby import answers_to, named_nearby
from argmap.diagnostics import visible
from argmap.web.livemap import LiveMap
from argmap.web.refusals import Changed, Refused
from argmap.yaml.document import Document
from argmap.yaml.edits import EditError


def note(live: LiveMap, asked: dict[str, Any]) -> str:
    """Does what is asked about a note; gives its name, "ANNOTATOR/ID".

    Raises:
        Changed: the note is no longer as it was shown.
        Refused: it cannot be done.
    """
    with live.lock:
        live.refresh()
        return _Pen(live, asked).write()


class _Pen:
    """One request of an annotator about one map."""

    def __init__(self, live: LiveMap, asked: dict[str, Any]) -> None:
        self.live, self.asked = live, asked
        self.by = live.serving.annotator
        self.key = ""

    def write(self) -> str:
        serving = self.live.serving
        if not self.by:
            raise Refused(422, "nobody's notes are written here", "serve it with --annotator ID")
        if serving.read_only:
            raise Refused(422, "it is served for reading only")
        ways: dict[str, Callable[[LayerDocument], str]] = {
            "add": self._add, "reply": self._add, "change": self._change,
            "resolve": self._resolve, "remove": self._remove,
        }  # fmt: skip
        way = ways.get(self._text("do"))
        if way is None:
            raise Refused(400, f"`do` is one of: {', '.join(ways)}")
        about = self.live.good
        if about is None:
            raise Refused(422, "the file has errors", "mend them first")
        try:
            path = self._layer(about)
            edit_layer(path, way)
        except RefusedError as error:
            raise Refused(422, visible(str(error))) from error
        except EditError as error:
            raise Refused(422, f"{visible(str(error))}; please report it") from error
        except OSError as error:
            reason = error.strerror or "it failed"
            raise Refused(422, f"the layer was not changed: {reason}") from error
        self.live.refresh()
        return self.key

    def _layer(self, about: Document) -> str:
        """The file of the annotator's layer; it is begun if there is none."""
        own = self.live.layers.own(about)
        if own is not None:
            return own.source.name
        path = path_for(about, self.by)
        if not self.live.serving.contains(path):
            raise Refused(422, "the folder of the layers leads out of what is served")
        if path.exists():
            raise Refused(422, f"{path.name} has errors, or is no layer of `{self.by}` on this map")
        create(path, begun(about, path, self.by))
        return str(path)

    def _add(self, document: LayerDocument) -> str:
        about = self.live.good
        assert about is not None
        assert about.map is not None
        asked = self._text
        reply = asked("do") == "reply"
        request = Request(
            "annotation" if reply else asked("kind") or "claim",
            asked("key") if reply else asked("id"),
            quote=asked("quote"), nth=self._number("nth"), motivation=asked("motivation"),
            body=asked("body"), labels=self._labels(),
        )  # fmt: skip
        if request.kind not in ("claim", "argument", "source", "annotation", "layer"):
            raise Refused(400, "`kind` is claim, argument, source, annotation or layer")
        one = annotate(
            document, about.map, request, others=self._others(document),
            named=named_nearby(document, about.source.name), created=_now(),
        )  # fmt: skip
        self.key = f"{self.by}/{one.id}"
        return added(document, one)

    def _change(self, document: LayerDocument) -> str:
        one = self._own(document)
        self._compare(one)
        labels = dict(one.labels)
        if "labels" in self.asked:
            labels = labelled(terms_of(document), one.target.place, self._labels())
        body = tidy(self._text("body")) if "body" in self.asked else one.body
        if not body and not labels and not one.target.claims and one.motivation != "highlighting":
            raise Refused(422, "nothing is said: give a text or a label, or remove the note")
        return changed(document, replace(one, body=body, labels=labels))

    def _resolve(self, document: LayerDocument) -> str:
        resolved = self.asked.get("resolved", True)
        if not isinstance(resolved, bool):
            raise Refused(400, "`resolved` is true or false")
        return changed(document, replace(self._own(document), resolved=resolved))

    def _remove(self, document: LayerDocument) -> str:
        one = self._own(document)
        self._compare(one)
        assert document.value is not None
        answers = answers_to(document.value, [one.id], self._others(document))
        if answers and self.asked.get("force") is not True:
            names = answers[one.id]
            raise Refused(422, f"it is answered by {', '.join(names)}", answers=names)
        return removed(document, one.id)

    def _own(self, document: LayerDocument) -> Annotation:
        """The note that is meant; somebody else's is not written."""
        self.key = self._text("key")
        by, _, id = self.key.rpartition("/")
        if by != self.by:
            raise Refused(422, f"only `{visible(by)[:60]}` can change it")
        if document.value is None:
            raise RefusedError("the layer has errors; mend them first")
        if id not in document.value.annotation:
            raise Refused(422, f"there is no note `{visible(self.key)[:60]}`")
        return document.value.annotation[id]

    def _compare(self, one: Annotation) -> None:
        """Refuses to change a note that is not as the page showed it."""
        if "was" in self.asked and tidy(self._text("was")) != one.body:
            theirs = {"body": one.body, "labels": dict(one.labels)}
            raise Changed("the note was changed elsewhere in between", theirs=theirs)

    def _others(self, document: LayerDocument) -> list[Layer]:
        return [
            one.value
            for one in self.live.layers.found
            if one.value is not None and one.source.name != document.source.name
        ]

    def _text(self, word: str) -> str:
        value = self.asked.get(word, "")
        if not isinstance(value, str):
            raise Refused(400, f"`{word}` is a text")
        return value

    def _number(self, word: str) -> int:
        value = self.asked.get(word, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**6:
            raise Refused(400, f"`{word}` is a number")
        return value

    def _labels(self) -> tuple[str, ...]:
        value = self.asked.get("labels", [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise Refused(400, "`labels` are texts such as NAME=VALUE")
        return tuple(value)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
