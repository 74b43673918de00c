"""Three-way merge of maps: claims and arguments as sets, fields one by one, texts by words.

What cannot be settled stays in the map as data (`ArgumentMap.conflicts`) until it is `resolved`.
"""

from argmap.merge.choosing import SettlingError
from argmap.merge.merging import Merge, merge
from argmap.merge.settling import Side, renames, resolved

__all__ = ["Merge", "SettlingError", "Side", "merge", "renames", "resolved"]
