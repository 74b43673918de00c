"""An adjudicator's layer: what annotators say with labels, and what is decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.annotation.adjudication.bench import Bench, Question, rule_of
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.studies import Study
from argmap.annotation.targets import Targets
from argmap.annotation.votes import EVERYBODY, STUDENTS, Unusable, votes_of


@dataclass(frozen=True, slots=True)
class Adjudication:
    """An adjudicator's layer after the votes of others came in.

    Attributes:
        annotations: those of the layer that are new or changed.
        new: ids of those that are new.
        questions: every label that was voted on, or decided in this run, in the layer's order.
        unusable: labels of annotators that could not be counted.
        older: votes on a text that has changed since: (annotator, target).
        unknown: labels that no codebook has, so that only equal spellings agree.
    """

    annotations: tuple[Annotation, ...]
    new: tuple[str, ...]
    questions: tuple[Question, ...]
    unusable: tuple[Unusable, ...]
    older: tuple[tuple[str, Target], ...]
    unknown: tuple[str, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """What is not decided."""
        return tuple(one for one in self.questions if one.decided is None)


def adjudicate(
    layer: Layer,
    study: Study,
    *,
    single: bool = False,
    majority: bool = False,
    with_teachers: bool = False,
    decisions: Iterable[str] = (),
) -> Adjudication:
    """What `layer` becomes when the layers of `study` vote. Nothing is written.

    A label is decided where two or more vote and all agree; with `majority`, where more than half
    agree; with `single`, also where there is one vote. What is decided stays so, whatever the votes
    become. Each of `decisions` is "ID:LABEL=VALUE" and decides by hand, also anew.

    Raises:
        RefusedError: a decision names nothing that is there, or a value that its label has not.
    """
    assert study.document.map is not None
    targets = Targets(study.document.map, study.values)
    roles = EVERYBODY[:2] if with_teachers else STUDENTS
    votes = votes_of(study, targets, roles, without=[layer.annotator])
    voters = {one.annotator for one in study.values if one.role in roles} - {layer.annotator}
    bench = Bench(layer, targets, votes.codebook)
    for key, target in votes.targets.items():
        bench.hear(key, target, votes.given[key])
    bench.withdraw(votes.given, voters)
    bench.decide(decisions)
    questions = tuple(bench.questions(rule_of(2 - single, majority)))
    changed = tuple(one for id, one in bench.now.items() if layer.annotation.get(id) != one)
    new = tuple(one.id for one in changed if one.id not in layer.annotation)
    used = {question.label for question in questions}
    unknown = tuple(sorted(used - votes.codebook.label.keys()))
    return Adjudication(changed, new, questions, votes.unusable, votes.older, unknown)
