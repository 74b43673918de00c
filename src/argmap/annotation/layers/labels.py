"""Values of labels: what is written, what it is, and whether a codebook allows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from argmap.annotation.layers.fields import parsed
from argmap.annotation.layers.model import Codebook, Label, Value
from argmap.diagnostics import did_you_mean
from argmap.model.ids import nfc

#: The value of a label as what it is: of a scale a number, of yes/no a truth, of a set its values.
Typed: TypeAlias = float | bool | str | tuple[str, ...]

_TRUTHS = {"yes": True, "no": False, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a value cannot be one of a label, and what to write instead."""

    reason: str
    mend: str = ""


def judge(label: Label, value: Value) -> Typed | Unfit:
    """A written value as what it is, or why it is none of this label.

    Scales give numbers between their ends, yes/no gives a truth, "one of" and "set" give values as
    the codebook spells them, and a text is a text.
    """
    if label.type == "set":
        return _set(label, (value,) if isinstance(value, str) else value)
    if not isinstance(value, str):
        return Unfit(f"`{label.name}` has one value, not {len(value)}", "write one")
    if label.type == "scale":
        number = parsed(value)
        if number is None or not label.low <= number <= label.high:
            mend = f"write a number from {label.low:g} to {label.high:g}"
            return Unfit(f"`{value}` is no value of `{label.name}`", mend)
        return number
    if label.type == "yes/no":
        if value.lower() not in _TRUTHS:
            return Unfit(f"`{value}` is no value of `{label.name}`", "write yes or no")
        return _TRUTHS[value.lower()]
    return _chosen(label, value) if label.type == "one of" else value


def _chosen(label: Label, value: str) -> str | Unfit:
    if nfc(value) in label.values:
        return nfc(value)
    reason = f"`{value}` is no value of `{label.name}`"
    known = list(label.values)
    return Unfit(reason, did_you_mean(value, known) or f"write one of: {', '.join(known)}")


def _set(label: Label, values: Sequence[str]) -> tuple[str, ...] | Unfit:
    found: list[str] = []
    for value in values:
        one = _chosen(label, value)
        if isinstance(one, Unfit):
            return one
        if one in found:
            return Unfit(f"`{label.name}` has `{one}` twice", "write it once")
        found.append(one)
    return tuple(found)


def written(value: Typed) -> Value:
    """A value as a layer holds it: the one way in which each is written."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.12g}" if isinstance(value, float) else value


def named(codebook: Codebook, text: str) -> tuple[str, str] | None:
    """The name and the value of `NAME=VALUE`; a name that has an `=` in it is one of the codebook.

    None where there is no name or no value.
    """
    known = [label.name for label in codebook.labels if text.startswith(f"{label.name}=")]
    name = max(known, key=len, default=text.partition("=")[0])
    value = text[len(name) + 1 :].strip()
    return (nfc(name.strip()), value) if name.strip() and value else None
