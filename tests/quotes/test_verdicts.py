"""Quotes as people copy them, shorten them and spoil them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Citation, Claim, Stance
from argmap.quotes import Kind, verify
from argmap.quotes.differences import compared, marked_up
from argmap.texts.folding import fold
from tests.quotes.held import hold, source, told

TEXT = """\
The loss is not a blow to the regime. Putin did not come to Damascus; he stayed in Moscow.
The regime, which had ruled for 24 years, fell on Sunday. Analysts can't agree on why.
He supported the move. Growth fell to 3.5 million, “a sad figure”. Il n'est pas venu.
普京并没有输掉叙利亚战争。 The post-
Crimean isola-
tion began. Only a third of the zoo's income is from tickets. The zoo funds a programme.
"""


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The loss is not a blow", "exact"),
        ("  he stayed in Moscow.\n", "exact"),
        ("没有输掉叙利亚", "exact"),
        ("can’t agree", "typography"),
        ('3.5 million, "a sad figure"', "typography"),
        ("post-Crimean isolation", "typography"),
        ("Moscow. The regime", "typography"),
        ("Elephants are large and live long", "missing"),
        ("", "none"),
        ("—", "missing"),
        ("…", "missing"),
        ("[…]", "missing"),
    ],
)
def test_a_quote_stands_there_or_not(quote: str, kind: str) -> None:
    assert [verdict.kind.value for verdict in hold(TEXT, quote)] == ([kind] if quote else [])


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("The loss is a blow", "The loss is [-not-] a blow"),
        ("The loss is a big blow", "The loss is [-not-] a {+big+} blow"),
        ("the loss is not a blow", "[-The-] {+the+} loss is not a blow"),
        ("Putin did come to Damascus", "Putin did [-not-] come to Damascus"),
        ("Analysts can agree on why", "Analysts [-can't-] {+can+} agree on why"),
        ("Growth fell to 5 million", "Growth fell to [-3.-] 5 million"),
        ("5 million", "[-3.-] 5 million"),
        ("Il est venu", "Il [-n'est pas-] {+est+} venu"),
        ("普京输掉叙利亚战争", "普京 [-并没有-] 输掉叙利亚战争"),
        ("regime which had ruled", "regime [-,-] which had ruled"),
        ("Crimean isolation began", "[-post- Crimean-] {+Crimean+} isola- tion began"),
        (
            "The regime, which had governed for 24 years, collapsed on Sunday",
            "The regime, which had [-ruled-] {+governed+} for 24 years, [-fell-] {+collapsed+} on Sunday",
        ),
    ],
)  # fmt: skip
def test_a_changed_word_is_shown(quote: str, changes: str) -> None:
    assert told(TEXT, quote) == ("altered", changes)


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("The regime … fell on Sunday", "The regime [-, which had ruled for 24 years,-] fell on Sunday"),
        ("The regime [...] fell", "The regime [-, which had ruled for 24 years,-] fell"),
        ("The regime (...) fell", "The regime [-, which had ruled for 24 years,-] fell"),
        ("The regime, […] fell on Sunday. […]", "The regime, [-which had ruled for 24 years,-] fell on Sunday."),
        ("… fell on Sunday …", "[-The regime, which had ruled for 24 years,-] fell on Sunday"),
        ("The loss is not …", "The loss is not [-a blow to the regime-]"),
        ("[Assad's] regime, which had ruled", "[-The-] {+Assad's+} regime, which had ruled"),
        ("[Putin] stayed in Moscow", "[-he-] {+Putin+} stayed in Moscow"),
        ("he [Putin] stayed in Moscow", "he {+Putin+} stayed in Moscow"),
        ("[In 2024] The regime", "{+In 2024+} The regime"),
        ("He [had] supported the move [of Putin].", "He {+had+} supported the move {+of Putin+}"),
        ("The loss [was] not a blow", "The loss [-is-] {+was+} not a blow"),
        ("The [old] regime, which had ruled", "The {+old+} regime, which had ruled"),
        ("[t]he regime, which had", "[-The-] {+t+} he regime, which had"),
        ("He support[s] the move", "He support [-supported-] {+s+} the move"),
        ("a sad [sic] figure", "a sad {+sic+} figure"),
        ("The loss is [not] a blow", "The loss is [-not-] {+not+} a blow"),
    ],
)  # fmt: skip
def test_marks_may_stand_for_words(quote: str, changes: str) -> None:
    assert told(TEXT, quote) == ("elided", changes)


@pytest.mark.parametrize(
    "quote",
    [
        "on [the day before] Analysts",
        "The loss is … a blow",
        "The loss is [surely] a blow",
        "Putin … stayed in Moscow",
        "Putin did [come], he stayed",
        "He supported [never] the move",
        "He supported the move [not]",
        "[No] growth fell to 3.5 million",
        "Analysts can[…] agree on why",
        "Analysts can[ ] agree on why",
        "Analysts can[ ]",
        "Il […] venu",
        "普京…输掉叙利亚战争",
        "is a … tickets. … of the zoo's income",
        "[s]he regime, which had",
    ],
)
def test_marks_hide_no_change_of_sense(quote: str) -> None:
    (verdict,) = hold(TEXT, quote)
    assert verdict.kind in (Kind.ALTERED, Kind.MISSING)


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("Neither party won.", "[…] party won", "“neither”"),
        ("The party won only because it cheated.", "The party won […]", "“only”"),
        ("The council failed to act.", "The council […] act", "“failed”"),
        ("The tax raised prices.", "The tax [lowered] prices", "[lowered] replaces “raised”"),
        ("The tax raised prices.", "The tax … [lowered] prices", "[lowered] replaces “raised”"),
        ("It was far from safe.", "It was […] safe", "“far from”"),
        ("Critics deny that he lied.", "Critics […] he lied", "“deny”"),
        ("Nobody won.", "[Putin] won", "“nobody”"),
        ("The opposition won.", "[Putin] won", "[Putin] replaces “opposition”"),
        ("He supports Ukraine.", "He supports [Russia]", "[Russia] replaces “Ukraine”"),
        ("He is ill.", "He [hates] ill", "replaces"),
        ("They were careful.", "They were care[less]", "another word"),
        ("They liked visitors.", "They liked [all] visitors", "“all”"),
        ("Der Rat weigerte sich zu handeln.", "Der Rat … zu handeln", "“weigerte”"),
        ("Il a refusé de partir.", "Il a … partir", "“refus"),
    ],
)
def test_marks_that_turn_the_sense_are_told_with_the_word(text: str, quote: str, why: str) -> None:
    (verdict,) = hold(text, quote)
    assert verdict.kind is Kind.ALTERED
    assert why in verdict.reason


@pytest.mark.parametrize(
    ("text", "quote"),
    [("It is safe.", "It is [un]safe"), ("Today he came.", "Today [s]he came")],
)
def test_letters_that_are_put_before_a_word_make_another(text: str, quote: str) -> None:
    assert hold(text, quote)[0].kind.fails


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They voted for him yesterday.", "They voted for him [Assad]"),
        ("He beat thm yesterday.", "He beat thm [sic]"),
        ("After the war, he won.", "… [Putin] won"),
        ("It was not so. The party won.", "[…] The party won"),
        ("The party won. It was not so.", "The party won. […]"),
        ("The zoo, which is old, will close.", "The zoo […] will close"),
        ("他输掉了战争。", "[普京]输掉了战争"),
    ],
)
def test_marks_that_readers_expect_hold(text: str, quote: str) -> None:
    (verdict,) = hold(text, quote)
    assert (verdict.kind, verdict.reason) == (Kind.ELIDED, "")


def test_left_out_words_are_near() -> None:
    far = "The zoo opened. " + "Nothing happened on this day. " * 40 + "The zoo closed."
    assert hold(far, "The zoo opened … The zoo closed")[0].kind is not Kind.ELIDED


def test_marks_that_the_source_has_itself_are_words_of_it() -> None:
    assert told("He said [laughing]: well… no.", "[laughing]: well… no") == ("exact", "")
    assert told("He said [laughing]: well… no.", "[laughing]: well... no") == ("typography", "")


def test_the_sense_may_be_kept_in_another_place() -> None:
    text = "Assad has not fallen. Later Assad has, as we know, fallen."
    (verdict,) = hold(text, "Assad has … fallen")
    assert verdict.kind is Kind.ELIDED
    assert verdict.passages[0].start == text.index("Assad", 5)


def test_several_places_are_counted_and_an_exact_one_is_named() -> None:
    (verdict,) = hold('the “zoo” and the "zoo" and the “zoo”', 'the "zoo"')
    assert (verdict.kind, verdict.times, verdict.passages[0].start) == (Kind.EXACT, 3, 14)


def test_arguments_cite_as_claims_do_and_sources_without_text_are_unchecked() -> None:
    map = ArgumentMap(
        claims=(Claim("a", "A"), Claim("b", "B", cites=(Citation("s"), Citation("t", "zoo")))),
        arguments=(
            Argument("x", ("b",), Stance.FOR, "a", cites=(Citation("s", "the end"),)),
        ),
    )  # fmt: skip
    verdicts = verify(map, {"s": source("In the end.")})
    assert [(v.owner, v.index, v.kind) for v in verdicts] == [
        ("b", 1, Kind.UNCHECKED), ("x", 0, Kind.EXACT),
    ]  # fmt: skip


def test_an_empty_text_has_nothing() -> None:
    assert hold("", "The zoo")[0].kind is Kind.MISSING


words = st.sampled_from("Assad fell the loss is not a blow zoo lions suffer in small cages".split())  # noqa: SIM905


@given(st.lists(words, min_size=6, max_size=40), st.data())
def test_a_quote_that_lost_or_won_a_word_never_holds(text: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 4))
    quote = text[start : data.draw(st.integers(start + 3, len(text)))]
    at = data.draw(st.integers(1, len(quote) - 2))
    change = data.draw(st.sampled_from(["drop", "add", "replace"]))
    quote[at : at + (change != "add")] = [] if change == "drop" else ["zebra"]
    said, whole = " ".join(quote), " ".join(text)
    assume(f" {said} " not in f" {whole} ")
    (verdict,) = hold(whole, said)
    assert verdict.kind in (Kind.ALTERED, Kind.MISSING)
    if verdict.kind is Kind.ALTERED:
        assert any(step.kind != "same" for step in verdict.changes)


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_quote_and_no_text_is_too_odd(text: str, quote: str) -> None:
    for verdict in hold(text, quote, f"a […] {quote} [b]"):
        for passage in verdict.passages:
            assert 0 <= passage.start < passage.end <= len(text)


@given(st.lists(words, max_size=12), st.lists(words, max_size=12))
def test_changes_lead_from_the_source_to_the_quote(one: list[str], other: list[str]) -> None:
    changes = compared(" ".join(one), " ".join(other))
    assert " ".join(c.text for c in changes if c.kind != "put in") == " ".join(one)
    assert " ".join(c.text for c in changes if c.kind != "left out") == " ".join(other)


def test_a_hyphen_counts_where_it_is_all_that_differs() -> None:
    assert told("He will re-sign soon", "He will resign soon") == (
        "altered", "He will [-re-sign-] {+resign+} soon",
    )  # fmt: skip
    assert told("sheer self\u00ad\ninterest drives it", "sheer self-interest drove it") == (
        "altered", "sheer selfinterest [-drives-] {+drove+} it",
    )  # fmt: skip


def test_changes_are_blind_to_typography() -> None:
    changes = compared("“It’s  a well-\nknown—fact”", '"It\'s a wellknown — fake"')
    assert marked_up(changes) == "“It’s a well- known— [-fact-] {+fake+} ”"
    assert fold("“").text == '"'
