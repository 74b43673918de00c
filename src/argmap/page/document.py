"""The page as one HTML file: its data, scripts and styles in it, nothing loaded from anywhere."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

from argmap.annotation.reports.html import harmless
from argmap.page.bundle import script, styles, text_of
from argmap.page.data import Data
from argmap.page.theme import css
from argmap.rendering.theme import Theme

if TYPE_CHECKING:
    from jinja2 import Template

#: What could end the element that the data stand in, or a line of a script; and half characters,
#: which no file can hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")


def as_html(data: Data, light: "str | Theme" = "light", dark: "str | Theme" = "dark") -> str:
    """The page of `data` (see `argmap.page.data`), in two themes; the reader's system chooses.

    A content security policy in it forbids every request and every script but its own. The same
    data are always the same page.
    """
    code, style = _in_element(script()), _in_element(css(light, dark) + styles())
    return _template().render(
        title=harmless(data["heading"]), language=harmless(data["language"]),
        dir="rtl" if data["rtl"] else "ltr", data=_markup(as_json(data)), script=_markup(code),
        styles=_markup(style), csp=policy(code, style),
    )  # fmt: skip


def as_json(data: Data) -> str:
    """The data as JSON that can stand in an element of a page."""
    text = dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def policy(code: str, style: str) -> str:
    """The content security policy of a file with this script and these styles."""
    return (
        f"default-src 'none'; script-src '{_hash(code)}'; style-src '{_hash(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _in_element(text: str) -> str:
    """A script or a style as it stands in its element.

    Raises:
        ValueError: it would end the element.
    """
    if re.search(r"</(?:script|style)|<!--|\r", text, re.I):
        raise ValueError("a script or style of the page has `</script`, `</style` or `<!--` in it")
    return text


def _markup(text: str) -> str:
    from markupsafe import Markup

    return Markup(text)


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.from_string(text_of("page.html"))
