"""Which claim of one version of a map is which claim of another, and which argument.

`similarity` and `Texts` tell how alike texts are, and which of many come nearest to one.
"""

from argmap.matching.arguments import match_arguments
from argmap.matching.claims import match
from argmap.matching.matches import Evidence, Match, Matching
from argmap.matching.polarity import polarity
from argmap.matching.similarity import Texts, similarity

__all__ = [
    "Evidence", "Match", "Matching", "Texts", "match", "match_arguments", "polarity", "similarity",
]  # fmt: skip
