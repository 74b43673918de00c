"""The rules by which modules can be put together, and what no module may do."""

import re
from pathlib import Path

import pytest

import argmap.page
from argmap.page import bundle
from argmap.page.bundle import modules, needs, script, styles, text_of

_STATIC = Path(argmap.page.__file__).parent / "static"
MODULES = sorted(path.relative_to(_STATIC).as_posix() for path in _STATIC.rglob("*.js"))
STYLES = sorted(path.relative_to(_STATIC).as_posix() for path in _STATIC.rglob("*.css"))

_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) +([\w$]+)", re.M)
_TOP_SEVERAL = re.compile(r"^(?:export )?(?:const|let) +[\[{]([^=]*)[\]}] *=", re.M)
#: What would read a text as markup or as a program, and what leaves the file.
_FORBIDDEN = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|DOMParser|"
    r"srcdoc|setHTMLUnsafe|createContextualFragment|importScripts|localStorage|sessionStorage|"
    r"indexedDB|document\.cookie|XMLHttpRequest|sendBeacon|WebSocket)\b"
)
#: Modules of the live page alone: a file never asks a server.
_LIVE = ("fetch(", "EventSource")


def code(name: str) -> str:
    """A module without its comments."""
    text = re.sub(r"/\*.*?\*/", "", text_of(name), flags=re.S)
    return re.sub(r"^\s*//.*$|\s//\s.*$", "", text, flags=re.M)


def names(text: str) -> list[str]:
    several = (
        name for group in _TOP_SEVERAL.findall(text) for name in re.findall(r"[\w$]+", group)
    )
    return [*_TOP.findall(text), *several]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_names_of_modules_beside_it_and_nothing_else(name: str) -> None:
    text = code(name)
    taken = list(needs(name))
    assert len(re.findall(r"^\s*import\b", text, re.M)) == len(taken)
    assert "import(" not in text
    assert "import.meta" not in text
    for other, group in taken:
        assert other in MODULES
        wanted = re.findall(r"[\w$]+", group)
        assert "as" not in wanted
        exported = re.findall(
            r"^export (?:async )?(?:function\*?|const|let|class) +([\w$]+)",
            text_of(other),
            re.M,
        )
        assert {*wanted} <= {*exported}, f"{other} does not export {wanted}"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_exports_by_the_word_before_a_declaration(name: str) -> None:
    words = re.findall(r"^export\b.*$", code(name), re.M)
    assert all(bundle._EXPORT.match(word) for word in words)
    assert not re.search(r"^(?:await|for await)\b", code(name), re.M)


@pytest.mark.parametrize("name", MODULES + STYLES)
def test_no_text_goes_over_the_end_of_a_line(name: str) -> None:
    """What a file leaves out, comments and indents, would be part of such a text."""
    for line in code(name).splitlines():
        assert len(re.findall(r"(?<!\\)`", line)) % 2 == 0
        assert not line.endswith("\\")


@pytest.mark.parametrize("name", MODULES)
def test_no_module_reads_a_text_as_markup_or_keeps_anything(name: str) -> None:
    assert not _FORBIDDEN.search(code(name))
    assert not re.search(r"\bset(?:Timeout|Interval)\(\s*[\"'`]", code(name))


def test_names_at_the_top_are_unique_over_all_modules() -> None:
    homes: dict[str, list[str]] = {}
    for name in MODULES:
        for one in names(code(name)):
            homes.setdefault(one, []).append(name)
    assert {one: where for one, where in homes.items() if len(where) > 1} == {}


def test_a_module_comes_behind_those_that_it_needs() -> None:
    order = modules()
    assert order[-1] == bundle.START
    for at, name in enumerate(order):
        assert {other for other, _ in needs(name)} <= {*order[:at]}


def test_the_script_of_a_file_has_no_imports_and_asks_no_server() -> None:
    whole = script()
    assert not re.search(r"^\s*(?:import|export)\b", whole, re.M)
    for name in modules():
        assert not [word for word in _LIVE if word in code(name)]


def test_scripts_and_styles_cannot_end_their_element() -> None:
    for text in (script(), styles(), *map(text_of, MODULES + STYLES)):
        assert not re.search(r"</(?:script|style)|<!--|\r", text, re.I)


def test_modules_in_a_circle_are_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    monkeypatch.setattr(bundle, "text_of", texts.__getitem__)
    with pytest.raises(ValueError, match=r"a\.js → b\.js → a\.js"):
        modules.__wrapped__("a.js")


def test_modules_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        "a.js": 'import {\n  b,\n} from "./b.js";\nimport { c } from "./c.js";\n\nb(c);\n',
        "b.js": 'import { c } from "./c.js";\nexport function b() { return c; }\n',
        "c.js": "export const c = 1;\n",
    }
    monkeypatch.setattr(bundle, "text_of", texts.__getitem__)
    monkeypatch.setattr(bundle, "modules", modules.__wrapped__)
    put_together = " ".join(script.__wrapped__("a.js").split())
    assert put_together == "const c = 1; function b() { return c; } b(c);"


def test_every_style_but_that_of_the_live_page_is_in_a_file() -> None:
    assert {*STYLES} - {"live/live.css"} == {*bundle.STYLES}
