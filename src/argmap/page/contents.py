"""All that a page holds: the map, and what is asked for beside it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.model import ArgumentMap
from argmap.page.data import Data, as_data

if TYPE_CHECKING:
    from argmap.annotation.studies import Study
    from argmap.texts import SourceText


def contents(
    map: ArgumentMap,
    study: "Study | None" = None,
    heat: str = "",
    texts: "Mapping[str, SourceText] | None" = None,
) -> Data:
    """A map for the page, with the threads of a study of it and the texts of sources by their id.

    Args:
        heat: what claims are tinted by, see `argmap.annotation.overlay`.

    Raises:
        argmap.annotation.tallies.HeatError: nothing can be tinted by `heat`.
    """
    data = as_data(map)
    if study is not None:
        from argmap.page.talk import talk

        data["talk"] = talk(study, texts)
        if heat:
            data["heat"] = _heat(study, heat)
    if texts:
        from argmap.page.reading import texts as for_reading

        data["texts"] = for_reading(map, texts)
    return data


def _heat(study: "Study", by: str) -> dict[str, Any]:
    from argmap.annotation.marking import overlay

    found = overlay(study, by)
    name, cold, hot = found.heat or (by, "", "")
    at = {id: mark.level for id, mark in found.marks.items() if mark.level is not None}
    return {"name": name, "cold": cold, "hot": hot, "at": at}
