"""What a map means: claims and arguments, flat and frozen."""

from argmap.model.graph import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Person,
    Reference,
    Stance,
)

__all__ = ["Argument", "ArgumentMap", "Citation", "Claim", "Person", "Reference", "Stance"]
