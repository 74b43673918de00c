"""One file that asks nobody for anything, and in which no text of a map is more than text."""

import os
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap import Options, load, loads, render
from argmap.model import ArgumentMap
from argmap.page.bundle import text_of
from argmap.page.contents import contents
from argmap.page.document import as_html, as_json
from benchmarks.generate import argue, as_yaml
from tests.page.opened import Opened, opened
from tests.strategies import argument_maps

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "maps" / "assad-fall.yaml"

#: What would come to life if it were read as markup, a script, a style or a line end of one.
HOSTILE = [
    "</script><script>alert(1)</script>", "<!--<script>", "-->", "<img src=x onerror=alert(1)>",
    "]]>", "</style><style>*{display:none}", "</title><h1>", "x\u2028alert(1)\u2029y", "&lt;b&gt;",
    "'\"><svg onload=alert(1)>", "{{ 7 * 7 }}", "{% raw %}", "javascript:alert(1)", "\\u003c/script",
    "${alert(1)}", "\x1b]0;x\x07", "x\x85\x9by", "\u202eevil",
]  # fmt: skip


def page_of(map: ArgumentMap | None) -> str:
    assert map is not None
    return as_html(contents(map))


def hostile_map() -> ArgumentMap:
    reasons = "".join(f"  - claim: {as_json({'': text})[4:-1]}\n" for text in HOSTILE)
    first = as_json({"": HOSTILE[0]})[4:-1]
    map = loads(
        f"title: {first}\nlanguage: {first}\ndescription: {first}\nclaim: {first}\nby: {first}\n"
        f"note: {first}\ntags: [{first}]\nreasons:\n{reasons}"
    ).map
    assert map is not None
    return map


def shape(page: Opened) -> list[tuple[str, list[str]]]:
    return [(element.tag, sorted(element.attributes)) for element in page.elements]


@given(argument_maps())
def test_the_data_in_the_file_are_those_of_the_map(map: ArgumentMap) -> None:
    assert opened(page_of(map)).data == contents(map)


@given(argument_maps())
@settings(max_examples=30)
def test_no_text_adds_or_changes_an_element(map: ArgumentMap) -> None:
    plain = loads("claim: x\n").map
    assert shape(opened(page_of(map))) == shape(opened(page_of(plain)))


def test_hostile_texts_are_texts() -> None:
    map, plain = hostile_map(), loads("claim: x\n").map
    page = opened(page_of(map))
    assert shape(page) == shape(opened(page_of(plain)))
    texts = [claim["text"] for claim in page.data["claims"].values()]
    assert texts == [claim.text for claim in map.claims]
    assert {*HOSTILE} - {*texts} == set()
    assert page.the("title").text == HOSTILE[0]


def test_nothing_that_ends_an_element_or_a_line_stands_in_the_data() -> None:
    whole = page_of(hostile_map())
    start = whole.index('id="argmap-data">') + len('id="argmap-data">')
    data = whole[start : whole.index("</script>", start)]
    assert not {"<", ">", "&", "\u2028", "\u2029", "\x85", "\n", "\r"} & {*data}


def test_half_characters_do_not_stop_the_file() -> None:
    assert as_json({"text": "\ud800 and \udfff"}) == '{"text":"\\ud800 and \\udfff"}'


def test_the_policy_allows_just_the_script_and_the_style_of_the_file() -> None:
    page = opened(page_of(load(ARTICLE).map))

    def hashed(text: str) -> list[str]:
        return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"]

    assert page.policy == {
        "default-src": ["'none'"], "script-src": hashed(page.code),
        "style-src": hashed(page.the("style").text), "img-src": ["data:", "blob:"],
        "base-uri": ["'none'"], "form-action": ["'none'"],
    }  # fmt: skip
    tags = [element.tag for element in page.all("meta") + page.elements]
    assert tags.index("meta") < tags.index("script")


def test_the_policy_comes_before_what_it_is_about() -> None:
    whole = page_of(load(ARTICLE).map)
    assert whole.index("Content-Security-Policy") < whole.index("<style") < whole.index("<script")


def test_the_file_asks_nobody_for_anything() -> None:
    page = opened(page_of(load(ARTICLE).map))
    loading = {"link", "img", "iframe", "object", "embed", "audio", "video", "base", "form"}
    assert not loading & {element.tag for element in page.elements}
    carriers = {"src", "href", "srcset", "action", "style", "data", "background"}
    for element in page.elements:
        assert not carriers & element.attributes.keys()
        assert not [name for name in element.attributes if name.startswith("on")]
    for sign in ("url(", "@import", "@font-face"):
        assert sign not in page.the("style").text


def test_the_same_map_is_always_the_same_file() -> None:
    code = (
        "import sys; from argmap import load; from argmap.annotation.layers.files import load_layer;"
        "from argmap.annotation.studies import study; from argmap.page.contents import contents;"
        "from argmap.page.document import as_html; from hashlib import sha256; from pathlib import Path;"
        "d = load(sys.argv[1]); layers = map(load_layer, sorted(map(str, Path(sys.argv[2]).glob('*a*.yaml'))));"
        "data = contents(d.map, study(d, [l for l in layers if l.value]), 'disagreement');"
        "print(sha256(as_html(data).encode()).hexdigest())"
    )
    layers = ROOT / "maps" / "assad-fall.layers"

    def made(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code, str(ARTICLE), str(layers)],
            env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    assert made("1") == made("2")


@pytest.mark.parametrize("claims", [0, 1000, 10_000])
def test_a_file_is_no_larger_than_three_pictures_and_150_kb(claims: int) -> None:
    map = loads(as_yaml(argue(claims, "tree", 1))).map if claims else load(ARTICLE).map
    assert map is not None
    picture = len(render(map, "svg", Options(all=True)).data)
    assert len(page_of(map).encode()) <= 3 * picture + 150_000


def test_the_template_holds_each_part_just_once() -> None:
    text = text_of("page.html")
    for name in ("title", "csp", "styles", "data", "script"):
        assert text.count(f"{{{{ {name} }}}}") == 1
