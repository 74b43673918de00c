"""What a page is told of a map: its data, and how it stands on the server."""

from collections.abc import Mapping
from json import dumps
from typing import Any

from argmap.annotation.layers.terms import terms_of
from argmap.page.contents import contents
from argmap.page.document import as_json
from argmap.quotes import texts_of
from argmap.texts import SourceText
from argmap.web.faults import faults
from argmap.web.livemap import LiveMap
from argmap.yaml import words


def page_data(live: LiveMap) -> str:
    """The data of the page with ``live`` in it, as JSON that can stand in an element; "null" where
    the map never was good."""
    if live.good is None:
        return "null"
    text = live.once("data", (live.state.version, live.state.notes), lambda: _data(live))
    return f'{text[:-1]},"live":{as_json(live_data(live))}}}'


def _data(live: LiveMap) -> str:
    document = live.good
    assert document is not None
    assert document.map is not None
    study = live.layers.study(document)
    return as_json(contents(document.map, study, "", _texts(live)))


def _texts(live: LiveMap) -> Mapping[str, SourceText]:
    """The texts that were given; a page has no others, for they are not everybody's to hand on."""
    document, given = live.good, live.serving.sources
    assert document is not None
    assert document.map is not None
    own = {source.id: given[source.id] for source in document.map.sources if source.id in given}
    read = texts_of(document.map, str(live.path), own).read if own else {}
    return {id: text for id, text in read.items() if id in own}


def answer(live: LiveMap, told: Mapping[str, Any]) -> str:
    """The JSON of an answer with the data of the page in it."""
    rest = dumps({**told, **standing(live)}, ensure_ascii=True)
    return f'{rest[:-1]},"data":{page_data(live)}}}'


def standing(live: LiveMap) -> dict[str, Any]:
    """How a map stands: its versions, its faults, whether it can be written."""
    return {
        "map": live.name,
        "version": live.state.version,
        "current": live.state.current,
        "notes": live.state.notes,
        "gone": live.state.gone,
        "faults": faults(live),
        "writable": not live.hindrance,
        "undo": bool(live.done),
        "redo": bool(live.undone),
    }


def live_data(live: LiveMap) -> dict[str, Any]:
    """What a page on a server knows besides its map."""
    serving = live.serving
    own = live.layers.own(live.good) if live.good is not None and serving.annotator else None
    schemes = {one.scheme for one in live.good.map.arguments} if live.good and live.good.map else ()
    return {
        **standing(live),
        "why": live.hindrance,
        "token": "" if serving.read_only else serving.token,
        "annotator": "" if serving.read_only else serving.annotator,
        "folder": not serving.one,
        "labels": [_label(one) for one in terms_of(own).codebook.labels] if own else [],
        "words": {
            "kinds": [*words.KINDS],
            "bases": [*words.BASES],
            "standings": [*words.STANDINGS],
            "schemes": sorted({"explanation", *schemes} - {""}),
        },
    }


def _label(label: Any) -> dict[str, Any]:
    names = ("name", "type", "low", "high", "required", "description")
    found = {name: getattr(label, name) for name in names}
    return found | {"values": dict(label.values), "on": [*label.on]}
