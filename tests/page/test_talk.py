"""What is said beside a map is on the page where it belongs, and what is withheld is not in it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from argmap import loads
from argmap.annotation.layers.anchor import text_hash
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.reports.handout import handout
from argmap.annotation.studies import Study
from argmap.page.contents import contents
from argmap.page.document import as_html
from argmap.page.talk import LOST, MAX_NESTING, WHOLE, talk
from argmap.texts.source_text import plain
from tests.annotation.classes import (
    SECRET,
    a_class,
    answers,
    layer,
    says,
    student_layers,
    teachers,
)
from tests.page.opened import opened


def note(id: str, target: Target, body: str = "Why?") -> Annotation:
    return Annotation(id, target, "commenting", body)


def threads_of(study: Study) -> dict[str, Any]:
    found: dict[str, Any] = talk(study)["threads"]
    return found


def flat(threads: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    ahead = [*threads]
    while ahead:
        thread = ahead.pop()
        yield thread
        ahead += thread["replies"]


@given(student_layers())
def test_every_annotation_is_there_with_its_words_and_labels(layers: list[Layer]) -> None:
    study = a_class(*layers)
    found = {
        thread["key"]: thread for at in threads_of(study).values() for thread in flat(at)
    }  # fmt: skip
    notes = {f"{one.annotator}/{a.id}": a for one in layers for a in one.annotations}
    assert found.keys() == notes.keys()
    for key, one in notes.items():
        assert found[key]["text"] == one.body
        assert [name for name, _ in found[key]["labels"]] == [*one.labels]
        assert found[key]["by"] == key.partition("/")[0]
    told = talk(study)
    assert {one["id"] for one in told["annotators"]} == {
        one.annotator for one in layers if one.annotations
    }
    assert told["labels"] == sorted({name for one in notes.values() for name in one.labels})


@given(student_layers(), teachers())
@settings(max_examples=40)
def test_what_a_student_must_not_see_is_not_in_the_file(
    layers: list[Layer], teacher: Layer
) -> None:
    study = a_class(*layers, teacher)
    seen = handout(study, "maya")
    assert study.document.map is not None
    page = as_html(contents(study.document.map, seen))
    assert SECRET not in page
    others = {one["id"] for one in opened(page).data["talk"]["annotators"]} - {"maya"}
    for key in (thread["key"] for at in threads_of(seen).values() for thread in flat(at)):
        assert key.partition("/")[0] in {"maya", *others}
    released = replace(teacher, status="released")
    told = contents(study.document.map, handout(a_class(*layers, released), "maya"))
    on_map = [one for one in teacher.annotations if one.target.kind == "claim" and one.body]
    assert (SECRET in json.dumps(told)) >= bool(on_map)


def test_a_reply_stands_below_what_it_answers() -> None:
    study = a_class(
        layer("maya", note("a1", Target("claim", "harm"), "How *much*?"), name="Maya"),
        layer("leo", answers("a1", "maya/a1", "A lot."), says("a2", "rare", doubt="yes")),
    )
    found = threads_of(study)
    (thread,) = found["harm"]
    assert (thread["key"], thread["by"], thread["motivation"]) == ("maya/a1", "maya", "commenting")
    assert thread["body"] == [["p", {}, ["How ", ["em", {}, ["much"]], "?"]]]
    assert [reply["key"] for reply in thread["replies"]] == ["leo/a1"]
    assert found["rare"][0]["labels"] == [["doubt", "yes"]]
    assert talk(study)["annotators"][0] == {"id": "maya", "name": "Maya", "role": "student"}


def test_a_passage_stands_where_the_text_has_it() -> None:
    (thread,) = threads_of(
        a_class(layer("maya", note("a1", Target("claim", "rare", quote="breeds"))))
    )["rare"]
    assert (thread["quote"], thread["start"], thread["end"]) == ("breeds", 8, 14)


def test_threads_say_what_has_become_of_what_they_are_about() -> None:
    study = a_class(
        layer(
            "maya",
            note("a1", Target("claim", "harm", hash=text_hash("Animals suffer"))),
            note("a2", Target("claim", "old", hash=text_hash("The zoo breeds rare species"))),
            note("a3", Target("claim", "nowhere")),
            note("a4", Target("claim", "rare", quote="penguins")),
        )
    )  # fmt: skip
    found = threads_of(study)
    states = {thread["key"][-2:]: (at, thread["state"]) for at in found for thread in found[at]}
    assert states == {
        "a1": ("harm", "changed"), "a2": ("rare", "moved"), "a3": (LOST, "orphan"),
        "a4": ("rare", "gone"),
    }  # fmt: skip


def test_what_is_said_of_an_exclusion_stands_at_the_first_of_its_claims() -> None:
    map = "claim: x\nid: x\nexcludes: y\nshared: [{claim: y, id: y}]\n"
    half = loads(map).map
    assert half is not None
    (one, _) = half.exclusions[0]
    found = threads_of(a_class(layer("maya", note("a1", Target("argument", one.id))), map=map))
    assert [*found] == ["x"]


def test_a_passage_of_a_source_stands_at_the_claims_that_it_grounds() -> None:
    target = Target("source", "news", quote="They pine", claims=("harm", "rare"))
    study = a_class(layer("maya", note("a1", target), note("a2", Target("source", "news"))))
    found = talk(study, {"news": plain("news.txt", "It is so. They pine away.")})["threads"]
    assert {id: [thread["key"] for thread in at] for id, at in found.items()} == {
        "harm": ["maya/a1"], "rare": ["maya/a1"], WHOLE: ["maya/a2"],
    }  # fmt: skip
    assert found["harm"][0]["about"] == "source"
    assert found["harm"][0]["id"] == "news"


def test_long_chains_of_replies_are_all_there() -> None:
    notes = [note("a0", Target("claim", "harm"))]
    notes += [answers(f"a{n}", f"a{n - 1}", "So?") for n in range(1, 1500)]
    found = threads_of(a_class(layer("maya", *notes)))
    assert len([*flat(found["harm"])]) == 1500
    depth, level = 0, found["harm"]
    while level:
        depth, level = depth + 1, level[0]["replies"]
    assert depth == MAX_NESTING + 1
    json.dumps(found)


def test_heat_is_from_0_to_1_by_part() -> None:
    study = a_class(
        layer("maya", says("a1", "harm", doubt="yes")),
        layer("leo", says("a1", "harm", doubt="no"), says("a2", "rare", doubt="yes")),
    )
    assert study.document.map is not None
    heat = contents(study.document.map, study, "disagreement")["heat"]
    assert heat["name"] == "disagreement"
    assert heat["at"] == {"harm": 1.0}


def test_hostile_remarks_stay_texts() -> None:
    body = "</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) <!--"
    study = a_class(layer("maya", note("a1", Target("claim", "harm"), body), name="</script>"))
    assert study.document.map is not None
    page = opened(as_html(contents(study.document.map, study)))
    assert "img" not in {element.tag for element in page.elements}
    (thread,) = page.data["talk"]["threads"]["harm"]
    assert thread["text"] == body
    assert thread["body"] == [["p", {}, [body]]]
