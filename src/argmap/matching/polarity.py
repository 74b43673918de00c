"""Words that turn or narrow a statement: texts that differ in one are rivals, not rewordings."""

import re

_TURNING = frozenset((
    # English
    "no", "not", "non", "never", "neither", "nor", "nobody", "nothing", "none", "without", "only",
    "cannot", "hardly", "barely", "unless",
    # German
    "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "niemand", "nichts", "nur",
    "ohne", "kaum",
    # French, Spanish, Italian, Portuguese
    "pas", "jamais", "aucun", "aucune", "rien", "sans", "seulement", "nunca", "jamás", "nadie",
    "nada", "sólo", "nessuno", "niente", "senza", "não", "sem", "apenas",
    # Russian, Arabic
    "не", "ни", "нет", "никогда", "без", "только", "لا", "ليس", "ليست", "لم", "لن", "غير", "بدون",
    "فقط",
))  # fmt: skip
_SIGNS = re.compile("[不没沒未无無非勿只仅僅]")  # written without spaces
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def polarity(text: str) -> tuple[str, ...]:
    """Those words of a normalised text, sorted; "isn't" counts as "not"."""
    words = _WORD.findall(text)
    found = [word for word in words if word in _TURNING]
    found += ["not" for word in words if word.endswith(("n't", "n’t"))]
    return tuple(sorted(found + ([] if text.isascii() else _SIGNS.findall(text))))
