"""Two versions that people would write, and what is the same in them."""

from pathlib import Path

import pytest

from argmap.matching import Evidence, match
from argmap.model import Argument, ArgumentMap, Claim, Stance
from tests.matching.maps import by_text, map_of, matched

ROOT = Path(__file__).parents[2]


def test_beta_is_beta_when_alpha_is_withdrawn() -> None:
    old = """
claim: The prize should be shared
reasons:
  - Team Alpha delivered its prototype in March without a fault
  - Team Beta delivered its prototype in March without a fault
"""
    new = """
claim: The prize should be shared
reasons:
  - Team Beta delivered its prototype in March without a fault
"""
    beta = "Team Beta delivered its prototype in March without a fault"
    for hidden in (False, True):
        found = matched(old, new, ignore_ids=hidden)
        assert found == {"The prize should be shared": "The prize should be shared", beta: beta}


def test_beta_is_beta_when_its_text_changed_as_well() -> None:
    found = matched(
        """
claim: The prize should be shared
reasons:
  - Team Alpha delivered its prototype in March
  - Team Beta delivered its prototype in March
""",
        """
claim: The prize should be shared
reasons:
  - Team Beta delivered its first prototype in March
""",
        ignore_ids=True,
    )
    beta = "Team Beta delivered its prototype in March"
    assert found[beta] == "Team Beta delivered its first prototype in March"
    assert "Team Alpha delivered its prototype in March" not in found


def test_ids_numbered_by_position_do_not_mislead() -> None:
    texts = [
        "Bees pollinate most fruit trees", "Rents rose faster than wages", "Trams are never late",
        "Salt water corrodes steel", "Children learn by copying", "The archive burned down in 1904",
    ]  # fmt: skip

    def numbered(claims: list[str]) -> str:
        rows = (f"  - {{claim: {text}, id: c{n}}}" for n, text in enumerate(claims, 1))
        return "\n".join(["claim: The town should buy the orchard", "id: c0", "reasons:", *rows])

    new = [
        "A survey of 2021 found nothing", *texts[:2], "Trams are hardly ever late here",
        *texts[3:],
    ]  # fmt: skip
    found = matched(numbered(texts), numbered(new))
    assert "A survey of 2021 found nothing" not in found.values()
    assert all(found[text] == text for text in (*texts[:2], *texts[3:]))
    assert found[texts[2]] == "Trams are hardly ever late here"


def test_two_ids_exchanged() -> None:
    row = "claim: Thesis\nid: t\nreasons:\n- {{claim: Whales sing, id: {}}}\n- {{claim: Ravens count, id: {}}}"
    assert matched(row.format("a", "b"), row.format("b", "a")) == {
        "Thesis": "Thesis", "Whales sing": "Whales sing", "Ravens count": "Ravens count",
    }  # fmt: skip


def test_an_id_holds_a_text_that_was_rewritten() -> None:
    old = map_of("claim: Zoos are cruel\nid: t\nreasons:\n- {claim: Cages are small, id: cages}")
    new = map_of(
        "claim: Zoos are cruel\nid: t\nreasons:\n"
        "- {claim: Enclosures have less than a tenth of the range in the wild, id: cages}\n"
        "- {claim: Animals pace, id: pace}"
    )
    found = match(old, new).by_old["cages"]
    assert (found.new, found.evidence) == ("cages", Evidence.ID)
    assert found.confidence < 1
    assert "cages" not in match(old, new, ignore_ids=True).by_old


def test_a_text_holds_against_an_id() -> None:
    # The text went on under another id; under its own there now stands a rival.
    old = "claim: T\nreasons:\n- {claim: Cages are small, id: cages}\n- {claim: Apes sign, id: b}"
    new = (
        "claim: T\nreasons:\n- {claim: Cages are not small, id: cages}\n"
        "- {claim: Cages are small, id: d}\n- {claim: Apes sign, id: b}"
    )
    found = matched(old, new)
    assert found == {"T": "T", "Cages are small": "Cages are small", "Apes sign": "Apes sign"}


@pytest.mark.parametrize(
    ("said", "rival", "edited"),
    [
        (
            "The board will accept the offer",
            "The board will only accept the offer",
            "The board will surely accept the offer",
        ),
        (
            "The list of members is empty",
            "The list of members is not empty",
            "The list of the members is empty",
        ),
        (
            "Nurses are paid enough in this town",
            "Nurses are never paid enough in this town",
            "The nurses are paid enough in this town now",
        ),
        (
            "Das Volk stimmt dem Vertrag zu",
            "Das Volk stimmt dem Vertrag nicht zu",
            "Das Volk stimmt dem neuen Vertrag zu",
        ),
        ("学生应当携带手机进学校", "学生不应当携带手机进学校", "学生应当携带手机进入学校"),
    ],
)
def test_a_rival_is_not_a_rewording(said: str, rival: str, edited: str) -> None:
    old = f"claim: Thesis\nreasons:\n- {said}"
    new = f"claim: Thesis\nreasons:\n- {rival}\n- {edited}"
    assert matched(old, new, ignore_ids=True)[said] == edited
    both = matched(f"{old}\n- {rival}", new, ignore_ids=True)
    assert both == {"Thesis": "Thesis", said: edited, rival: rival}


def test_one_phrase_reworded_everywhere() -> None:
    ends = [
        "is open on Sunday", "lends tools", "answers letters within a week", "is paid by a levy",
        "has no room for children", "closes in August", "keeps the maps of the county",
    ]  # fmt: skip
    short = "claim: Keep it\nreasons:\n" + "\n".join(f"- The service {end}" for end in ends)
    long = short.replace("The service", "The service provided by the library of the town")
    backwards = long.splitlines()[:2] + long.splitlines()[:1:-1]
    found = matched(short, "\n".join(backwards), ignore_ids=True)
    for end in ends:
        assert found[f"The service {end}"].endswith(end)


def test_equal_texts_are_told_apart_by_what_they_bear_on() -> None:
    old = """
claims:
  - {claim: Build the bridge, reasons: [Experts agree]}
  - {claim: Sell the ferry, reasons: [Experts agree]}
  - {claim: Widen the road, reasons: [Experts agree]}
"""
    new = """
claims:
  - {claim: Widen the road, reasons: [Experts agree]}
  - {claim: Sell the ferry, reasons: [Experts agree]}
"""
    one, other = map_of(old), map_of(new)
    matching = match(one, other, ignore_ids=True)
    for ours in one.claims:
        if ours.text == "Experts agree" and ours.id in matching.new_of:
            bears = one.claim[one.used[ours.id][0].target].text
            target = other.used[matching.new_of[ours.id]][0].target
            assert other.claim[target].text == bears
    assert len(matching.matches) == 4


def test_a_claim_is_found_where_it_was_moved_to() -> None:
    old = "claim: A\nreasons:\n- claim: B\n  reasons: [Glaciers shrink by a metre a year]\n- C"
    new = (
        "claim: A\nreasons:\n- B\n- claim: C\n  counterpoints: [Glaciers shrink a metre each year]"
    )
    found = matched(old, new, ignore_ids=True)
    assert found["Glaciers shrink by a metre a year"] == "Glaciers shrink a metre each year"


def test_the_one_child_left_over_is_a_guess() -> None:
    old = map_of("claim: Dogs should be allowed\nreasons:\n- Dogs calm patients\n- It is cheap")
    new = map_of(
        "claim: Dogs should be allowed\nreasons:\n- Animals on a ward calm people who suffer\n- It is cheap"
    )
    matching = match(old, new, ignore_ids=True)
    found = matching.by_old[old.claims[1].id]
    assert found.evidence is Evidence.PLACE
    assert found.confidence <= 0.3
    assert matching.by_old[old.claims[0].id].evidence is Evidence.TEXT


def test_two_students_map_one_text() -> None:
    one = """
claim: Schools should ban phones
reasons:
  - claim: Phones distract pupils in class
    reasons: [Pupils check messages every few minutes]
  - claim: Phones cost a month of wages
counterpoints:
  - claim: Parents need to reach their children
    counterpoints: [The office can pass on a message]
"""
    other = """
claim: Mobile phones should be banned at school
reasons:
  - claim: Teachers had to grow up without them
  - claim: Pupils are distracted by their phones during lessons
    reasons: [Messages are checked every couple of minutes by pupils]
counterpoints:
  - claim: Children must be reachable for their parents
    counterpoints: [A message can be passed on by the office]
"""
    assert matched(one, other) == {
        "Schools should ban phones": "Mobile phones should be banned at school",
        "Phones distract pupils in class": "Pupils are distracted by their phones during lessons",
        "Pupils check messages every few minutes": "Messages are checked every couple of minutes by pupils",
        "Parents need to reach their children": "Children must be reachable for their parents",
        "The office can pass on a message": "A message can be passed on by the office",
    }


def test_confidence_says_how_sure_it_is() -> None:
    old = map_of("claim: A\nreasons:\n- Ships pay a toll at the lock\n- Ice blocks the port")
    new = map_of("claim: A\nreasons:\n- Ships pay no toll at the lock\n- Ice blocks the port")
    by_text = {old.claim[m.old].text: m for m in match(old, new, ignore_ids=True).matches}
    changed, kept = by_text["Ships pay a toll at the lock"], by_text["Ice blocks the port"]
    assert 0 < changed.text < 1
    assert changed.confidence < kept.confidence <= 1
    assert kept.text == 1


def test_capitals_spaces_and_forms_of_letters_do_not_count() -> None:
    # Once with a letter and an accent, once with the one letter for both.
    found = matched("claim: The cafe\u0301 IS closed", "claim: the caf\u00e9  is closed")
    assert list(found) == ["The cafe\u0301 IS closed"]
    old, new = map_of("claim: The ﬁsh Is fresh"), map_of("claim: the fish is fresh")
    assert match(old, new, ignore_ids=True).matches[0].evidence is Evidence.TEXT


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "maps").glob("*.yaml")))
def test_every_claim_of_a_real_map_is_itself_without_ids(name: str) -> None:
    map = map_of((ROOT / "maps" / f"{name}.yaml").read_bytes())
    matching = match(map, map, ignore_ids=True)
    assert by_text(map, map, matching) == {claim.text: claim.text for claim in map.claims}
    assert all(old == new for old, new in matching.new_of.items())


def test_maps_without_anything_in_common() -> None:
    old = "claim: Whales sing\nreasons:\n- Microphones recorded them\n- They answer each other"
    new = "claim: 学校应当关闭\nreasons:\n- 没有学生\n- 没有老师"
    assert matched(old, new, ignore_ids=True) == {}


def test_maps_with_hardly_anything() -> None:
    nothing, one = ArgumentMap(()), ArgumentMap((Claim("a", "x"),), theses=("a",))
    assert match(nothing, nothing).matches == ()
    assert match(nothing, one).matches == match(one, nothing).matches == ()
    assert match(one, ArgumentMap((Claim("b", "X"),))).new_of == {"a": "b"}
    blank = ArgumentMap((Claim("a", ""), Claim("b", " "), Claim("c", "?")))
    assert match(blank, blank).new_of == {"a": "a", "b": "b", "c": "c"}
    assert len(match(blank, blank, ignore_ids=True).matches) == 3


def star(texts: list[str], prefix: str) -> ArgumentMap:
    """A thesis with these reasons."""
    claims = [Claim(f"{prefix}{n}", text) for n, text in enumerate(texts)]
    return ArgumentMap(
        (Claim("t", "Thesis"), *claims),
        tuple(Argument(f"s-{c.id}", (c.id,), Stance.FOR, "t") for c in claims),
        ("t",),
    )


def test_a_thousand_equal_texts_are_paired_in_their_order() -> None:
    old, new = star(["See above"] * 1000, "a"), star(["See above"] * 900, "b")
    found = match(old, new).new_of
    assert found == {"t": "t"} | {f"a{n}": f"b{n}" for n in range(900)}


def test_thousands_of_texts_that_hardly_differ() -> None:
    old = star([f"Witness {n} saw the lights" for n in range(2000)], "a")
    new = star([f"Witness {n} saw all the lights" for n in reversed(range(2000))], "b")
    found = match(old, new).new_of
    right = sum(found.get(f"a{n}") == f"b{1999 - n}" for n in range(2000))
    assert right > 1900


def test_a_chain_of_which_every_link_was_reworded() -> None:
    def chain(word: str, prefix: str) -> ArgumentMap:
        claims = tuple(Claim(f"{prefix}{n}", f"Step {n} {word} follows") for n in range(3000))
        arguments = tuple(
            Argument(f"{prefix}s{n}", (f"{prefix}{n + 1}",), Stance.FOR, f"{prefix}{n}")
            for n in range(2999)
        )
        return ArgumentMap(claims, arguments, (f"{prefix}0",))

    found = match(chain("surely", "a"), chain("clearly", "b")).new_of
    assert found == {f"a{n}": f"b{n}" for n in range(3000)}


def test_one_huge_text() -> None:
    huge = " ".join(f"word{n}" for n in range(100_000))
    assert match(star([huge], "a"), star([huge + " more"], "b")).new_of == {"t": "t", "a0": "b0"}


def test_a_claim_is_found_where_the_one_above_it_went() -> None:
    old = """
claim: The bridge should be rebuilt
reasons:
  - claim: Nobody trusts the pillars any more
    reasons:
      - Engineers measured cracks in two of the pillars in spring
"""
    new = """
claim: The bridge should be rebuilt
reasons:
  - In spring, cracks were seen in some supports by the engineers
"""
    for one, other in ((old, new), (new, old)):
        found = matched(one, other, ignore_ids=True)
        assert ["crack" in now for was, now in found.items() if "crack" in was] == [True]


def test_of_several_left_over_the_one_that_stands_out_is_taken() -> None:
    found = matched(
        """
claim: The bridge should be rebuilt
reasons:
  - Lorries must take a detour through the village
  - It rusts
""",
        """
claim: The bridge should be rebuilt
reasons:
  - Trucks now drive through our village
  - Nobody would have to pay for it
""",
        ignore_ids=True,
    )
    lorries = "Lorries must take a detour through the village"
    assert found[lorries] == "Trucks now drive through our village"


def test_a_text_half_the_same_is_not_the_same_claim_elsewhere() -> None:
    found = matched(
        "claims:\n  - claim: A\n    reasons: [The old dam holds the river back in spring]\n  - B\n",
        "claims:\n  - A\n  - claim: B\n    reasons: [The old dam breeds fish for the hatchery]\n",
        ignore_ids=True,
    )
    assert found == {"A": "A", "B": "B"}
