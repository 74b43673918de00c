"""Argument maps written by hand in YAML, checked in plain words and drawn by Graphviz.

>>> import argmap
>>> document = argmap.loads("claim: The zoo should close\\nreasons: Captivity harms animals")
>>> [claim.text for claim in document.map.claims]
['The zoo should close', 'Captivity harms animals']
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.diagnostics import Code, Diagnostic, Severity, Source, Span
    from argmap.model import (
        Argument,
        ArgumentMap,
        Citation,
        Claim,
        Person,
        Reference,
        Stance,
    )
    from argmap.yaml.document import Document
    from argmap.yaml.files import load, loads

_HOMES = {
    "argmap.diagnostics": ("Code", "Diagnostic", "Severity", "Source", "Span"),
    "argmap.model": (
        "Argument", "ArgumentMap", "Citation", "Claim", "Person", "Reference", "Stance",
    ),
    "argmap.yaml.document": ("Document",),
    "argmap.yaml.files": ("load", "loads"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Imports a name when it is asked for: a command pays for what it uses."""
    if name not in _HOME:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*_HOME, "__version__"])
