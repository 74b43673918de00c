"""Sentences of the length and the words that claims of a public debate have."""

from random import Random

_SUBJECTS = (
    "A toll on cars in the old town", "The free bus line to the harbour", "A lower speed limit",
    "The new bridge over the river", "Cheaper season tickets for pupils", "A tunnel under the park",
    "The ring road around the north", "Public money for private heating", "A tax on empty flats",
    "A ban on short domestic flights", "The night train to the capital", "The plan of the council",
    "The merger of the two hospitals", "A longer day at primary school",
    "The rent cap of last year",
    "An open market on Sunday", "The sale of the water company", "A second airport runway",
    "Free entry to the city museums", "The shift to a four-day week", "A deposit on every bottle",
    "The wind farm off the coast", "Compulsory service for the young", "A ceiling on fuel prices",
    "The move of the central library", "A levy on large warehouses", "The repair of the old dam",
)  # fmt: skip
_VERBS = (
    "would reduce", "has never improved", "clearly raises", "will not endanger", "can hardly lower",
    "does more for", "takes away from", "was meant to protect", "tends to weaken", "is paid out of",
    "would double", "has already changed", "puts at risk", "makes better use of", "cannot replace",
    "distracts voters from", "would spread", "is no remedy for", "depends on", "will soon outgrow",
    "shifts the burden onto", "stands in the way of", "has no effect on", "speaks for",
)  # fmt: skip
_OBJECTS = (
    "the air in the narrow streets", "the income of small shops", "the safety of cyclists",
    "the time that commuters lose", "the trust of those who vote", "the cost of a family's week",
    "the number of young teachers", "the noise near the schools", "the price of a small flat",
    "the debt of the whole region", "the work of the night nurses", "the supply of clean water",
    "the value of the older houses", "the access of disabled guests", "the health of the elderly",
    "the chances of poorer pupils", "the harvest of the valley farms", "the reserves of the grid",
    "the profit of a single firm", "the freedom to live elsewhere", "the calm of the river banks",
    "the income from foreign guests", "the duty to care for parents", "the share of women in work",
)  # fmt: skip
_TAILS = (
    "in winter", "for most of the year", "within one decade", "more than any other plan",
    "as the trial of 2019 showed", "unless fares fall as well", "at no cost to the town",
    "even by its own figures", "in every district but one", "before the next election",
    "as long as wages stand still", "for all who rent", "wherever it was tried",
    "despite what its friends say", "once the subsidy ends", "without a new law",
    "in the villages above all", "only if it is kept up", "by a tenth or less",
    "as the auditors have warned", "for the next generation", "at the worst moment", "on paper",
    "at once", "by night", "this year", "abroad", "for good", "in part", "by law", "in time",
    "alone", "at last", "by far", "on weekdays", "in May",
)  # fmt: skip
SURNAMES = (
    "Haddad", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Novak", "Silva", "Keller", "Dubois",
    "Rahman", "Costa", "Weber", "Ivanova", "Nguyen", "O'Brien", "Yilmaz", "Eriksen", "Romano",
)  # fmt: skip
ROLES = (
    "mayor", "traffic engineer", "shop owner", "nurse", "economist", "pupil", "farmer",
    "journalist",
)  # fmt: skip
TAGS = ("money", "health", "fairness", "climate", "rights", "growth", "safety", "schools")


def sentence(random: Random) -> str:
    """A statement of 60 to 90 characters, without a full stop."""
    while True:
        parts = [random.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _TAILS)]
        text = " ".join(parts)
        if 60 <= len(text) <= 90:
            return text


class Sentences:
    """Statements no two of which are equal."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._said: set[str] = set()

    def next(self) -> str:
        text = sentence(self._random)
        for attempt in range(2, 1_000_000):
            if text not in self._said:
                break
            # The words give some 250,000 sentences; a number makes more of them.
            text = sentence(self._random) + (f" ({attempt})" if attempt > 20 else "")
        self._said.add(text)
        return text
