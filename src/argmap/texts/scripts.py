"""Raised and lowered digits as what they are: 10³ is not 103, and H₂O not H2O."""

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

#: The tags of web pages, and what becomes of the signs within them.
TAGS = {"sup": _RAISED, "sub": _LOWERED}


def scripted(text: str, tag: str) -> str:
    """A text of digits and signs, raised ("sup") or lowered ("sub"); as long as it was. A text with
    anything else ("1st") stays as it is."""
    table = TAGS.get(tag)
    if table is None or not all(ord(sign) in table or sign.isspace() for sign in text):
        return text
    return text.translate(table)
