"""What the live page works out by itself is what the library would say."""

from collections.abc import Callable
from json import dumps
from pathlib import Path
from typing import Any

from argmap import load
from argmap.model.pruning import without
from tests.browser.serving import live, opened

ARTICLE = Path(__file__).parents[2] / "maps" / "assad-fall.yaml"

_LOST = """async () => {
  const { claimsLost } = await import("/static/live/pruning.js");
  const { createModel } = await import("/static/map/model.js");
  const model = createModel(JSON.parse(document.getElementById("argmap-data").textContent));
  const ids = [...model.order, ...Object.keys(model.data.arguments)];
  return Object.fromEntries(ids.map((id) => [id, claimsLost(model, id)]));
}"""
_RENAMED = """async ([reworded]) => {
  const { renamesBetween } = await import("/static/live/renames.js");
  const { createModel } = await import("/static/map/model.js");
  const old = createModel(JSON.parse(document.getElementById("argmap-data").textContent));
  const data = JSON.parse(reworded);
  return [...renamesBetween(old, createModel(data))];
}"""


def test_removals_and_renames_are_those_of_the_library(
    sheet: Callable[..., Any], tmp_path: Path
) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    (path := tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    with live(sheet, path) as page:
        opened(page, text)
        map = load(path).map
        assert map is not None
        lost = page.evaluate(_LOST)
        for id, number in lost.items():
            if map.theses != (id,):
                left = without(map, {id})
                assert number == len(map.claims) - len(left.claims), id

        path.write_text(text.replace("claim: The ", "claim: That "), encoding="utf-8")
        again = load(path).map
        assert again is not None
        answer = page.request.get(page.address + "data").json()
        found = dict(page.evaluate(_RENAMED, [dumps(answer["data"])]))
        gone = {claim.id for claim in map.claims} - {claim.id for claim in again.claims}
        assert gone
        for id in gone:
            new = again.claim[found[id]].text
            assert new == map.claim[id].text.replace("The ", "That ", 1)


_LABELLED = """async ([values, said]) => {
  const { labelFields } = await import("/static/live/labelfields.js");
  const label = { name: "l", type: "set", values: Object.fromEntries(values.map((one) => [one, ""])) };
  return labelFields([label], [["l", said.join(", ")]]).value();
}"""


def test_values_with_commas_are_ticked_as_they_were(
    sheet: Callable[..., Any], tmp_path: Path
) -> None:
    (path := tmp_path / "map.yaml").write_text("claim: x\n", encoding="utf-8")
    with live(sheet, path) as page:
        opened(page, "claim: x\n")
        values = ["a", "a, b", "b", "toString", "$&"]
        for said in ([], ["a"], ["a, b"], ["a", "a, b"], ["b", "toString", "$&"], values):
            wanted = [f"l={value}" for value in values if value in said]
            assert page.evaluate(_LABELLED, [values, said]) == wanted
