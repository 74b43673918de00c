"""What a map offers beside its claims and arguments."""

from argmap.model import ArgumentMap, Stance
from tests.reading import map_of


def zoo() -> ArgumentMap:
    return map_of(
        "claim: The zoo should close\nid: close\nreasons:\n"
        "  - {claim: Animals suffer, id: suffer, step: {id: so, counterpoints: [It need not]}}\n"
        "  - premises: [{ref: suffer}, Suffering should end]\n"
        "  - {claim: It is dull, step: {scheme: explanation}}\n"
        "counterpoints:\n  - {claim: It breeds, id: breeds, excludes: suffer}\n"
        "people: {p: {name: Ann}, q: {role: vet}}\n"
    )


def test_claims_and_arguments_are_found_by_their_ids() -> None:
    map = zoo()
    assert map.claim["suffer"].text == "Animals suffer"
    assert map.argument["so"].target == "close"
    assert [part.id for part in map.parts] == [*map.claim, *map.argument]


def test_what_bears_on_a_target_and_where_a_claim_is_used() -> None:
    map = zoo()
    assert [argument.target for argument in map.bearing["so"]] == ["so"]
    assert [argument.stance for argument in map.bearing["close"]] == [
        Stance.FOR, Stance.FOR, Stance.FOR, Stance.AGAINST,
    ]  # fmt: skip
    assert [argument.target for argument in map.used["suffer"]] == ["close", "close", "breeds"]
    assert "nothing" not in map.bearing


def test_an_explanation_argues_for_nothing() -> None:
    explains = [argument for argument in zoo().arguments if argument.explains]
    assert len(explains) == 1
    assert not explains[0].supports


def test_claims_that_exclude_each_other_are_a_pair() -> None:
    ((one, back),) = zoo().exclusions
    assert (one.premises, one.target) == (("breeds",), "suffer")
    assert (back.premises, back.target) == (("suffer",), "breeds")


def test_an_attack_that_says_more_is_no_mere_exclusion() -> None:
    for more in ("note: x", "by: Ann", "strength: 1", "counterpoints: z"):
        map = map_of(
            "claims:\n  - {claim: x, id: x, counterpoints: {ref: y}}\n"
            f"  - {{claim: y, id: y, counterpoints: {{ref: x, step: {{{more}}}}}}}\n"
        )
        assert map.exclusions == ()


def test_speakers_have_the_names_that_are_shown() -> None:
    assert zoo().speaker == {"p": "Ann", "q": "q"}


def test_equal_texts_are_equal_maps() -> None:
    assert zoo() == zoo()
    assert zoo() != map_of("claim: The zoo should close\n")
