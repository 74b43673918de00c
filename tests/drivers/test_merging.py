"""Three files merged for git, whatever they hold."""

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.drivers.merging import merged
from argmap.drivers.reading import LeftToGitError
from argmap.drivers.showing import difference, outline
from argmap.merge import merge
from argmap.model import ArgumentMap
from argmap.yaml.rewriting import means
from argmap.yaml.writer import write
from tests.cli.conftest import ZOO
from tests.hostile import map_texts
from tests.merge.editing import versions
from tests.reading import map_of

NAMES = ("base", "ours", "theirs")


def paths(folder: Path, *contents: bytes) -> list[Path]:
    for name, data in zip(NAMES, contents, strict=True):
        (folder / name).write_bytes(data)
    return [folder / name for name in NAMES]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions())
def test_the_result_means_what_merging_the_maps_means(
    tmp_path: Path, three: tuple[ArgumentMap, ArgumentMap, ArgumentMap]
) -> None:
    texts = [write(map).encode() for map in three]
    base, ours, theirs = map(map_of, texts)
    expected = merge(base, ours, theirs)
    found = merged(*paths(tmp_path, *texts))
    assert found.conflicts == len(expected.conflicts)
    free = {argument.id for argument in expected.map.arguments}
    assert means(map_of(found.data), expected.map, free)


ANY = st.binary(max_size=30) | map_texts().map(lambda text: text.encode(errors="surrogatepass"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY, st.integers(0, 2))
def test_any_file_is_merged_or_left_to_git(tmp_path: Path, data: bytes, side: int) -> None:
    contents = [ZOO.encode()] * 3
    contents[side] = data
    with suppress(LeftToGitError):
        assert map_of(merged(*paths(tmp_path, *contents)).data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY)
def test_any_file_is_shown_or_left_to_git(tmp_path: Path, data: bytes) -> None:
    _, old, new = map(str, paths(tmp_path, b"", ZOO.encode(), data))
    for sides in ((old, new), (new, old), ("/dev/null", new), (new, "/dev/null")):
        with suppress(LeftToGitError):
            assert difference(*sides)
    assert outline(data) is None or map_of(data)


def test_conflicts_from_before_are_not_those_of_this_merge(tmp_path: Path) -> None:
    layer = "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  - id: a1\n    target: harm\n    body: Why?\n"
    pending = "conflicts:\n  - {conflict: changed, about: %s, word: %s, ours: a, theirs: b}\n"
    for text, about in ((ZOO, ("close", "note")), (layer, ("a1", "body"))):
        whole = text + pending % about
        note = whole.replace(text, f"note: New\n{text}" if text == layer else f"title: New\n{ZOO}")
        found = merged(*paths(tmp_path, whole.encode(), whole.encode(), note.encode()))
        assert (found.conflicts, found.unsettled) == (0, 1)
