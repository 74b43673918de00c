"""The same statement in other words, as an editor would put it."""

import re
from random import Random

_SAME = (
    "reduce cut", "improved bettered", "raises increases", "endanger threaten",
    "lower bring+down", "protect shield", "weaken undermine", "paid financed", "double multiply",
    "changed altered", "risk stake", "uses applications", "replace stand+in+for",
    "distracts diverts", "spread grow", "remedy cure", "depends relies", "outgrow exceed",
    "shifts moves", "burden load", "effect influence", "harbour port", "town city",
    "river stream", "bridge crossing", "cheaper less+expensive", "pupils schoolchildren",
    "tunnel underpass", "public state", "money funds", "tax levy", "ban prohibition",
    "flights air+travel", "plan scheme", "merger union", "hospitals clinics", "school classes",
    "rent rents", "market fair", "sale selling", "company firm", "airport airfield",
    "free gratis", "entry admission", "museums galleries", "deposit refundable+charge",
    "bottle container", "wind turbine", "coast shore", "compulsory mandatory", "young youth",
    "ceiling limit", "prices rates", "central main", "warehouses depots", "repair mending",
    "dam weir", "air atmosphere", "narrow small", "streets roads", "income earnings",
    "shops stores", "safety security", "cyclists bike+riders", "time hours",
    "commuters travellers", "trust confidence", "vote go+to+the+polls", "cost expense",
    "family household", "number count", "teachers school+staff", "noise din", "price cost",
    "flat apartment", "debt liabilities", "region area", "nurses carers", "supply provision",
    "water drinking+water", "value worth", "houses homes", "guests visitors", "health wellbeing",
    "elderly old", "chances prospects", "harvest crops", "farms fields", "reserves buffers",
    "profit gain", "freedom liberty", "calm quiet", "banks shores", "duty obligation",
    "parents mother+and+father", "share proportion", "women female+staff",
    "winter the+cold+season", "decade ten+years", "trial test", "election ballot", "wages pay",
    "subsidy grant", "law statute", "villages hamlets", "auditors inspectors",
    "generation cohort", "students learners", "should ought+to", "must has+to", "people citizens",
    "helps aids", "many numerous", "shows proves", "children kids", "important essential",
    "because since", "big large", "government cabinet", "exam test", "answers replies",
    "work labour", "results findings", "wrote produced",
)  # fmt: skip
_SYNONYMS = {one: other.replace("+", " ") for one, _, other in (e.partition(" ") for e in _SAME)}
_HEDGES = ("probably", "often", "clearly", "in fact", "arguably", "generally", "certainly", "still")
_TAILS = (
    "in most cases", "today", "as studies show", "at least here", "on the whole", "sooner or later",
    "according to the report", "for several reasons",
)  # fmt: skip
_OPENINGS = ("It is true that", "We hold that", "Experience shows that", "There is evidence that")
_OTHERS = (
    "matter", "issues", "aspects", "concern", "circumstances", "regards", "involves", "ordinary",
    "elements", "particular", "practice", "affected",
)  # fmt: skip
#: Words that an editor does not drop without saying something else.
_KEPT = {"not", "no", "never", "only", "cannot", "hardly", "without", "unless", "non"}


def light(text: str, random: Random) -> str:
    """One or two small changes."""
    if not _spaced(text):
        return _characters(text, random, 1)
    result = text
    for _ in range(1 + (random.random() < 0.3)):
        result = random.choice((_synonym, _hedge, _tail, _drop, _typo, _punctuation))(
            result, random
        )
    return result if result != text else _tail(text, random)


def heavy(text: str, random: Random) -> str:
    """Most words that have a synonym replaced, and some that have none; the sentence turned; some
    words more and less."""
    if not _spaced(text):
        return _characters(text, random, max(2, len(text) // 6))
    words = [_swap(word) if random.random() < 0.8 else word for word in text.split()]
    for at, word in enumerate(words):
        if len(word) > 4 and word in text and random.random() < 0.3:
            words[at] = random.choice(_OTHERS)
    result = " ".join(words)
    for _ in range(len(words) // 5):
        result = _drop(result, random)
    if random.random() < 0.5:
        result = _turned(result)
    result = _hedge(result, random)
    if random.random() < 0.3:
        result = f"{random.choice(_OPENINGS)} {result[0].lower()}{result[1:]}"
    return _tail(result, random) if random.random() < 0.3 else result


def opposite(text: str, random: Random) -> str:
    """The rival of a statement: the same words with a turning one gained or lost."""
    words = text.split()
    for at, word in enumerate(words):
        if word in ("not", "only", "never", "hardly"):
            return " ".join(words[:at] + words[at + 1 :])
        if word in ("is", "will", "would", "should", "can", "has", "does", "are", "was", "must"):
            turn = random.choice(("not", "only", "never"))
            return " ".join([*words[: at + 1], turn, *words[at + 1 :]])
    return f"没有{text}" if not _spaced(text) else f"Not {text[0].lower()}{text[1:]}"


def halves(text: str) -> tuple[str, str] | None:
    """A statement told as two, or nothing where it is too short for that."""
    words = text.split()
    if len(words) < 8:
        return None
    middle = next(
        (n for n in range(3, len(words) - 3) if words[n] in ("and", "but", "because", "so")),
        len(words) * 3 // 5,
    )
    second = " ".join(words[middle:])
    return " ".join(words[:middle]).rstrip(","), f"{words[0]} {words[1]} does so {second}"


def crossed(one: str, other: str) -> str:
    """Another statement: the first half of one, the second half of another."""
    if not (_spaced(one) and _spaced(other)):
        return one[: len(one) // 2] + other[len(other) // 2 :]
    begin, end = one.split(), other.split()
    return " ".join([*begin[: len(begin) // 2], *end[len(end) // 2 :]])


def _spaced(text: str) -> bool:
    return len(text.split()) > 3


def _swap(word: str) -> str:
    bare = word.strip(",.;'").lower()
    if bare not in _SYNONYMS:
        return word
    other = _SYNONYMS[bare]
    other = other.capitalize() if word[0].isupper() else other
    return re.sub(re.escape(bare), lambda _: other, word, flags=re.IGNORECASE)


def _synonym(text: str, random: Random) -> str:
    words = text.split()
    known = [n for n, word in enumerate(words) if _swap(word) != word]
    if not known:
        return _hedge(text, random)
    at = random.choice(known)
    words[at] = _swap(words[at])
    return " ".join(words)


def _hedge(text: str, random: Random) -> str:
    words = text.split()
    words.insert(random.randrange(1, len(words) + 1), random.choice(_HEDGES))
    return " ".join(words)


def _tail(text: str, random: Random) -> str:
    return f"{text.rstrip('.')}, {random.choice(_TAILS)}"


def _drop(text: str, random: Random) -> str:
    words = text.split()
    free = [n for n, word in enumerate(words) if word.lower() not in _KEPT]
    if len(words) < 6 or not free:
        return text
    del words[random.choice(free)]
    return " ".join(words)


def _typo(text: str, random: Random) -> str:
    at = random.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _punctuation(text: str, random: Random) -> str:
    return random.choice(
        (f"{text}.", text.replace(",", ""), text.upper()[:1] + text[1:], f"“{text}”")
    )


def _turned(text: str) -> str:
    """The last third in front: "in winter, a tunnel under the park has no effect"."""
    words = text.split()
    at = len(words) - len(words) // 3
    return f"{' '.join(words[at:]).capitalize()}, {' '.join(words[:at])}"


def _characters(text: str, random: Random, count: int) -> str:
    """For scripts without spaces: characters dropped, doubled or brought in."""
    letters = list(text)
    for _ in range(count):
        at = random.randrange(len(letters))
        letters[at] = random.choice(("", "可能", f"{letters[at]}的"))
    return "".join(letters) or text
