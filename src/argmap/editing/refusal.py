"""Operations that are refused, and looking things up for them."""

from argmap.diagnostics import closest, visible
from argmap.model import Argument, ArgumentMap, Claim
from argmap.model.ids import nfc


class RefusedError(Exception):
    """The operation cannot be done as asked: the message says why, `remedy` what to do instead."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.remedy = remedy


def claim_of(map: ArgumentMap, id: str) -> Claim:
    """The claim of this id."""
    found = map.claim.get(nfc(id))
    if found is None:
        raise _unknown(map, id, "claim", map.argument)
    return found


def argument_of(map: ArgumentMap, id: str) -> Argument:
    """The argument of this id."""
    found = map.argument.get(nfc(id))
    if found is None:
        raise _unknown(map, id, "argument", map.claim)
    return found


def part_of(map: ArgumentMap, id: str) -> Claim | Argument:
    """The claim or the argument of this id."""
    found = map.claim.get(nfc(id)) or map.argument.get(nfc(id))
    if found is None:
        raise _unknown(map, id, "claim or argument", ())
    return found


def near(id: str, known: "list[str]") -> str:
    """The remedy for an id that is not known."""
    meant = closest(id, known)
    return f"did you mean `{meant}`?" if meant else ""


def _unknown(map: ArgumentMap, id: str, kind: str, others: object) -> RefusedError:
    shown = visible(id)[:60]
    if id in others:  # type: ignore[operator]
        other = "an argument" if kind == "claim" else "a claim"
        return RefusedError(f"there is no {kind} `{shown}`, but {other} of this id")
    known = [*map.claim] if kind != "argument" else []
    known += [*map.argument] if kind != "claim" else []
    return RefusedError(f"there is no {kind} `{shown}`", near(id, known))
