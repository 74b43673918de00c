"""Quotes of a map held against the texts of its sources."""

from argmap.quotes.coverage import Coverage, Uncited, coverage
from argmap.quotes.differences import Change
from argmap.quotes.marked import marked
from argmap.quotes.sources import Texts, texts_of
from argmap.quotes.verdicts import Kind, Verdict, verify

__all__ = [
    "Change", "Coverage", "Kind", "Texts", "Uncited", "Verdict", "coverage", "marked", "texts_of",
    "verify",
]  # fmt: skip
