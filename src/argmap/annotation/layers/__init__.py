"""Layers and codebooks: their words, read from text with every fault, written and edited."""
