"""Every code of a fault, wherever it is found: in maps, layers and codebooks."""

from argmap.annotation.checks.codes import CODE_FAMILIES
from argmap.checks import FAMILIES as MAP_FAMILIES

#: All codes by family.
FAMILIES = {**MAP_FAMILIES, **CODE_FAMILIES}

CODES = tuple(code for codes in FAMILIES.values() for code in codes)
