"""Replies stand below what they answer, and nothing that anybody wrote is left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.conversation import Threads, threads
from argmap.annotation.nearby import answers_to
from argmap.annotation.selecting import Wish, groups
from argmap.annotation.studies import Study
from tests.annotation.examples import layer, studied

ZOO = "claim: x\nid: top\nreasons:\n  - {claim: y, id: harm, step: {id: s}}\n  - {claim: z, id: cost}\nsources: {b: A book}\n"

_targets = st.one_of(
    st.sampled_from(["harm", "cost", "{argument: s}", "{source: b, claims: [cost]}", "{layer: kim}", "gone"]),
    st.builds(
        "{{annotation: {}}}".format,
        st.sampled_from(["a0", "a1", "a2", "maya/a0", "kim/a1", "maya/a3", "kim/a0", "jo/a1"]),
    ),
)  # fmt: skip


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Three layers that answer one another in every way, two of them of one annotator."""
    texts = [
        layer(
            *(
                f"id: a{nth}, target: {draw(_targets)}, resolved: {draw(st.sampled_from(['true', 'false']))}"
                for nth in range(draw(st.integers(0, 5)))
            ),
            annotator=annotator,
        )
        for annotator in ("maya", "kim", "maya")
    ]
    return studied(ZOO, *texts)


def shown(found: Threads) -> list[tuple[str, int]]:
    return [(said.name, depth) for one in found.beginnings for said, depth in found.thread(one)]


@given(studies())
def test_everything_that_was_said_stands_in_one_thread(study: Study) -> None:
    found = threads(study)
    every = [said for one in found.beginnings for said, _ in found.thread(one)]
    assert len(every) == len(found.every)
    assert {*every} == {*found.every}
    for above, answers in found.answers.items():
        for one in answers:
            assert one.annotation.target.id in (above.name, above.annotation.id)


@given(studies())
def test_a_list_without_a_wish_has_everything_once(study: Study) -> None:
    rows = [row for group in groups(study, Wish()) for row in group.rows]
    assert len(rows) == sum(len(layer.annotations) for layer in study.values)
    assert all(row.wanted for row in rows)


@given(studies(), st.sampled_from([True, False]), st.sampled_from(["", "maya", "kim"]))
def test_a_wish_and_its_opposite_share_out_the_list(study: Study, resolved: bool, who: str) -> None:
    def wanted(wish: Wish) -> list[str]:
        found = groups(study, wish)
        for group in found:
            assert any(row.wanted for row in group.rows)
            assert group.rows[0].depth == 0
            for row, below in pairwise(group.rows):
                assert below.depth <= row.depth + 1
        return sorted(
            row.said.document.source.name + row.said.name
            for group in found for row in group.rows if row.wanted
        )  # fmt: skip

    one, other = (
        wanted(Wish(annotator=who, resolved=resolved)),
        wanted(Wish(annotator=who, resolved=not resolved)),
    )
    assert sorted(one + other) == wanted(Wish(annotator=who))


def test_replies_across_layers_are_nested_by_when_they_were_written() -> None:
    study = studied(
        ZOO,
        layer("id: a1, target: harm, body: Why?", "id: a2, target: {annotation: kim/a1}, created: 2026-01-03"),
        layer(
            "id: a1, target: {annotation: maya/a1}, created: 2026-01-02",
            "id: a2, target: {annotation: maya/a1}, created: 2026-01-01", annotator="kim",
        ),
    )  # fmt: skip
    assert shown(threads(study)) == [("maya/a1", 0), ("kim/a2", 1), ("kim/a1", 1), ("maya/a2", 2)]


def test_a_circle_is_cut_and_an_answer_to_itself_begins_a_thread() -> None:
    study = studied(
        ZOO,
        layer(
            "id: a1, target: {annotation: a2}", "id: a2, target: {annotation: a3}",
            "id: a3, target: {annotation: a2}", "id: a4, target: {annotation: a4}",
        ),
    )  # fmt: skip
    assert shown(threads(study)) == [("maya/a2", 0), ("maya/a1", 1), ("maya/a3", 1), ("maya/a4", 0)]


def test_a_thread_of_ten_thousand_answers_is_walked() -> None:
    rows = [
        "id: a0, target: harm",
        *(f"id: a{n}, target: {{annotation: a{n - 1}}}" for n in range(1, 10_000)),
    ]
    (group,) = groups(studied(ZOO, layer(*rows)), Wish(part="harm"))
    assert [row.depth for row in group.rows] == [*range(10_000)]


def test_the_list_goes_by_the_map_then_by_sources_work_and_what_is_lost() -> None:
    kinds = [
        "gone",
        "{layer: maya}",
        "{source: b, quote: q, claims: [cost]}",
        "cost",
        "{argument: s}",
        "harm",
        "top",
    ]
    rows = [f"id: a{nth}, target: {target}" for nth, target in enumerate(kinds)]
    study = studied(ZOO, layer(*rows))
    found = [(group.kind, group.id) for group in groups(study, Wish())]
    assert found[:5] == [
        ("claim", "top"),
        ("claim", "harm"),
        ("argument", "s"),
        ("claim", "cost"),
        ("source", "b"),
    ]
    assert {*found[5:]} == {("layer", "maya"), ("claim", "gone")}
    assert [group.id for group in groups(study, Wish(part="cost"))] == ["cost", "b"]


def test_what_answers_an_annotation_is_known_before_it_goes() -> None:
    study = studied(
        ZOO,
        layer("id: a1, target: harm", "id: a2, target: {annotation: a1}", "id: a3, target: {annotation: maya/a1}"),
        layer("id: a1, target: {annotation: maya/a1}", "id: a2, target: {annotation: a1}", annotator="kim"),
    )  # fmt: skip
    maya, kim = study.values
    assert answers_to(maya, ["a1"], [kim]) == {"a1": ["maya/a2", "maya/a3", "kim/a1"]}
    assert answers_to(maya, ["a1", "a2", "a3"], []) == {}
