"""The laws of diff, patch and merge, held by the commands themselves; files made to harm."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from argmap.diff import diff
from argmap.diff.json_form import as_data
from argmap.yaml.rewriting import means
from argmap.yaml.writer import write
from tests.cli.conftest import ZOO, Run
from tests.diff.maps import versions
from tests.reading import map_of
from tests.yaml.test_hostile import MANY, REFUSED

#: Each example is several commands.
few = settings(
    max_examples=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def put(name: str, text: str | bytes) -> str:
    """Writes a file; gives its name."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    Path(name).write_bytes(data)
    return name


def text_of(name: str) -> str:
    return Path(name).read_bytes().decode()


def same(one: str, other: str) -> bool:
    """Whether two texts mean the same map, in any order of sources and people. Steps may have
    other ids: of those that readers derive, a text need not have the very same."""
    left, right = (
        replace(
            map,
            sources=tuple(sorted(map.sources, key=lambda source: source.id)),
            people=tuple(sorted(map.people, key=lambda person: person.id)),
        )
        for map in (map_of(one), map_of(other))
    )
    return means(left, right, right.argument.keys())


@given(versions())
@few
def test_a_map_patched_with_the_diff_is_the_other_map(run: Run, pair: tuple[Any, Any]) -> None:
    a, b = (put(f"{name}.yaml", write(map)) for name, map in zip("ab", pair, strict=True))
    told = run("diff", a, b, "--format", "json")
    assert told.exit_code == 0
    put("d.json", told.stdout_bytes)
    printed = run("patch", a, "d.json", "-o", "-")
    assert printed.exit_code == 0
    assert run("patch", "-", "d.json", input=text_of(a)).stdout == printed.stdout
    assert run("patch", a, "-", "-o", "c.yaml", input=told.stdout_bytes).exit_code == 0
    assert text_of("c.yaml") == printed.stdout
    assert same(text_of("c.yaml"), text_of(b))
    nothing = run("diff", "c.yaml", "c.yaml", "--exit-code")
    assert (nothing.exit_code, nothing.stdout) == (0, "nothing was changed in the argument\n")


@given(versions())
@few
def test_a_side_that_changed_nothing_changes_nothing(run: Run, pair: tuple[Any, Any]) -> None:
    x, a = (put(f"{name}.yaml", write(map)) for name, map in zip("xa", pair, strict=True))
    for sides, result in (((x, a, x), a), ((x, a, a), a), ((x, x, x), x)):
        merged = run("merge", *sides, "-o", "out.yaml")
        assert merged.exit_code == bool(map_of(text_of(result)).conflicts)
        assert text_of("out.yaml") == text_of(result)
    run("merge", x, x, a, "-o", "out.yaml")
    assert same(text_of("out.yaml"), text_of(a))


@given(versions())
@few
def test_standard_input_is_as_good_as_a_file(run: Run, pair: tuple[Any, Any]) -> None:
    a, b = (put(f"{name}.yaml", write(map)) for name, map in zip("ab", pair, strict=True))
    whole = run("diff", a, b).stdout
    assert run("diff", "-", b, input=text_of(a)).stdout == whole
    assert run("diff", a, "-", input=text_of(b)).stdout == whole


CONFLICTED = (
    ZOO
    + "conflicts:\n  - conflict: changed\n    about: suffering\n    word: weight\n    theirs: '0.5'\n"
)
HOSTILE: dict[str, str | bytes] = {
    # The reader's own tests have all of these.
    **{f"refused: {name}": text for name, (text, _) in [*REFUSED.items()][::5]},
    "binary": bytes(range(256)) * 100, "UTF-32": ZOO.encode("utf-32"),
    "a huge text": ZOO.replace("rare species", "rare species " * 400_000),
    "a huge text of one word": ZOO.replace("rare", "r" * 5_000_000),
    "conflicts already": CONFLICTED, "nothing in common": "claim: Bread is good\nreasons: It smells\n",
    "a conflict about nothing": CONFLICTED.replace("about: suffering", "about: gone"),
    "conflicts of no kind": CONFLICTED.replace("conflict: changed", "conflict: war"),
    "half a merge": f"<<<<<<< ours\n{ZOO}=======\nclaim: x\n>>>>>>> theirs\n",
    "many claims of one text": "claim: x\nreasons:\n" + "  - y\n" * 3000,
    "a layer": "layer: of a map\nannotations: []\n", "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
}  # fmt: skip

NEW = ZOO.replace("Animals suffer", "Animals do not suffer")
EDITS = json.dumps(as_data(diff(map_of(ZOO), map_of(NEW))))

#: Every place that a file can have on a command line; the file is `hostile`.
PLACES = (
    "diff hostile zoo", "diff zoo hostile", "patch hostile d.json -o -", "patch zoo hostile -o -",
    "merge hostile zoo new", "merge zoo hostile new", "merge zoo new hostile", "resolve hostile",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_in_every_place(run: Run, name: str, place: str) -> None:
    put("zoo", ZOO)
    put("new", NEW)
    put("d.json", EDITS)
    put("hostile", HOSTILE[name])
    result = run(*place.split())
    assert result.exit_code in (0, 1, 2)
    assert result.stdout or result.stderr
    assert "\x1b" not in result.output
    if result.exit_code == 2:
        assert result.stdout == ""
    if name.startswith("refused"):
        assert result.exit_code
    assert (text_of("zoo"), text_of("new")) == (ZOO, NEW)


#: What stands in a diff where something else should.
ODD: list[Any] = [
    None, True, 0, -1, 1.5, 10**400, float("nan"), "", " ", "x", "\n", "\0", "\x1b[31m", "\ud800", "a b",
    [], [[]], [None], ["x", "x"], {}, {"x": 1}, {"id": "x"}, {"id": "x", "text": "t"}, [{"source": "s"}],
    "for", "claim", "source", "map", "text", "premises", "id", "place", "theses", "order for", "added",
]  # fmt: skip


@given(versions(), st.randoms(use_true_random=False))
@settings(few, max_examples=40)
def test_a_damaged_diff_is_refused_or_makes_a_map(
    run: Run, pair: tuple[Any, Any], random: Random
) -> None:
    a, b = (put(f"{name}.yaml", write(map)) for name, map in zip("ab", pair, strict=True))
    whole = run("diff", a, b, "--format", "json").stdout
    for _ in range(5):
        data = json.loads(whole)
        inside = list(_insides(data))
        for _ in range(random.randint(1, 2)):
            holder, key = random.choice(inside)
            if isinstance(holder, dict) or key < len(holder):
                holder[key] = random.choice(ODD)
        put("d.json", json.dumps(data))
        result = run("patch", a, "d.json", "-o", "-")
        assert result.exit_code in (0, 1, 2)
        if result.exit_code == 0:
            assert map_of(result.stdout)
        else:
            assert (result.stdout, bool(result.stderr)) == ("", True)
            assert "\x1b" not in result.stderr


def _insides(data: Any) -> Any:
    """Every place in JSON data: what holds it, and the key or the number there."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, key
        if isinstance(value, dict | list):
            yield from _insides(value)


def test_deep_and_long_diffs_are_refused(run: Run) -> None:
    for text in ("[" * MANY, '{"argmap-diff": ' * MANY, '{"argmap-diff": 1, "edits": [' + "[" * 900 + "]" * 902 + "}",
                 '{"argmap-diff": 1, "edits": [' + "{}," * MANY + "{}]}", '{"argmap-diff": NaN, "edits": []}'):  # fmt: skip
        result = run("patch", "zoo.yaml", "-", input=text)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr) < 500
