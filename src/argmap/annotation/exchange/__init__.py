"""Layers in the forms of other programs: W3C Web Annotation, tables, CriticMarkup.

What a form cannot hold is told, and so is what cannot be taken from it; nothing is lost in silence.
"""

from argmap.annotation.exchange.parcel import ExchangeError, Export, Import

__all__ = ["ExchangeError", "Export", "Import"]
