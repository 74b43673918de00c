"""How wide text for people is."""

from shutil import get_terminal_size


def width() -> int:
    """Columns for text: those of the terminal, but no more than are easily read."""
    return min(get_terminal_size((100, 24)).columns, 120)
