"""What holds for any operation on any map."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.editing import RefusedError, apply, written
from argmap.editing.operations import Remove
from argmap.editing.undoing import undone
from argmap.model import ArgumentMap
from argmap.model.outline import in_reading_order
from argmap.yaml.files import load, loads
from argmap.yaml.writer import write
from tests.editing.operating import operations
from tests.strategies import argument_maps
from tests.yaml.kept_comments import lost_comments
from tests.yaml.test_laws import loose_texts

MAPS = sorted(Path("maps").glob("*.yaml"))


@given(st.data())
def test_the_map_stays_one_that_is_read_as_it_is_written(data: st.DataObject) -> None:
    map = in_reading_order(data.draw(argument_maps()))
    for _ in range(3):
        with suppress(RefusedError):
            map = apply(map, data.draw(operations(map))).map
        assert loads(write(map)).map == in_reading_order(map)


@given(st.data())
def test_in_the_text_of_anybody_comments_stay_and_undo_gives_it_back(data: st.DataObject) -> None:
    document = loads(data.draw(loose_texts()))
    assert document.map is not None
    for _ in range(2):
        operation = data.draw(operations(document.map))
        try:
            result = written(document, operation)
        except RefusedError:
            continue
        new = result.document.map
        assert new is not None
        kept: ArgumentMap = apply(document.map, operation).map
        assert lost_comments(document, kept, result.document) == []
        assert result.id in new.claim or result.id in new.argument or isinstance(operation, Remove)
        names = {id: id for part in document.map.parts if (id := part.id)} | {**result.renamed}
        for old, id in names.items():
            if old in kept.claim or old in result.renamed:
                assert id in new.claim or id in new.argument
        back = undone(result.document, result.document.source.text, document.source.text)
        assert back is not None
        assert back.source.text == document.source.text
        document = result.document
        assert document.map is not None


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
@settings(max_examples=12)
@given(data=st.data())
def test_in_the_maps_that_we_have(path: Path, data: st.DataObject) -> None:
    document = load(path)
    assert document.map is not None
    operation = data.draw(operations(document.map))
    try:
        result = written(document, operation)
    except RefusedError:
        return
    assert lost_comments(document, apply(document.map, operation).map, result.document) == []
