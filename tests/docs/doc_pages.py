"""The pages of the documentation, taken apart into blocks of code and links.

A comment before a block says what the tests do with it::

    <!-- test: file=zoo.yaml -->       write it into the page's folder under this name
    <!-- test: faults=question,tab --> a map in which exactly these codes are found
    <!-- test: fragment -->            YAML that is no map
    <!-- test: repository -->          make the repository of the reviewers' page

``picture`` is for docs/generate.py, which draws the map.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"

#: Pages written by hand; those of the reference are generated.
WRITTEN = tuple(
    sorted(
        path for path in (*ROOT.glob("*.md"), *DOCS.rglob("*.md")) if REFERENCE not in path.parents
    )
)
PAGES = (*WRITTEN, *sorted(REFERENCE.glob("*.md")))

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_ORDER = re.compile(r"<!-- test: (.*?) -->\n\s*\Z")
_LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)|<img[^>]*\ssrc=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, the line of its fence, the orders before it."""

    language: str
    text: str
    line: int
    orders: dict[str, str] = field(default_factory=dict)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        order = _ORDER.search(text, 0, match.start())
        orders = dict(part.partition("=")[::2] for part in order[1].split()) if order else {}
        indent = match[1]
        body = re.sub(f"^{indent}", "", match[3], flags=re.MULTILINE)
        found.append(Block(match[2], body, text.count("\n", 0, match.start()) + 1, orders))
    return found


def prose(page: Path) -> str:
    """The text outside of blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> list[str]:
    return [match[1] or match[2] for match in _LINK.finditer(prose(page))]


def anchors(page: Path) -> set[str]:
    """The anchors that a hosting site gives to headings."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
