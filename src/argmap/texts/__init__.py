"""Source texts: reading them from files, and finding passages in them."""

from argmap.texts.passages import Passage, occurrences
from argmap.texts.reading import read_text
from argmap.texts.source_text import Place, SourceText, TextError

__all__ = ["Passage", "Place", "SourceText", "TextError", "occurrences", "read_text"]
