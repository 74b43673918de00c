"""The pages that the server hands out: as in a file, but scripts and styles come one by one."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from argmap.annotation.reports.html import harmless
from argmap.page.bundle import modules
from argmap.page.data import heading
from argmap.page.document import as_json
from argmap.page.theme import css
from argmap.rendering.text import right_to_left
from argmap.web.contents import live_data, page_data
from argmap.web.livemap import LiveMap

if TYPE_CHECKING:
    from jinja2 import Template

#: The modules that start the page of a map and the page of a folder.
MAP, FOLDER = "live/live.js", "live/folder.js"
#: The style that stands in no file: the colours.
THEME = "theme.css"
_FIRST, _LAST = (THEME, "page.css"), "print.css"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Static:
    """A file that pages ask for; `tag` names its content."""

    data: bytes
    type: str
    tag: str


def static() -> dict[str, Static]:
    """The files that pages ask for, by path; there are no others."""
    found = {THEME: css().encode()}
    folders = [("", files("argmap.page").joinpath("static"))]
    for before, folder in folders:
        for file in folder.iterdir():
            if file.is_dir():
                folders.append((f"{before}{file.name}/", file))
            elif file.name.endswith((".js", ".css")):
                found[before + file.name] = file.read_bytes()
    return {
        name: Static(data, _TYPES[name[name.rindex(".") :]], f'"{sha256(data).hexdigest()[:20]}"')
        for name, data in found.items()
    }


def map_page(live: LiveMap, names: list[str]) -> str:
    """The page of a map, or of one that never was good; `names` are those of the static files."""
    data = page_data(live)
    if live.good is None or live.good.map is None:
        data = as_json({"format": 1, "live": live_data(live)})
        return _page(names, MAP, data, live.name)
    title = heading(live.good.map)
    return _page(names, MAP, data, title, live.good.map.language, right_to_left(title))


def folder_page(data: dict[str, Any], names: list[str]) -> str:
    """The page of a folder's maps."""
    return _page(names, FOLDER, as_json(data), data["title"])


def _page(
    names: list[str], start: str, data: str, title: str, language: str = "", rtl: bool = False
) -> str:
    from markupsafe import Markup

    styles = [name for name in names if name.endswith(".css")]
    styles.sort(key=lambda name: (_FIRST.index(name) if name in _FIRST else 9, name == _LAST, name))
    return _template().render(
        title=harmless(title), language=harmless(language), dir="rtl" if rtl else "ltr",
        data=Markup(data), styles=styles, start=start, modules=modules(start),
    )  # fmt: skip


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.from_string(files("argmap.web").joinpath("page.html").read_text(encoding="utf-8"))
