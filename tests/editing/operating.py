"""Operations as a person at a page might ask for them: mostly sensible, some not."""

from hypothesis import strategies as st

from argmap.editing import Operation
from argmap.editing.operations import (
    Add,
    AddPremise,
    AddThesis,
    Cite,
    Edit,
    FieldValue,
    Join,
    Move,
    Remove,
    Reuse,
    Uncite,
    Unlink,
)
from argmap.model import ArgumentMap, Stance
from argmap.yaml import words
from tests.strategies import notes, texts

_stances = st.sampled_from(Stance)
_shares = st.sampled_from([None, 0, 1, 0.25, 2])


@st.composite
def operations(draw: st.DrawFn, map: ArgumentMap) -> Operation:
    claim = st.sampled_from([one.id for one in map.claims])
    argument = st.sampled_from([one.id for one in map.arguments] or ["step-none"])
    part = claim | argument
    after = st.sampled_from([None, None, "", "?"])
    thesis = st.sampled_from([None, "", *map.theses])
    text = texts | st.sampled_from(["A new one", map.claims[0].text, " ", "two\nlines"])
    source = st.sampled_from([one.id for one in map.sources] or ["none"])
    found: Operation = draw(
        st.one_of(
            st.builds(Add, text=text, stance=_stances, target=part, after=after),
            st.builds(Reuse, claim=claim, stance=_stances, target=part, after=after),
            st.builds(AddThesis, text=text, after=thesis),
            st.builds(AddPremise, argument=argument, text=text, after=after),
            st.builds(AddPremise, argument=argument, claim=claim),
            _edits(claim, argument, text),
            st.builds(Cite, id=part, source=source, quote=text, at=text,
                      number=st.none() | st.integers(0, 1)),
            st.builds(Uncite, id=part, number=st.integers(0, 1)),
            st.builds(Move, id=argument, target=part, stance=_stances, after=after),
            st.builds(Remove, id=part),
            st.builds(Unlink, argument=argument, claim=claim),
            *linked(map),
            st.builds(Join, argument=argument, other=argument),
        )
    )  # fmt: skip
    return found


def linked(map: ArgumentMap) -> list[st.SearchStrategy[Operation]]:
    """What needs parts that stand together."""
    pairs = [(one.id, id) for one in map.arguments if len(one.premises) > 1 for id in one.premises]
    rows = [row for row in map.bearing.values() if len(row) > 1]
    beside = [(one, other) for row in rows for one in row for other in row if one is not other]
    return [
        *(st.just(Unlink(argument=one, claim=id)) for one, id in pairs[:3]),
        *(st.just(Join(argument=one.id, other=other.id)) for one, other in beside[:3]),
        *(
            st.just(Move(id=one.id, target=one.target, stance=other.stance, after=other.id))
            for one, other in beside[-3:]
        ),
    ]


def _edits(
    claim: st.SearchStrategy[str], argument: st.SearchStrategy[str], text: st.SearchStrategy[str]
) -> st.SearchStrategy[Edit]:
    def edit(
        id: st.SearchStrategy[str], field: str, value: st.SearchStrategy[FieldValue]
    ) -> st.SearchStrategy[Edit]:
        return st.builds(Edit, id=id, field=st.just(field), value=value)

    several = st.lists(text, max_size=2).map(tuple)
    return st.one_of(
        edit(claim, "text", text),
        edit(claim, "note", notes | st.just("")),
        edit(claim, "kind", st.sampled_from(["", *words.KINDS, "opinion"])),
        edit(claim, "standing", st.sampled_from(["", *words.STANDINGS])),
        edit(claim, "weight", _shares),
        edit(claim, "implicit", st.booleans()),
        edit(claim | argument, "by", several),
        edit(claim, "tags", several),
        edit(argument, "scheme", text | st.sampled_from(["explanation", ""])),
        edit(argument, "warrant", text | st.just("")),
        edit(argument, "strength", _shares),
    )
