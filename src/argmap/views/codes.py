"""A fault code explained: for the terminal and for the documentation, from the code itself."""

from argmap.diagnostics import Code, visible


def split(example: str) -> tuple[str, int, int]:
    """An example without its marks, and the marked range."""
    start, end = example.index("«"), example.index("»") - 1
    return example.replace("«", "").replace("»", ""), start, end


def explanation(code: Code) -> str:
    """What is wrong, why it matters, an example with the place marked, and the mend."""
    parts = [f"{code.name} ({code.severity.value})", "", f"  {code.plain}", "", f"Why: {code.why}"]
    if code.hint:
        parts += ["", f"Mend: {code.plain_hint}"]
    if code.example:
        parts += ["", "Example:", "", *_marked(code.example)]
        parts += ["", "Better:", "", *(f"    {line}" for line in code.mend.splitlines())]
    return "\n".join(parts) + "\n"


def _marked(example: str) -> list[str]:
    """The lines of an example, carets under the marked place."""
    from wcwidth import wcswidth

    text, start, end = split(example)
    lines, at = [], 0
    for line in text.split("\n"):
        if line or at <= start:
            lines.append(f"    {visible(line)}".rstrip())
        if at <= start <= at + len(line):
            before, place = line[: start - at], line[start - at : end - at]
            width = max(wcswidth(visible(place)), 1)
            lines.append("    " + " " * max(wcswidth(visible(before)), 0) + "^" * width)
        at += len(line) + 1
    return lines
