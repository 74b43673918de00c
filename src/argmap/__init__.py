"""Argument maps written by hand in YAML, checked in plain words and drawn by Graphviz.

>>> import argmap
>>> document = argmap.loads("claim: The zoo should close\\nreasons: Captivity harms animals")
>>> [claim.text for claim in document.map.claims]
['The zoo should close', 'Captivity harms animals']
"""

from typing import TYPE_CHECKING

from argmap.lazily import names

if TYPE_CHECKING:
    from argmap.checks import Findings, check
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
    from argmap.rendering import Options, Picture, RenderError, render
    from argmap.views.stats import Stats, stats
    from argmap.yaml.document import Document, Places
    from argmap.yaml.files import load, loads
    from argmap.yaml.writer import write

__version__ = "0.1.0"

__all__ = [
    "Argument", "ArgumentMap", "Citation", "Claim", "Code", "Diagnostic", "Document", "Findings",
    "Options", "Person", "Picture", "Places", "Reference", "RenderError", "Severity", "Source",
    "Span", "Stance", "Stats", "check", "load", "loads", "render", "stats", "write",
]  # fmt: skip

_HOMES = {
    "argmap.checks": ("Findings", "check"),
    "argmap.diagnostics": ("Code", "Diagnostic", "Severity", "Source", "Span"),
    "argmap.model": (
        "Argument", "ArgumentMap", "Citation", "Claim", "Person", "Reference", "Stance",
    ),
    "argmap.rendering": ("Options", "Picture", "RenderError", "render"),
    "argmap.views.stats": ("Stats", "stats"),
    "argmap.yaml.document": ("Document", "Places"),
    "argmap.yaml.files": ("load", "loads"),
    "argmap.yaml.writer": ("write",),
}  # fmt: skip
__getattr__ = names(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
