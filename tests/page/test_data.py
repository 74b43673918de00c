"""Nothing of a map is missing on the page, and each thing stands in one place."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given

from argmap import load, loads
from argmap.model import ArgumentMap, Citation
from argmap.page.data import as_data
from argmap.page.prose import Nodes
from tests.strategies import argument_maps

MAPS = Path(__file__).parents[2] / "maps"


def told(nodes: Nodes) -> str:
    """What a reader sees of nodes."""
    return "".join(node if isinstance(node, str) else told(node[2]) for node in nodes)


def words(text: str) -> str:
    return "".join(text.split())


def cited(cites: tuple[Citation, ...]) -> list[tuple[str, str, str, str]]:
    return [(cite.source, cite.quote, cite.at, cite.note) for cite in cites]


def shown(cites: list[dict[str, Any]]) -> list[tuple[str, str, str, str]]:
    return [(cite["source"], cite["quote"], cite["at"], cite["note"]) for cite in cites]


@given(argument_maps())
def test_everything_that_a_map_says_is_there(map: ArgumentMap) -> None:
    data = json.loads(json.dumps(as_data(map)))

    assert data["claims"].keys() == map.claim.keys()
    for claim in map.claims:
        there = data["claims"][claim.id]
        assert (there["text"], there["kind"], there["basis"], there["implicit"]) == (
            claim.text, claim.kind, claim.basis, claim.implicit
        )  # fmt: skip
        assert (there["standing"], there["weight"]) == (claim.standing, claim.weight)
        assert there["by"] == [map.speaker.get(id, id) for id in claim.by]
        assert there["via"] == [map.speaker.get(id, id) for id in claim.via]
        assert there["tags"] == [*claim.tags]
        assert shown(there["cites"]) == cited(claim.cites)
        assert words(told(there["note"])) == words(claim.note)
    assert data["arguments"].keys() == map.argument.keys()
    for one in map.arguments:
        there = data["arguments"][one.id]
        assert (there["premises"], there["stance"], there["target"]) == (
            [*one.premises], one.stance.value, one.target
        )  # fmt: skip
        assert (there["scheme"], there["warrant"], there["strength"]) == (
            one.scheme, one.warrant, one.strength
        )  # fmt: skip
        assert shown(there["cites"]) == cited(one.cites)
        assert words(told(there["note"])) == words(one.note)
    assert [source["id"] for source in data["sources"]] == [source.id for source in map.sources]
    assert data["people"].keys() == {person.id for person in map.people}
    assert (data["title"], data["question"], data["date"]) == (map.title, map.question, map.date)
    assert words(told(data["description"])) == words(map.description)


@given(argument_maps())
def test_each_claim_is_at_home_once_and_each_argument_bears_on_one_thing(map: ArgumentMap) -> None:
    data = as_data(map)
    tops = [*data["theses"], *data["shared"]]
    assert len(tops) == len(set(tops))
    for id, claim in data["claims"].items():
        assert (claim["home"] == "") is (id in tops)
        if claim["home"]:
            assert id in data["arguments"][claim["home"]]["premises"]
    excluding = {half.id for pair in map.exclusions for half in pair}
    below = [(target, id) for target, found in data["below"].items() for id in found]
    assert sorted(below) == sorted((a.target, a.id) for a in map.arguments if a.id not in excluding)
    assert len(data["exclusions"]) * 2 == len(excluding)


@given(argument_maps())
def test_from_the_tops_everything_is_reached(map: ArgumentMap) -> None:
    data = as_data(map)
    reached: set[str] = set()
    ahead = [*data["theses"], *data["shared"]]
    while ahead:
        id = ahead.pop()
        reached.add(id)
        for argument in data["below"].get(id, ()):
            at_home = (p for p in data["arguments"][argument]["premises"]
                       if data["claims"][p]["home"] == argument)  # fmt: skip
            ahead += [argument, *at_home]
    assert reached >= data["claims"].keys()


def test_reasons_come_before_counterpoints_and_sources_are_numbered() -> None:
    map = loads(
        "claim: Close it\nid: close\ncounterpoints: [{claim: It teaches, id: teaches}]\n"
        "reasons: [{claim: Animals suffer, id: harm, cites: {source: b, quote: they pine}}]\n"
        "sources: {a: {title: A}, b: {title: B, url: 'https://example.org/b'}}\n"
    ).map
    assert map is not None
    data = as_data(map)
    stances = [data["arguments"][id]["stance"] for id in data["below"]["close"]]
    assert stances == ["for", "against"]
    assert data["claims"]["harm"]["cites"] == [
        {"source": "b", "number": 2, "title": "B", "quote": "they pine", "at": "", "note": "",
         "link": "https://example.org/b"}
    ]  # fmt: skip


def test_a_link_that_runs_a_program_is_no_link() -> None:
    map = loads("claim: x\ncites: s\nsources: {s: {url: 'javascript:alert(1)'}}\n").map
    assert map is not None
    data = as_data(map)
    assert data["sources"][0]["link"] == ""
    assert "javascript" not in json.dumps(data)


def test_a_step_has_to_be_drawn_where_it_says_more_than_its_stance() -> None:
    map = loads(
        "claim: x\nreasons:\n  - plain\n  - premises: [one, two]\n  - claim: because of it\n"
        "    step: {scheme: explanation}\n  - claim: undercut\n    step: {counterpoints: [why]}\n"
    ).map
    assert map is not None
    data = as_data(map)
    opens = [data["arguments"][id]["opens"] for id in data["below"][map.theses[0]]]
    assert opens == [False, True, False, True]


def test_the_title_says_in_which_direction_a_page_runs() -> None:
    arabic = load(MAPS / "ar-library-at-night.yaml").map
    english = load(MAPS / "assad-fall.yaml").map
    assert arabic is not None
    assert english is not None
    assert as_data(arabic)["rtl"]
    assert not as_data(english)["rtl"]


def test_a_map_without_a_title_is_called_by_its_question_or_its_thesis() -> None:
    for text, name in (
        ("claim: x\nquestion: Why?\n", "Why?"),
        ("claim: The thesis\n", "The thesis"),
    ):
        map = loads(text).map
        assert map is not None
        assert as_data(map)["heading"] == name
