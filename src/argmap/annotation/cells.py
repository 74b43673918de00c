"""Texts in the cells of a table (CSV) that a spreadsheet may open."""

import re

from argmap.annotation.layers.model import Value

#: What a spreadsheet takes for a formula, also behind white space; and what is said of it here.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠'|%]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


def joined(value: Value) -> str:
    """A text, or several, in one cell; `parted` takes them apart again."""
    if isinstance(value, str):
        return value.replace("\\", "\\\\").replace(";", "\\;")
    texts = "; ".join(joined(text) for text in value)
    return texts if len(value) > 1 else f"{texts};"


def parted(cell: str) -> Value:
    """The text of a cell, or the texts."""
    parts = [""]
    for sign, text in re.findall(r"(\\[\\;]|;)|([^\\;]+|\\)", cell):
        if sign == ";":
            parts.append("")
        else:
            parts[-1] += sign[1:] or text
    if len(parts) == 1:
        return parts[0].strip()
    return tuple(part.strip() for part in parts if part.strip())


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays one."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def armed(cell: str) -> str:
    """A cell as it was before it was defused."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell
