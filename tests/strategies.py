"""Maps that anybody might write: trees and graphs, in every script, with every field."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from argmap.model import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Conflict,
    Person,
    Reference,
    Stance,
)
from argmap.model.circles import support_circles
from argmap.model.graph import CONFLICTS
from argmap.model.ids import Namer, bad_character, nfc
from argmap.yaml import words

# Everything that a UTF-8 file can hold, with a bias for what YAML, HTML, DOT and readers trip over.
_TRICKY = st.sampled_from(
    [
        "no", "~", "1:20", "=x", "2024-05-01", "- x", "a: b", "a #b", "a # b", "[x, y]", "{x: y}", "x，y",
        "claim：x", "'x", '"x"', "!x", "&x", "*x", "%x", "@x", "`x", "|", ">", "? x", "---", "...", "<<", "x:",
        "x\\n", "</TABLE>", "<b>&amp;", "\u202eabc", "\u200b", "\u2028", "\x85", "\ufeff", "\x1b[31m", "a\u0300",
        "שלום", "نعم", "动物园。", "👩‍👩‍👧", "क्षि", "#", ",", ":",
    ]
)  # fmt: skip
_ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
_PROSE = st.lists(
    st.sampled_from(["The", "zoo", "should", "close", "because", "animals", "suffer"]), min_size=1
)


def _stripped(text: str) -> str:
    return text.strip()


#: One line of text without outer white space: what the reader makes of any scalar.
texts = st.one_of(_PROSE.map(" ".join), _TRICKY, _ANY).map(_stripped).filter(bool)
#: Several lines.
notes = st.one_of(texts, st.lists(texts, min_size=2, max_size=3).map("\n".join)).map(_stripped)
ids = (
    st.text(
        st.one_of(st.sampled_from("abc-_09äж动"), st.characters(categories=["L", "N", "Mn"])),
        min_size=1,
        max_size=6,
    )
    .map(nfc)
    .filter(lambda id: not bad_character(id))
)
_shares = st.none() | st.floats(0, 1)


def _some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


def _maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), strategy)


_values: st.SearchStrategy[Any] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)  # fmt: skip


def _extras(known: dict[str, words.Word]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(texts.filter(lambda key: key not in known), _values, max_size=2)


#: Conflicts as anybody might have left them: what they name need not be there.
conflicts = st.builds(
    Conflict, st.sampled_from(CONFLICTS), _maybe(ids), st.sampled_from(["", "sources", "people"]),
    _maybe(texts), st.just("") | _values, st.just("") | _values, st.just("") | _values,
)  # fmt: skip


@st.composite
def argument_maps(draw: st.DrawFn, max_claims: int = 8) -> ArgumentMap:
    """Valid maps: whatever they hold, no error stops them."""
    sources = tuple(
        Reference(
            id, draw(_maybe(texts)), draw(_some(texts)), draw(_maybe(texts)),
            extra=draw(_extras(words.SOURCE)),
        )
        for id in draw(st.lists(ids, max_size=2, unique=True))
    )  # fmt: skip
    people = tuple(
        Person(id, draw(_maybe(texts)), draw(_maybe(texts)), draw(_extras(words.PERSON)))
        for id in draw(st.lists(ids, max_size=2, unique=True))
    )
    citation = st.builds(
        Citation, st.sampled_from([source.id for source in sources] or ["?"]), _maybe(texts),
        _maybe(texts), _maybe(texts),
    )  # fmt: skip
    cites = _some(citation) if sources else st.just(())
    namer = Namer(())
    claims = []
    for text in draw(st.lists(texts, min_size=1, max_size=max_claims)):
        id = namer.name(draw(ids)) if draw(st.booleans()) else namer.claim(text)
        claim = Claim(id, text)
        if draw(st.booleans()):
            claim = replace(
                claim, by=draw(_some(texts)), via=draw(_some(texts)), tags=draw(_some(texts)),
                kind=draw(st.sampled_from(["", *words.KINDS])), basis=draw(st.sampled_from(["", *words.BASES])),
                implicit=draw(st.booleans()), standing=draw(st.sampled_from(["", *words.STANDINGS])),
                weight=draw(_shares), cites=draw(cites), note=draw(_maybe(notes)),
            )  # fmt: skip
        claims.append(claim)
    claim_ids = [claim.id for claim in claims]
    arguments: list[Argument] = []
    for _ in range(draw(st.integers(0, max_claims + 2))):
        premises = tuple(
            draw(st.lists(st.sampled_from(claim_ids), min_size=1, max_size=3, unique=True))
        )
        target = draw(st.sampled_from([*claim_ids, *(argument.id for argument in arguments)]))
        id = namer.name(draw(ids)) if draw(st.booleans()) else namer.argument(premises[0])
        argument = Argument(id, premises, draw(st.sampled_from(Stance)), target)
        if draw(st.booleans()):
            argument = replace(
                argument, by=draw(_some(texts)), scheme=draw(st.sampled_from(["", "explanation", "sign"])),
                warrant=draw(_maybe(texts)), strength=draw(_shares), cites=draw(cites),
                note=draw(_maybe(notes)),
            )  # fmt: skip
        arguments.append(argument)
        map = ArgumentMap(tuple(claims), tuple(arguments), (claim_ids[0],))
        if next(support_circles(map), None):
            arguments.pop()
    return ArgumentMap(
        claims=tuple(claims),
        arguments=tuple(arguments),
        theses=tuple(
            draw(st.lists(st.sampled_from(claim_ids), min_size=1, max_size=3, unique=True))
        ),
        title=draw(_maybe(texts)),
        question=draw(_maybe(texts)),
        description=draw(_maybe(notes)),
        authors=draw(_some(texts)),
        date=draw(_maybe(texts)),
        language=draw(st.sampled_from(["", "en", "ar", "zh-Hans"])),
        keywords=draw(_some(texts)),
        sources=sources,
        people=people,
        conflicts=draw(_some(conflicts)) if draw(st.integers(0, 3)) == 3 else (),
    )
