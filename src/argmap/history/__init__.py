"""What was done to an argument along the history of its file."""

from argmap.history.claims import UnknownClaimError, of_claim
from argmap.history.walking import Became, Step, steps

__all__ = ["Became", "Step", "UnknownClaimError", "of_claim", "steps"]
