"""Nothing is undocumented, nothing generated is stale, no link leads nowhere."""

import re
import runpy
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import argmap
from argmap import annotation
from argmap.codes import CODES
from argmap.model import Argument, ArgumentMap, Citation, Claim, Conflict, Person, Reference
from argmap.rendering.theme import THEMES, Theme
from argmap.views.stats import Stats
from argmap.yaml import words
from tests.docs.doc_pages import DOCS, PAGES, REFERENCE, ROOT, WRITTEN, anchors, links, name, prose

GENERATOR = runpy.run_path(str(DOCS / "generate.py"))
GENERATED = GENERATOR["documents"]()
PHOTOGRAPHS = runpy.run_path(str(DOCS / "screenshots.py"))["files"]()

TABLES = (words.MAP, words.ITEM, words.LINKED, words.REF, words.STEP, words.CITE, words.SOURCE,
          words.PERSON, words.CONFLICT)  # fmt: skip
WORDS = sorted({word for table in TABLES for word in table})
CHOICES = sorted({choice for table in TABLES for word in table.values() for choice in word.choices})
TOLD = "\n".join(page.read_text(encoding="utf-8") for page in WRITTEN)


def commands() -> dict[str, list[str]]:
    """The long options of each command; those of `argmap` itself under an empty name."""
    return {
        " ".join(words): [
            option
            for parameter in made.params
            for option in parameter.opts
            if option.startswith("--")
        ]
        for words, made in GENERATOR["commands"]()
    }


@pytest.mark.parametrize("path", GENERATED, ids=name)
def test_what_is_generated_is_fresh(path: Path) -> None:
    assert path.is_file(), f"{name(path)} is missing: run python docs/generate.py"
    assert path.read_text(encoding="utf-8") == GENERATED[path](), (
        f"{name(path)} is stale: run python docs/generate.py"
    )


def test_nothing_else_lies_among_what_is_generated() -> None:
    folders = (REFERENCE, DOCS / "pictures")
    assert {path for folder in folders for path in folder.iterdir()} <= set(GENERATED) | PHOTOGRAPHS


@pytest.mark.parametrize("path", sorted(PHOTOGRAPHS), ids=name)
def test_what_is_photographed_is_there_and_small(path: Path) -> None:
    assert path.is_file(), f"{name(path)} is missing: run python docs/screenshots.py"
    assert path.stat().st_size <= 150 * 1024


@pytest.mark.parametrize("command", commands())
def test_commands_and_options_are_told_of(command: str) -> None:
    assert f"argmap {command}".strip() in TOLD
    missing = [option for option in commands()[command] if f"{option}" not in TOLD]
    assert not missing, f"no page written by hand tells of {missing}"


def test_codes_are_told_of() -> None:
    page = GENERATED[REFERENCE / "codes.md"]()
    assert [code.name for code in CODES if f"### {code.name}\n" not in page] == []


@pytest.mark.parametrize("word", WORDS)
def test_words_are_explained(word: str) -> None:
    assert f"`{word}`" in (DOCS / "language.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("choice", CHOICES)
def test_values_are_explained(choice: str) -> None:
    assert choice in (DOCS / "language.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "model", [ArgumentMap, Claim, Argument, Citation, Reference, Person, Conflict]
)
def test_fields_of_the_flat_model_are_explained(model: type) -> None:
    page = (DOCS / "model.md").read_text(encoding="utf-8")
    assert [f.name for f in fields(model) if f"`{f.name}`" not in page] == []


def test_names_of_the_library_are_explained() -> None:
    page = (DOCS / "library.md").read_text(encoding="utf-8")
    names = (*argmap.__all__, *annotation.__all__)
    assert [name for name in names if f"`{name}`" not in page] == []


def test_figures_are_explained() -> None:
    page = (DOCS / "project.md").read_text(encoding="utf-8")
    assert [f.name for f in fields(Stats) if f"`{f.name}`" not in page] == []


def test_themes_and_their_roles_are_explained() -> None:
    page = (DOCS / "picture.md").read_text(encoding="utf-8")
    assert [
        name
        for name in (*THEMES, *(role.name for role in fields(Theme)))
        if f"`{name}`" not in page
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in ("https", "mailto"), link
            continue
        target = (page.parent / parts.path).resolve() if parts.path else page
        assert target.exists(), f"{name(page)}: {link}"
        assert ROOT in target.parents, f"{name(page)}: {link}"
        if parts.fragment:
            assert parts.fragment in anchors(target), f"{name(page)}: {link}"


@pytest.mark.parametrize("page", [page for page in PAGES if page != DOCS / "README.md"], ids=name)
def test_pages_can_be_reached(page: Path) -> None:
    reached = {
        (other.parent / urlsplit(link).path).resolve()
        for other in PAGES
        for link in links(other)
        if not urlsplit(link).scheme and other != page
    }
    assert page in reached or page == ROOT / "README.md"


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_no_page_promises_a_speed(page: Path) -> None:
    """What is fast today is measured by benchmarks/, on the machine that asks."""
    figure = re.compile(r"\d\s*(ms|milliseconds|seconds|minutes|MB|MiB|times (faster|slower))\b")
    assert not figure.search(prose(page))
