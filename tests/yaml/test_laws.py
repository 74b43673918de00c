"""The laws of reading and writing, over maps that anybody might write."""

import re

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.diagnostics import Severity, Source
from argmap.model import ArgumentMap
from argmap.model.outline import in_reading_order
from argmap.yaml.comments import comments
from argmap.yaml.edits import pin_ids
from argmap.yaml.layout import layout
from argmap.yaml.syntax import parse
from argmap.yaml.writer import write
from tests.strategies import argument_maps


@given(argument_maps())
def test_reading_what_was_written_gives_the_map(map: ArgumentMap) -> None:
    document = argmap.loads(write(map))
    assert [fault for fault in document.faults if fault.severity is Severity.ERROR] == []
    assert document.map == in_reading_order(map)


@given(argument_maps())
def test_reading_order_changes_no_claim_and_no_argument(map: ArgumentMap) -> None:
    ordered = in_reading_order(map)
    assert in_reading_order(ordered) == ordered
    assert sorted(ordered.claims, key=repr) == sorted(map.claims, key=repr)
    assert sorted(ordered.arguments, key=repr) == sorted(map.arguments, key=repr)


@given(argument_maps())
def test_two_loads_are_equal(map: ArgumentMap) -> None:
    text = write(map)
    assert argmap.loads(text).map == argmap.loads(text, "elsewhere").map


@st.composite
def loose_texts(draw: st.DrawFn) -> str:
    """A written map with another layout: comments, blank lines, indents, Windows line ends."""
    lines = write(draw(argument_maps(max_claims=5))).split("\n")[:-1]
    loose = []
    inside_block = -1
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if inside_block >= 0 and (indent > inside_block or not line.strip()):
            loose.append(line)
            continue
        inside_block = -1
        if draw(st.integers(0, 3)) == 0:
            loose.append(
                " " * draw(st.integers(0, indent)) + draw(st.sampled_from(["# aside", "", "#!"]))
            )
        if re.search(r": \|-$", line):
            inside_block = len(re.match(r"[ -]*", line)[0])  # type: ignore[index]
            loose.append(line)
        elif (found := re.match(r"( *)((?:- )?)([a-z]+): [^\[{]", line)) and draw(st.booleans()):
            # The value on a line of its own, a comment behind the word.
            head = line[: found.end(3) + 1]
            pad = " " * (len(found[1]) + len(found[2]) + 1)
            loose += [
                head + draw(st.sampled_from(["", "  # of the word"])),
                pad + line[found.end() - 1 :],
            ]
        else:
            loose.append(line + draw(st.sampled_from(["", "", "   ", "  # why"])))
    factor = draw(st.sampled_from([1, 2]))
    text = "\n".join(_widened(line, factor) for line in loose) + "\n"
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _widened(line: str, factor: int) -> str:
    """The line with every level of its indent `factor` times as wide."""
    indent = len(line) - len(line.lstrip(" "))
    body = line[indent:]
    if factor == 2:
        body = re.sub(r"^((?:- )+)", lambda dashes: dashes[1].replace("- ", "-   "), body)
    return " " * (indent * factor) + body


@given(loose_texts())
def test_layout_keeps_the_meaning_the_comments_and_itself(text: str) -> None:
    before = argmap.loads(text)
    assert before.map is not None
    laid = layout(before.tree)
    after = argmap.loads(laid)
    assert after.map == before.map
    assert [c.text for c in comments(after.tree)] == [c.text for c in comments(before.tree)]
    assert layout(parse(Source("again", laid))) == laid
    assert ("\r\n" in laid) is ("\r\n" in text)


@given(argument_maps())
def test_the_writer_writes_the_canonical_layout(map: ArgumentMap) -> None:
    text = write(map)
    assert layout(parse(Source("written", text))) == text


@given(loose_texts())
def test_pinning_only_inserts_and_keeps_the_meaning(text: str) -> None:
    before = argmap.loads(text)
    pinned = pin_ids(before)
    after = argmap.loads(pinned)
    assert after.map == before.map
    rest = iter(pinned)
    assert all(char in rest for char in text)  # a subsequence: nothing was taken away
    assert pin_ids(after) == pinned
