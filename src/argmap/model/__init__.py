"""What a map means: claims and arguments, flat and frozen."""

from argmap.model.graph import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Conflict,
    Person,
    Reference,
    Stance,
)

__all__ = [
    "Argument", "ArgumentMap", "Citation", "Claim", "Conflict", "Person", "Reference", "Stance",
]  # fmt: skip
