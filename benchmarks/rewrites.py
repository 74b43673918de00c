"""A map as people edit it, and what became of each claim."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.outline import in_reading_order
from benchmarks import paraphrase
from benchmarks.draft import Draft

Ids = Literal["stable", "renamed", "fresh", "numbered"]

KEPT = "untouched"
BULK = "bulk rewording"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Two versions of a map.

    `became` has for each claim of the old one those of the new that may be called the same (none:
    it was removed; two: it was split). `kind` says what was done to a claim of the old version,
    `added` to one that only the new one has.
    """

    old: ArgumentMap
    new: ArgumentMap
    became: dict[str, tuple[str, ...]]
    kind: dict[str, str]
    added: dict[str, str]


def rewrite(
    map: ArgumentMap, share: float, seed: int, ids: Ids = "fresh", *, bulk: bool = False
) -> Rewrite:
    """Touches a share of the claims (0 to 1), each in one way; with `bulk` also a phrase in all."""
    editor = _Editor(map, Random(f"{seed} {share} {ids}"))
    editor.edit(share)
    if bulk:
        editor.reword_in_bulk()
    return editor.rewritten(ids)


class _Editor:
    """Edits a draft, and remembers what became of which claim."""

    def __init__(self, map: ArgumentMap, random: Random) -> None:
        self.draft = Draft(map)
        self.random = random
        self.became: dict[str, tuple[str, ...]] = {claim.id: (claim.id,) for claim in map.claims}
        self.kind: dict[str, str] = {}
        self.added: dict[str, str] = {}

    def edit(self, share: float) -> None:
        ways: tuple[tuple[str, int, Callable[[str], bool]], ...] = (
            ("reworded lightly", 6, self._light), ("reworded heavily", 4, self._heavy),
            ("moved", 3, self._move), ("moved and reworded", 2, self._move_and_reword),
            ("split", 2, self._split), ("regrouped", 2, self._regroup), ("turned", 2, self._turn),
            ("removed", 4, self._remove), ("added beside", 2, self._add),
            ("look-alike added beside", 2, self._add_like),
            ("opposite added beside", 2, self._add_opposite),
        )  # fmt: skip
        names = self.random.sample(list(self.draft.claims), round(share * len(self.draft.claims)))
        for id in names:
            ((name, _, way),) = self.random.choices(ways, [weight for _, weight, _ in ways])
            if id in self.draft.claims and id not in self.kind and way(id):
                self.kind[id] = name

    def reword_in_bulk(self) -> None:
        """The commonest opening and the commonest long word are put otherwise everywhere."""
        first = Counter(claim.text.split()[0] for claim in self.draft.claims.values())
        long = Counter(w for c in self.draft.claims.values() for w in c.text.split() if len(w) > 6)
        opening = first.most_common(1)[0][0]
        word = long.most_common(1)[0][0] if long else ""
        for id, claim in self.draft.claims.items():
            text = claim.text
            if text.split()[0] == opening:
                text = f"According to the council, {text[0].lower()}{text[1:]}"
            if word and word in text:
                text = text.replace(word, f"{word} provided by the library")
            if text != claim.text:
                self.draft.claims[id] = replace(claim, text=text)
                if id in self.became:
                    self.kind.setdefault(id, BULK)

    def rewritten(self, ids: Ids) -> Rewrite:
        new = in_reading_order(self.draft.finished())
        old = in_reading_order(self.draft.map)
        names = {part.id: part.id for part in old.parts}
        if ids == "numbered":
            names = {part.id: f"n{n}" for n, part in enumerate(old.parts)}
            others = {part.id: f"n{n}" for n, part in enumerate(new.parts)}
        elif ids == "fresh":
            others = {part.id: f"f{n}" for n, part in enumerate(new.parts)}
        else:
            # Renamed: what was reworded has another id, and some others have.
            others = {
                part.id: f"r{n}" if ids == "renamed" and (
                    "reworded" in self.kind.get(part.id, "") or self.random.random() < 0.2
                ) else part.id
                for n, part in enumerate(new.parts)
            }  # fmt: skip
        return Rewrite(
            _renamed(old, names), _renamed(new, others),
            {names[id]: tuple(others[n] for n in now) for id, now in self.became.items()},
            {names[id]: self.kind.get(id, KEPT) for id in self.became},
            {others[id]: kind for id, kind in self.added.items()},
        )  # fmt: skip

    # Ways to edit: each says whether it could be done.

    def _light(self, id: str) -> bool:
        return self.draft.say(id, paraphrase.light(self.draft.claims[id].text, self.random))

    def _heavy(self, id: str) -> bool:
        return self.draft.say(id, paraphrase.heavy(self.draft.claims[id].text, self.random))

    def _move(self, id: str) -> bool:
        step = self.draft.sole_step(id)
        target = self.random.choice(self.draft.map.claims).id
        if step is None or target not in self.draft.claims or target == step.target:
            return False
        if self.draft.bears_on(target, id):
            return False
        self.draft.put(replace(step, target=target))
        return True

    def _move_and_reword(self, id: str) -> bool:
        return self._move(id) and self._light(id)

    def _split(self, id: str) -> bool:
        parts = paraphrase.halves(self.draft.claims[id].text)
        steps = self.draft.steps_of(id)
        if (
            parts is None
            or len(steps) != 1
            or self.draft.said(parts[1])
            or not self.draft.say(id, parts[0])
        ):
            return False
        step, other = steps[0], self._new_claim(parts[1], "split")
        self.became[id] = (id, other)
        if self.random.random() < 0.5:
            self.draft.put(replace(step, premises=(*step.premises, other)))
        else:
            self.draft.put(Argument(self.draft.new_id(), (other,), step.stance, step.target))
        return True

    def _regroup(self, id: str) -> bool:
        """Linked premises are told apart, or two reasons become one."""
        steps = self.draft.steps_of(id)
        if len(steps) != 1:
            return False
        step = steps[0]
        if len(step.premises) > 1:
            self.draft.put(replace(step, premises=tuple(p for p in step.premises if p != id)))
            self.draft.put(Argument(self.draft.new_id(), (id,), step.stance, step.target))
            return True
        for name in self.draft.on.get(step.target, ()):
            other = self.draft.arguments[name]
            if name != step.id and other.stance is step.stance and id not in other.premises:
                for undercut in list(self.draft.on.get(step.id, ())):
                    self.draft.put(replace(self.draft.arguments[undercut], target=name))
                self.draft.drop(step)
                self.draft.put(replace(other, premises=(*other.premises, id)))
                return True
        return False

    def _turn(self, id: str) -> bool:
        step = self.draft.sole_step(id)
        if step is None or step.scheme == "explanation":
            return False
        stance = Stance.AGAINST if step.stance is Stance.FOR else Stance.FOR
        self.draft.put(replace(step, stance=stance))
        return True

    def _remove(self, id: str) -> bool:
        """The claim goes; what bore on it bears on what it bore on."""
        steps = self.draft.steps_of(id)
        if len(steps) != 1 or id in self.draft.map.theses:
            return False
        step = steps[0]
        heirs = [
            *self.draft.on.get(id, ()),
            *(self.draft.on.get(step.id, ()) if len(step.premises) == 1 else ()),
        ]
        for name in heirs:
            self.draft.put(replace(self.draft.arguments[name], target=step.target))
        self.draft.drop(step)
        if len(step.premises) > 1:
            self.draft.put(replace(step, premises=tuple(p for p in step.premises if p != id)))
        del self.draft.claims[id]
        self.became[id] = ()
        return True

    def _add(self, id: str) -> bool:
        """A statement in the words of the map: the halves of two others."""
        one, other = self.random.choices(self.draft.map.claims, k=2)
        return self._beside(id, paraphrase.crossed(one.text, other.text), "added")

    def _add_like(self, id: str) -> bool:
        """Another statement that shares half of its words with this one."""
        other = self.random.choice(self.draft.map.claims)
        text = paraphrase.crossed(other.text, self.draft.claims[id].text)
        return self._beside(id, text, "look-alike")

    def _add_opposite(self, id: str) -> bool:
        """The rival; half of the time the statement itself is reworded as well."""
        opposite = paraphrase.opposite(self.draft.claims[id].text, self.random)
        done = self._beside(id, opposite, "opposite")
        if done and self.random.random() < 0.5:
            self._light(id)
        return done

    def _beside(self, id: str, text: str, kind: str) -> bool:
        """A new claim under the claim, or beside it."""
        steps = self.draft.steps_of(id)
        if self.draft.said(text):
            return False
        target = steps[0].target if steps and self.random.random() < 0.7 else id
        stance = self.random.choice(tuple(Stance))
        self.draft.put(
            Argument(self.draft.new_id(), (self._new_claim(text, kind),), stance, target)
        )
        return True

    def _new_claim(self, text: str, kind: str) -> str:
        id = self.draft.add(text)
        self.added[id] = kind
        return id


def _renamed(map: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    return replace(
        map,
        claims=tuple(replace(claim, id=names[claim.id]) for claim in map.claims),
        arguments=tuple(
            replace(
                argument, id=names[argument.id], target=names[argument.target],
                premises=tuple(names[premise] for premise in argument.premises),
            )
            for argument in map.arguments
        ),
        theses=tuple(names[thesis] for thesis in map.theses),
    )  # fmt: skip
