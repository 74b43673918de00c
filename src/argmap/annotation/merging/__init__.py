"""Three-way merge of layers: annotations as a set, their fields one by one, texts by words.

What cannot be settled stays in the layer as data (`Layer.conflicts`) until it is `resolved`.
"""

from argmap.annotation.merging.merging import FaultyError, LayerMerge, merge, merge_texts
from argmap.annotation.merging.settling import resolved

__all__ = ["FaultyError", "LayerMerge", "merge", "merge_texts", "resolved"]
