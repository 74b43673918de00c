"""Everything that is wrong with the layers of a study, beside their map and with one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from os.path import realpath

from argmap.annotation.anchors.anchoring import Anchor, Ground, State, full_id
from argmap.annotation.checks import codes, label_checks
from argmap.annotation.layers.anchor import version_of
from argmap.annotation.layers.documents import CodebookDocument, LayerDocument
from argmap.annotation.layers.model import Annotation
from argmap.diagnostics import Diagnostic, Source, Spelling
from argmap.yaml.conflicts import unresolved
from argmap.yaml.gathering import ordered


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, a layer or a codebook, in the order of its text."""

    document: LayerDocument | CodebookDocument
    diagnostics: tuple[Diagnostic, ...]

    @property
    def source(self) -> Source:
        return self.document.source


def check(ground: Ground) -> tuple[Checked, ...]:
    """What is wrong with each layer of a study, then with the codebooks that cannot be used."""
    study, checker = ground.study, _Checker(ground)
    known = {id(document) for document in (*study.faulty, *study.foreign)}
    found = []
    for document in (*study.layers, *study.faulty, *study.foreign):
        faults = list(document.faults)
        if document.value is not None:
            faults += unresolved(document.tree.root, document.value.conflicts, "the layer")
        if id(document) not in known:
            faults += checker.layer(document)
        elif document.value is not None:
            faults.append(_foreign(document, study.document.source.name))
        found.append(Checked(document, ordered(faults)))
    books = {
        realpath(problem.document.source.name): problem.document
        for terms in study.terms.values()
        for problem in terms.problems
        if problem.document is not None and problem.document.tree.root is not None
    }
    found.sort(key=lambda checked: checked.source.name)
    return (*found, *(Checked(book, book.faults) for book in books.values()))


def _foreign(document: LayerDocument, map: str) -> Diagnostic:
    assert document.value is not None
    return codes.OTHER_MAP.at(document.top("map"), named=document.value.map, map=map)


class _Checker:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.version = version_of(ground.study.document.source.text)
        self._names: dict[str, Spelling] = {}
        self._first: dict[str, str] = {}

    def layer(self, document: LayerDocument) -> Iterator[Diagnostic]:
        layer = document.value
        assert layer is not None
        other = self._first.setdefault(layer.annotator, document.source.name)
        if other != document.source.name:
            yield codes.SAME_ANNOTATOR.at(
                document.top("annotator"), annotator=layer.annotator, other=other
            )
        yield from self.targets(document)
        for one in layer.annotations:
            yield from self.replies(document, one)
            yield from self.content(document, one)
        yield from label_checks.labels(document, self.ground.study.terms[document.source.name])

    def targets(self, document: LayerDocument) -> Iterator[Diagnostic]:
        """What has become of the targets of a layer."""
        layer = document.value
        assert layer is not None
        touched: list[Annotation] = []
        bare: list[Annotation] = []
        absent: set[str] = set()
        for one in layer.annotations:
            anchor = self.ground.anchor(one.target, layer.annotator)
            if anchor.state is State.UNANCHORED:
                bare.append(one)
            elif anchor.state is State.UNCHECKED:
                name = full_id(one.target, layer.annotator).partition("/")[0]
                if name not in absent:
                    yield self.absent(document, one, name)
                absent.add(name)
            elif not anchor.state.sound:
                touched.append(one)
                if not (anchor.grounds and anchor.state is State.ORPHAN):  # told below
                    yield self.lost(document, one, anchor)
            yield from self.grounds(document, one)
        if layer.version == self.version:
            return
        if bare:
            span = document.span(bare[0].id, "target", bare[0].target.kind)
            yield codes.NO_ANCHOR.at(span, count=len(bare))
        if touched and layer.version:
            count, all = len(touched), len(layer.annotations)
            yield codes.CHANGED_MAP.at(document.top("version"), count=count, all=all)

    def absent(self, document: LayerDocument, one: Annotation, name: str) -> Diagnostic:
        """That nothing can be said of a target, since another text is not at hand."""
        span = document.span(one.id, "target", one.target.kind)
        if one.target.kind == "source":
            return codes.UNREAD_SOURCE.at(span, id=name)
        near = self.near("layer", name)
        mend = f"did you mean `{near}`? Else check them together" if near else ""
        return codes.LAYER_NOT_AT_HAND.at(span, mend=mend, annotator=name)

    def lost(self, document: LayerDocument, one: Annotation, anchor: Anchor) -> Diagnostic:
        """What to say of a target that is not where, or not what, it was."""
        target, state = one.target, anchor.state
        kind, id = target.kind, target.id
        span = document.span(one.id, "target", kind)
        if anchor.grounds:
            kind, id = "claim", ", ".join(target.claims)
            span = document.span(one.id, "target", "claims")
        if state is State.ORPHAN:
            # Whose text was seen was there, by this id: no slip of the pen.
            near = "" if target.hash else self.near(kind, id)
            mend = f"did you mean `{near}`?" if near else ""
            code = codes.NO_SUCH_ANNOTATION if kind == "annotation" else codes.ORPHAN
            return code.at(span, mend=mend, kind=kind, id=id)
        if state is State.CHANGED:
            return codes.CHANGED_TEXT.at(span, kind=kind, id=id)
        if state is State.MOVED:
            assert anchor.target is not None
            now = anchor.target.claims[0] if anchor.grounds else anchor.target.id
            where = "elsewhere in the text" if kind == "source" else f"under `{now}`"
            return codes.MOVED_TARGET.at(span, where=where)
        quote = document.span(one.id, "target", "quote") if target.quote else span
        if state is State.GONE:
            return codes.LOST_PASSAGE.at(
                quote, quote=target.quote, kind=kind, id=anchor.candidates[0]
            )
        mend = "" if target.quote else f"say which: {' or '.join(anchor.candidates[:4])}"
        return codes.AMBIGUOUS_TARGET.at(quote, mend=mend, places=anchor.places)

    def grounds(self, document: LayerDocument, one: Annotation) -> Iterator[Diagnostic]:
        """Claims that a passage of a source grounds, and that are not there."""
        for place, id in enumerate(one.target.claims):
            if id not in self.ground.inventory.map.claim:
                near = self.near("claim", id)
                span = document.span(one.id, "target", "claims", place)
                mend = f"did you mean `{near}`?" if near else ""
                yield codes.UNKNOWN_GROUND.at(span, mend=mend, id=id)

    def replies(self, document: LayerDocument, one: Annotation) -> Iterator[Diagnostic]:
        """Replies that answer no annotation, or themselves."""
        assert document.value is not None
        target = one.target
        if target.kind != "annotation":
            if one.motivation == "replying":
                span = document.span(one.id, "motivation")
                yield codes.NOT_A_REPLY.at(span, kind=target.kind, id=target.id)
        elif f"{document.value.annotator}/{one.id}" in self.circles:
            yield codes.CIRCULAR_REPLY.at(document.span(one.id, "target", "annotation"))

    def content(self, document: LayerDocument, one: Annotation) -> Iterator[Diagnostic]:
        """An annotation without any."""
        if not (one.body or one.labels or one.votes or one.motivation == "highlighting"):
            yield codes.EMPTY_ANNOTATION.at(document.span(one.id))

    def near(self, kind: str, id: str) -> str:
        """The id of that kind that comes nearest to one that is not there."""
        if kind not in self._names:
            map = self.ground.inventory.map
            known = {
                "claim": map.claim, "argument": map.argument, "source": self.ground.sources,
                "annotation": self.ground.study.annotation, "layer": self.ground.annotators,
            }  # fmt: skip
            self._names[kind] = Spelling(sorted(known[kind]))
        return self._names[kind].near(id)

    @cached_property
    def circles(self) -> frozenset[str]:
        """The annotations, as ANNOTATOR/ID, that answer themselves by way of others or directly."""
        answers = {
            f"{layer.annotator}/{one.id}": full_id(one.target, layer.annotator)
            for layer in self.ground.study.values
            for one in layer.annotations
            if one.target.kind == "annotation"
        }
        found: set[str] = set()
        seen: set[str] = set()
        for name in answers:
            way: list[str] = []
            while name in answers and name not in seen:
                seen.add(name)
                way.append(name)
                name = answers[name]
            if name in way:
                found.update(way[way.index(name) :])
        return frozenset(found)
