"""An argument made up at random: a seed always gives the same one."""

from dataclasses import dataclass, field
from random import Random
from typing import Literal

from benchmarks.sentences import ROLES, SURNAMES, TAGS, Sentences, sentence

Shape = Literal["tree", "graph"]

KINDS = ("fact", "value", "policy", "definition", "prediction", "causal")
BASES = ("statistic", "study", "record", "testimony", "expert", "law", "example")
SCHEMES = ("practical reasoning", "expert opinion", "analogy", "cause to effect")


@dataclass(slots=True)
class Claim:
    """A claim; claims are numbered so that each bears on claims of lower numbers only."""

    number: int
    text: str
    name: str  # its id, written or not
    named: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    cite: tuple[str, str, str] | None = None  # source, quote, place
    note: str = ""
    items: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """An argument; its premises are new claims, or references to claims written elsewhere."""

    supports: bool
    premises: list[Claim] = field(default_factory=list)
    refs: list[Claim] = field(default_factory=list)
    scheme: str = ""
    undercuts: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class Argument:
    thesis: Claim
    claims: list[Claim]
    sources: dict[str, str]
    people: dict[str, tuple[str, str]]

    @property
    def items(self) -> list[Item]:
        """Every argument of the map, those against steps included."""
        found = [item for claim in self.claims for item in claim.items]
        return found + [undercut for item in found for undercut in item.undercuts]


def argue(claims: int, shape: Shape = "tree", seed: int = 1) -> Argument:
    """An argument of exactly `claims` claims.

    A tree has single reasons and counterpoints. In a graph every fifth claim is used again
    elsewhere; some reasons are linked premises, some steps are undercut.
    """
    random = Random(f"{shape} {claims} {seed}")
    texts = Sentences(random)
    made = [Claim(n, texts.next(), f"c{n}") for n in range(max(claims, 1))]
    people = {
        f"{SURNAMES[n % len(SURNAMES)].lower().replace(chr(39), '')}-{n}": (
            f"Dr. {SURNAMES[n % len(SURNAMES)]}", ROLES[n % len(ROLES)],
        )
        for n in range(max(1, min(40, claims // 25)))
    }  # fmt: skip
    sources = {f"source-{n}": texts.next() for n in range(max(1, claims // 50))}
    argument = Argument(made[0], made, sources, people)
    _grow(argument, shape, random)
    if shape == "graph":
        _cross(argument, random)
    _detail(argument, random)
    return argument


def _grow(argument: Argument, shape: Shape, random: Random) -> None:
    """Hangs each claim below an earlier one: under it, beside it as a premise, or on its step."""
    home: dict[int, Item] = {}  # the argument in which a claim is a premise, by number
    for claim in argument.claims[1:]:
        near = argument.claims[random.randrange(claim.number)]
        item = home.get(near.number)
        lot = random.random() if shape == "graph" else 1.0
        if item is not None and lot < 0.15 and len(item.premises) < 4:
            item.premises.append(claim)
            home[claim.number] = item
            continue
        made = Item(random.random() < 0.6, [claim])
        if item is not None and 0.15 <= lot < 0.22:
            made.supports = False
            item.undercuts.append(made)
        else:
            near.items.append(made)
            home[claim.number] = made


def _cross(argument: Argument, random: Random) -> None:
    """Uses every fifth claim a second time; only downwards, so that no support runs in a circle."""
    claims = argument.claims
    bears = {
        (premise.number, claim.number)
        for claim in claims for item in claim.items for premise in item.premises
    }  # fmt: skip
    rest = len(claims) // 5
    for _ in range(rest * 20):
        if not rest:
            return
        target, used = sorted(random.sample(range(len(claims)), 2))
        if (used, target) in bears:
            continue
        bears.add((used, target))
        claims[used].named = True
        claims[target].items.append(Item(random.random() < 0.6, refs=[claims[used]]))
        rest -= 1


def _detail(argument: Argument, random: Random) -> None:
    """Gives claims and steps what a careful mapper writes beside them."""
    people, sources = list(argument.people), list(argument.sources)
    waiting = sources[:]  # sources that nothing cites yet
    for claim in argument.claims:
        claim.named = claim.named or random.random() < 0.3
        if random.random() < 0.6:
            claim.fields["by"] = people[claim.number % len(people)]
        if random.random() < 0.5:
            claim.fields["kind"] = random.choice(KINDS)
        if random.random() < 0.25:
            claim.fields["basis"] = random.choice(BASES)
        if random.random() < 0.2:
            claim.fields["weight"] = f"{random.randrange(1, 100) / 100}"
        if random.random() < 0.3:
            claim.fields["tags"] = f"[{', '.join(random.sample(TAGS, 2))}]"
        if random.random() < 0.25 or claim.fields.get("kind") == "fact":
            source = waiting.pop() if waiting else random.choice(sources)
            place = f"p. {random.randrange(1, 400)}"
            claim.cite = (source, sentence(random), place)
        if random.random() < 0.25:
            claim.note = ". ".join(sentence(random) for _ in range(random.randrange(1, 4))) + "."
    if "by" not in argument.claims[0].fields:
        argument.claims[0].fields["by"] = people[0]
    for source in waiting:  # a few claims only, and none of them a fact
        bare = next((claim for claim in argument.claims if claim.cite is None), argument.thesis)
        bare.cite = (source, sentence(random), "p. 1")
    for item in argument.items:
        if random.random() < 0.15:
            item.scheme = random.choice(SCHEMES)
