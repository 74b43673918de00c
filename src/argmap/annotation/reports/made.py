"""Makes reports of the layers about a map: for the teacher, and for each student."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.annotation.agreement.comparison import compare
from argmap.annotation.agreement.disagreement import unit_agreement
from argmap.annotation.agreement.distance import Level
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.conversation import Said, threads
from argmap.annotation.layers.model import Layer, Target, Value
from argmap.annotation.reports.grading import grades
from argmap.annotation.reports.handout import ON_MAP, handout, heads, remarks_on_map, withheld
from argmap.annotation.reports.values import (
    Entry,
    LabelShown,
    PartReport,
    Report,
    StudentReport,
    Tally,
)
from argmap.annotation.studies import Study
from argmap.annotation.targets import Key, Targets
from argmap.annotation.votes import STUDENTS, Meant, Votes, same, shown, votes_of
from argmap.diagnostics import did_you_mean

NOT_DECIDED = "nothing was decided about what the student labelled"


class NoStudentError(Exception):
    """There is no student of this name; the message says who there is."""


def report(study: Study) -> Report:
    """The teacher's own report: everybody, everything, released or not."""
    maker = _Maker(study)
    students = tuple(maker.student(name, False) for name in students_of(study))
    return Report(maker.title, "", students, maker.parts(), compare(study))


def report_for(study: Study, student: str, *, unreleased: bool = False) -> Report:
    """The report on one student: as it is handed out, or with all that is not released yet.

    Raises:
        NoStudentError: there is no layer of such a student.
    """
    check_student(student, study.values)
    maker = _Maker(study if unreleased else handout(study, student))
    hidden = not unreleased and withheld(study, student)
    on_map = _Maker(handout(_all_released(study), student)) if unreleased else maker
    own = replace(maker.student(student, hidden), on_map=on_map.on_map())
    return Report(maker.title, "" if unreleased else student, (own,), (), None)


def _all_released(study: Study) -> Study:
    """The study as if every teacher had released everything."""
    layers = tuple(
        replace(document, value=replace(layer, status="released") if layer.teaches else layer)
        for document, layer in zip(study.layers, study.values, strict=True)
    )
    return replace(study, layers=layers)


def students_of(study: Study) -> tuple[str, ...]:
    """The annotators with a student's layer, in the order of the alphabet."""
    return _students(study.values)


def check_student(student: str, layers: Iterable[Layer]) -> None:
    """Raises `NoStudentError` if none of the layers is of such a student."""
    known = _students(layers)
    if student not in known:
        mend = did_you_mean(student, list(known))
        raise NoStudentError(f"no student `{student}`" + (f"; {mend}" if mend else ""))


def _students(layers: Iterable[Layer]) -> tuple[str, ...]:
    return tuple(sorted({layer.annotator for layer in layers if not layer.teaches}))


class _Maker:
    """What all parts of a report share: threads, the words of targets, what was decided."""

    def __init__(self, study: Study) -> None:
        assert study.document.map is not None
        self.study = study
        self.title = study.document.map.title
        self.targets = Targets(study.document.map, study.values)
        self.threads = threads(study)
        self.heads = heads(self.threads)
        self.decided = _decided(study, self.targets)
        self.grades = grades(study)
        self.labels = study.codebook.label
        self._by: dict[str, list[Said]] = defaultdict(list)
        for said in self.threads.every:
            self._by[said.layer.annotator].append(said)

    def student(self, student: str, hidden: bool) -> StudentReport:
        own = [said for said in self._by[student] if not said.layer.teaches]
        begun = self.heads.get(student, [])
        layers = [layer for layer in self.study.values
                  if layer.annotator == student and not layer.teaches]  # fmt: skip
        remarks = [said for said in begun if said.layer.teaches]
        shown = self._sorted(said for said in begun if not said.layer.teaches)
        entries = tuple(map(self.entry, shown))
        below = [reply for entry in entries for reply in entry.replies]
        agreeing = [label.agrees for said in own for label in self.shown(said)
                    if label.agrees is not None]  # fmt: skip
        share = Figure(sum(agreeing) / len(agreeing)) if agreeing else Figure(None, NOT_DECIDED)
        replies = [said for said in own if said.annotation.target.kind == "annotation"]
        return StudentReport(
            student=student,
            name=next((layer.name for layer in layers if layer.name), student),
            status=tuple(layer.status for layer in layers),
            entries=entries,
            remarks=tuple(self.entry(said) for said in remarks),
            own=len(own) - len(replies),
            given=sum(not self._answers(said, student) for said in replies),
            received=sum(bool(one.body) and one.author != student for one in below),
            questions=sum(
                said.annotation.motivation == "questioning" and not said.annotation.resolved
                for said in own
            ),
            resolved=sum(said.annotation.resolved for said in own),
            agreement=share,
            compared=len(agreeing),
            grade=self.grades[student],
            withheld=hidden,
        )

    def _answers(self, said: Said, student: str) -> bool:
        """Whether a reply answers one by this student."""
        above = self.threads.answered.get(said)
        target = said.annotation.target.id
        return above.layer.annotator == student if above else target.startswith(f"{student}/")

    def on_map(self) -> tuple[Entry, ...]:
        """What teachers say about the map itself, in its order."""
        found = {said: below for (said, _), *below in remarks_on_map(self.threads)}
        return tuple(
            replace(self._alone(said, 0), replies=tuple(self._alone(*one) for one in found[said]))
            for said in self._sorted(found)
        )

    def parts(self) -> tuple[PartReport, ...]:
        """What was said about each part of the map that somebody spoke of, in its order."""
        by: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for said in self.threads.beginnings:
            target = said.annotation.target
            if target.kind in ON_MAP:
                by[target.kind, target.id].append(said)
        votes = votes_of(self.study, self.targets, STUDENTS)
        tallies = self._tallies(votes)
        wholes = [Target(*key) for key in by]
        found = []
        for whole in sorted(wholes, key=self.targets.rank):
            every = self._sorted(by[whole.kind, whole.id])
            found.append(PartReport(
                whole, self.targets.said(whole), self._missing(whole),
                tuple(map(self.entry, every)), tuple(tallies.get((whole.kind, whole.id), ())),
                tuple(sorted({one.layer.annotator for one in every})),
            ))  # fmt: skip
        return tuple(found)

    def _tallies(self, votes: Votes) -> dict[tuple[str, str], list[Tally]]:
        by_label: dict[str, dict[Key, Mapping[str, Meant]]] = defaultdict(dict)
        for key, rows in votes.meant.items():
            for name, row in rows.items():
                by_label[name][key] = row
        agreement = {}
        for name, ratings in by_label.items():
            label = self.labels.get(name)
            scale = label is not None and label.type == "scale"
            width = label.high - label.low if label is not None else 0
            level: Level = "interval" if scale else "nominal"
            agreement[name] = unit_agreement(ratings, level, width if scale else 0)
        found: dict[tuple[str, str], list[Tally]] = defaultdict(list)
        for key, target in votes.targets.items():
            for name, said in votes.meant[key].items():
                values: dict[Meant, list[str]] = defaultdict(list)
                for who, value in said.items():
                    values[value].append(who)
                most = sorted(values, key=lambda value: (-len(values[value]), shown(value)))
                found[target.kind, target.id].append(Tally(
                    target, name, {value: tuple(values[value]) for value in most},
                    agreement[name][key], self.decided.get((key, name)),
                ))  # fmt: skip
        return found

    def _sorted(self, every: Iterable[Said]) -> list[Said]:
        return sorted(every, key=lambda said: self.targets.rank(
            self.targets.normal(said.annotation.target, said.layer.annotator)
        ))  # fmt: skip

    def entry(self, said: Said) -> Entry:
        """An annotation with all replies below it."""
        first, *replies = self.threads.thread(said)
        found = self._alone(*first)
        return (
            replace(found, replies=tuple(self._alone(*one) for one in replies))
            if replies
            else found
        )

    def _alone(self, said: Said, depth: int) -> Entry:
        one, layer = said.annotation, said.layer
        target = self.targets.normal(one.target, layer.annotator)
        return Entry(
            said.name, layer.annotator, layer.shown, layer.role, one.motivation, target,
            self.targets.said(target), self._missing(target), one.body,
            self.shown(said), one.resolved, one.created, depth,
        )  # fmt: skip

    def _missing(self, target: Target) -> bool:
        """Whether it is gone from the map; what others wrote may just not be at hand."""
        return target.kind in ON_MAP and not self.targets.known(target)

    def shown(self, said: Said) -> tuple[LabelShown, ...]:
        """The labels of an annotation, in the terms of its own layer."""
        if not said.annotation.labels:
            return ()
        labels = self.study.terms[said.document.source.name].codebook.label
        key = self.targets.normal(said.annotation.target, said.layer.annotator).key
        found = []
        for name, value in said.annotation.labels.items():
            decided = None if said.layer.teaches else self.decided.get((key, name))
            agrees = None if decided is None else same(labels.get(name), value, decided)
            found.append(LabelShown(name, value, decided, agrees))
        return tuple(found)


def _decided(study: Study, targets: Targets) -> dict[tuple[Key, str], Value]:
    """What adjudicators decided about the map, by target and label; of several the first by the
    file's name. What they say about annotations is a grade, and for nobody else."""
    found: dict[tuple[Key, str], Value] = {}
    for document in sorted(study.layers, key=lambda document: document.source.name):
        layer = document.value
        assert layer is not None
        for one in layer.annotations if layer.role == "adjudicator" else ():
            if one.target.kind not in ("annotation", "layer"):
                key = targets.normal(one.target, layer.annotator).key
                for name, value in one.labels.items():
                    found.setdefault((key, name), value)
    return found
