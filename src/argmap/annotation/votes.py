"""What each annotator says about each target with each label, in values that can be compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from argmap.annotation.layers.labels import Unfit, judge
from argmap.annotation.layers.model import Codebook, Label, Target, Value
from argmap.annotation.studies import Study
from argmap.annotation.targets import Key, Targets

#: A value as it is meant: of a scale a number, of yes/no a truth, of a set its values.
Meant: TypeAlias = str | float | bool | frozenset[str]

STUDENTS = ("student",)
EVERYBODY = ("student", "teacher", "adjudicator")


def meant(label: Label | None, value: Value) -> Meant | None:
    """A written value as it is meant, so that `4` and `4.0` are one; None if it is not possible.

    Values of a label that is in no codebook are taken as they are written.
    """
    typed = value if label is None else judge(label, value)
    if isinstance(typed, Unfit):
        return None
    return frozenset(typed) if isinstance(typed, tuple) else typed


def same(label: Label | None, one: Value | None, other: Value | None) -> bool:
    """Whether two spellings mean one value."""
    if one is None or other is None:
        return False
    found = meant(label, one)
    return one == other or (found is not None and found == meant(label, other))


@dataclass(frozen=True, slots=True)
class Unusable:
    """A label that cannot be counted: whose, where, and why."""

    annotator: str
    target: Target
    label: str
    why: str


@dataclass(frozen=True)
class Votes:
    """What annotators say.

    Attributes:
        targets: each target with a label, in the order of the map.
        given: by target, label and annotator, the value as it is written.
        unusable: what was left out.
        older: (annotator, target) where the annotator saw another text than the map has now.
    """

    codebook: Codebook
    targets: Mapping[Key, Target] = field(default_factory=dict)
    given: Mapping[Key, Mapping[str, Mapping[str, Value]]] = field(default_factory=dict)
    unusable: tuple[Unusable, ...] = ()
    older: tuple[tuple[str, Target], ...] = ()

    @cached_property
    def meant(self) -> Mapping[Key, Mapping[str, Mapping[str, Meant]]]:
        """As `given`, with values as they are meant."""
        return {
            key: {name: {who: self.value(name, said) for who, said in row.items()}
                  for name, row in labels.items()}
            for key, labels in self.given.items()
        }  # fmt: skip

    def value(self, label: str, value: Value) -> Meant:
        found = meant(self.codebook.label.get(label), value)
        assert found is not None, "what cannot be meant is left out"
        return found


def votes_of(
    study: Study,
    targets: Targets,
    roles: tuple[str, ...] = STUDENTS,
    without: Iterable[str] = (),
) -> Votes:
    """The labels of all layers of some roles, but for those of the annotators in `without`.

    Who gives one label twice to one target says it once if both are equal, and of a set says all
    that is in both; otherwise it is left out. The order of the layers does not matter.
    """
    ordered = sorted(study.layers, key=lambda document: document.source.name)
    study = replace(study, layers=tuple(ordered))
    said: dict[Key, dict[str, dict[str, list[Value]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    found: dict[Key, Target] = {}
    older: dict[tuple[str, Key], Target] = {}
    left = set(without)
    for layer in study.values:
        if layer.role not in roles or layer.annotator in left:
            continue
        for one in layer.annotations:
            if one.labels:
                target = targets.normal(one.target, layer.annotator)
                found[target.key] = min(found.get(target.key, target), target, key=repr)
                if targets.older(target):
                    older[layer.annotator, target.key] = target
                for label, value in one.labels.items():
                    said[target.key][label][layer.annotator].append(value)
    codebook = study.codebook
    unusable: list[Unusable] = []
    given: dict[Key, dict[str, dict[str, Value]]] = {}
    for key in sorted(found, key=lambda key: (*targets.rank(found[key]), repr(key))):
        given[key] = {}
        for label, row in sorted(said[key].items()):
            settled = {}
            for who, values in sorted(row.items()):
                one_value, why = _settled(codebook.label.get(label), values)
                if one_value is None:
                    unusable.append(Unusable(who, found[key], label, why))
                else:
                    settled[who] = one_value
            given[key][label] = settled
    return Votes(
        codebook, {key: found[key] for key in given}, given, tuple(unusable),
        tuple((who, target) for (who, _), target in sorted(older.items(), key=repr)),
    )  # fmt: skip


def _settled(label: Label | None, values: list[Value]) -> tuple[Value | None, str]:
    """The one value that an annotator gives by one or several, or why there is none."""
    for value in values:
        fit = value if label is None else judge(label, value)
        if isinstance(fit, Unfit):
            return None, fit.reason
    read = [meant(label, value) for value in values]
    if len(set(read)) == 1:
        return spelled(values), ""
    if label is not None and label.type == "set":
        sets = [one for one in read if isinstance(one, frozenset)]
        return tuple(sorted(frozenset().union(*sets))), ""
    return None, f"says {' and '.join(sorted({shown(value) for value in values}))}"


def spelled(values: Iterable[Value]) -> Value:
    """Of several spellings of one value the one that is written, whatever their order."""
    return min(values, key=lambda value: (isinstance(value, tuple), len(shown(value)), value))


def shown(value: Value | Meant) -> str:
    """A value for people."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else value
