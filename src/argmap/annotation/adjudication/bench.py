"""Votes come in and decisions are taken: an adjudicator's layer while it is worked on."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.annotation.layers.edits import RefusedError, next_id
from argmap.annotation.layers.labels import Unfit, judge, named
from argmap.annotation.layers.labels import written as typed_value
from argmap.annotation.layers.model import Annotation, Codebook, Label, Layer, Target, Value
from argmap.annotation.targets import Key, Targets
from argmap.annotation.votes import Meant, meant, same, spelled
from argmap.diagnostics import did_you_mean

#: A rule: what the votes on a label decide, if they do.
Rule: TypeAlias = Callable[[Mapping[str, Meant]], Meant | None]

#: What was said of one target: by label and annotator.
_Given: TypeAlias = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Question:
    """A label of a target of an adjudicator's layer.

    Attributes:
        id: of the adjudicator's annotation.
        votes: what each annotator said.
        decided: the value that was decided, or nothing while it is open.
        anew: whether this run decided it; otherwise it had been decided before.
        replaced: the decision that one by hand replaced in this run.
        contradicted: whether a vote that is new or changed says other than what was decided before.
        withdrawn: annotators who no longer say so; their votes stay and count for nothing.
    """

    id: str
    target: Target
    text: str
    label: str
    votes: Mapping[str, Value]
    decided: Value | None = None
    anew: bool = False
    replaced: Value | None = None
    contradicted: bool = False
    withdrawn: tuple[str, ...] = ()


def rule_of(least: int, majority: bool) -> Rule:
    """The rule by which at least so many votes decide: all alike, or more than half."""

    def rule(votes: Mapping[str, Meant]) -> Meant | None:
        if len(votes) < least or not votes:
            return None
        value, count = Counter(votes.values()).most_common(1)[0]
        return value if count == len(votes) or (majority and 2 * count > len(votes)) else None

    return rule


class Bench:
    """An adjudicator's layer while votes come in and decisions are taken."""

    def __init__(self, layer: Layer, targets: Targets, book: Codebook) -> None:
        self.targets = targets
        self.book = book
        self.now = dict(layer.annotation)
        self._fresh: set[tuple[str, str]] = set()  # (id, label) with votes that are new or changed
        self._gone: dict[tuple[str, str], tuple[str, ...]] = {}
        self._by_hand: dict[tuple[str, str], Value | None] = {}  # with what had been decided before
        self._next = int(next_id(layer)[1:])
        self._of: dict[Key, str] = {}
        for one in layer.annotations:
            if one.motivation == "assessing":
                key = targets.normal(one.target, layer.annotator).key
                if key not in self._of or (one.votes and not self.now[self._of[key]].votes):
                    self._of[key] = one.id

    def hear(self, key: Key, target: Target, given: Mapping[str, Mapping[str, Value]]) -> None:
        """Writes down the votes on a target."""
        given = {label: row for label, row in given.items() if row}
        if not given:
            return
        if key not in self._of:
            self._of[key] = id = f"a{self._next}"
            self._next += 1
            self.now[id] = Annotation(id, self.targets.fresh(target), "assessing")
        one = self.now[self._of[key]]
        votes = {label: dict(row) for label, row in one.votes.items()}
        for label, row in given.items():
            before = votes.get(label, {})
            if any(before.get(who) != value for who, value in row.items()):
                self._fresh.add((one.id, label))
                votes[label] = dict(sorted({**before, **row}.items()))
        if votes != one.votes:
            self.now[one.id] = replace(one, votes=votes)

    def withdraw(self, given: Mapping[Key, _Given], voters: set[str]) -> None:
        """Notes the votes of annotators at hand that they no longer give."""
        keys = {id: key for key, id in self._of.items()}
        for id, one in self.now.items():
            said = given.get(keys[id], {}) if id in keys else {}
            for label, row in one.votes.items():
                gone = [who for who in row if who in voters and who not in said.get(label, {})]
                if gone:
                    self._gone[id, label] = tuple(gone)

    def decide(self, decisions: Iterable[str]) -> None:
        """Decides by hand."""
        values: dict[tuple[str, str], list[str]] = {}
        for text in decisions:
            id, name, chosen = self._decision(text)
            values.setdefault((id, name), []).append(chosen)
        for (id, name), said in values.items():
            label, one = self.book.label[name], self.now[id]
            if not label.may_stand_on(one.target.place):
                raise RefusedError(f"`{name}` may not stand on: {one.target.place}")
            fit = judge(label, tuple(said) if label.type == "set" or len(said) > 1 else said[0])
            if isinstance(fit, Unfit):
                raise RefusedError(_sentence(fit.reason, fit.mend))
            before, value = one.labels.get(name), typed_value(fit)
            self._by_hand[id, name] = before
            if not same(label, before, value):
                self.now[id] = replace(one, labels={**one.labels, name: value})

    def _decision(self, text: str) -> tuple[str, str, str]:
        id, _, rest = text.partition(":")
        id = id.strip()
        if id not in self.now:
            known = [id for id, one in self.now.items() if one.votes]
            raise RefusedError(_sentence(f"there is no annotation `{id}`", did_you_mean(id, known)))
        found = named(self.book, rest)
        if found is None:
            raise RefusedError(f"write a decision as ID:LABEL=VALUE, not `{text}`")
        if found[0] not in self.book.label:
            mend = did_you_mean(found[0], list(self.book.label))
            raise RefusedError(_sentence(f"no codebook has a label `{found[0]}`", mend))
        return id, *found

    def questions(self, rule: Rule) -> Iterator[Question]:
        """Each label with its votes, decided where the rule decides and nobody has before."""
        for id in self.now:
            by_hand = [name for of, name in self._by_hand if of == id]
            for name in dict.fromkeys((*self.now[id].votes, *by_hand)):
                yield self._question(id, name, rule)

    def _question(self, id: str, name: str, rule: Rule) -> Question:
        label = self.book.label.get(name)
        votes = self.now[id].votes.get(name, {})
        gone = self._gone.get((id, name), ())
        standing = {who: value for who, value in votes.items() if who not in gone}
        ruled = None
        if name not in self.now[id].labels:
            ruled = _ruled(label, standing, rule)
            if ruled is not None:
                labels = {**self.now[id].labels, name: ruled}
                self.now[id] = replace(self.now[id], labels=labels)
        one = self.now[id]
        decided = one.labels.get(name)
        by_hand = (id, name) in self._by_hand
        before = self._by_hand.get((id, name))
        differ = any(not same(label, decided, value) for value in standing.values())
        return Question(
            id, one.target, self.targets.said(one.target), name, votes, decided,
            anew=ruled is not None or (by_hand and before != decided),
            replaced=before if by_hand and before != decided else None,
            contradicted=decided is not None and ruled is None and not by_hand and differ
            and (id, name) in self._fresh,
            withdrawn=gone,
        )  # fmt: skip


def _ruled(label: Label | None, votes: Mapping[str, Value], rule: Rule) -> Value | None:
    """What votes decide, in one spelling whatever theirs; nothing where one cannot be read."""
    said = {who: meant(label, value) for who, value in votes.items()}
    sound = {who: value for who, value in said.items() if value is not None}
    found = rule(sound) if len(sound) == len(said) else None
    if found is None:
        return None
    return spelled(votes[who] for who, value in sound.items() if value == found)


def _sentence(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
