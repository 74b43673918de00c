"""Fonts for PNG and PDF: those that come along, those of the system where they must, and the truth.

Noto Sans and FiraGO (both under the SIL Open Font License, from the package `pymupdf-fonts`) cover
Latin, Greek, Cyrillic, Arabic, Hebrew, Thai, Georgian and Devanagari. Fonts for Chinese, Japanese
and Korean are too large to come along; for what the bundled fonts lack the system's are searched.
"""

import atexit
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import category, name

from argmap.rendering.errors import RenderError

#: Modules of `pymupdf_fonts`; each holds one font. The faces of a family cover the same scripts.
_LATIN = ("NotoSans_Regular", "NotoSans_Bold", "NotoSans_Italic", "NotoSans_BoldItalic")
_SCRIPTS = ("FiraGO_Regular", "FiraGO_Bold", "FiraGO_Italic", "FiraGO_BoldItalic")
_SYMBOLS = ("NotoSansSymbols_Regular", "NotoSansSymbols2_Regular", "NotoSansMath_Regular")

#: What is certain to be in Noto Sans: no need to look.
_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250))))
_PLAIN |= frozenset("–—‘’“”„•·…")

_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")

#: Fonts that people can install, by the first word of a character's Unicode name.
_REMEDIES = dict.fromkeys(
    ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"),
    "Noto Sans CJK",
)
_REMEDIES["EMOJI"] = "Noto Emoji"


@dataclass(frozen=True, slots=True)
class Fonts:
    """What to draw with: a folder of fonts, whether the system's are needed, what to tell."""

    folder: Path
    system: bool = False
    notes: tuple[str, ...] = ()


def fonts_for(svg: str) -> Fonts:
    """Fonts for all text in `svg`.

    Raises:
        RenderError: not one of its letters can be drawn on this machine.
    """
    text = "".join(map(unescape, _TEXT.findall(svg)))
    letters = {char for char in set(text) - _PLAIN if category(char)[0] not in "CZ"}
    missing = set(letters)
    if missing:
        for module in (_LATIN[0], _SCRIPTS[0], *_SYMBOLS):
            missing -= _characters(module)
    folder = _unpacked(frozenset((*_LATIN, *_SCRIPTS, *_SYMBOLS) if letters else _LATIN))
    lacking = set(missing)
    if missing:
        for characters in _system():
            lacking -= characters
            if not lacking:
                break
    if not lacking:
        return Fonts(folder, system=bool(missing))
    if all(char in lacking for char in text if not char.isspace() and category(char)[0] == "L"):
        raise RenderError(f"the picture would be blank: {_told(lacking)}")
    return Fonts(folder, len(lacking) < len(missing), (_told(lacking),))


def _told(lacking: set[str]) -> str:
    scripts = sorted({_script(char) for char in lacking})
    fonts = sorted({_REMEDIES.get(script, f"Noto Sans {script.title()}") for script in scripts})
    shown = " ".join(sorted(lacking)[:8])
    return (
        f"no font on this machine can draw {len(lacking)} of the characters ({shown}"
        f"{' …' if len(lacking) > 8 else ''}); install {', '.join(fonts)}, or take the SVG, which "
        "is drawn with the fonts of whoever looks at it"
    )


def _script(char: str) -> str:
    if "\U0001f000" <= char <= "\U0001faff":
        return "EMOJI"
    return name(char, "Symbols").split()[0]


@cache
def _font(module: str) -> bytes:
    """A font file. Importing one module of the package does not import the others."""
    data = import_module(f"pymupdf_fonts.{module}").fontbuffer
    assert isinstance(data, bytes)
    return data


@cache
def _characters(module: str) -> frozenset[str]:
    from io import BytesIO

    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(BytesIO(_font(module)), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _system() -> Iterator[frozenset[str]]:
    """The characters of each font of the system."""
    import typst

    seen = set()
    for font in typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts():
        if font.path is not None and (font.path, font.index) not in seen:
            seen.add((font.path, font.index))
            yield _characters_of(str(font.path), font.index)


@cache
def _characters_of(path: str, index: int) -> frozenset[str]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True, fontNumber=index) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (OSError, TTLibError, KeyError, AssertionError):
        return frozenset()  # a font that cannot be read draws nothing


@cache
def _unpacked(modules: frozenset[str]) -> Path:
    """A folder with the fonts as files, kept as long as the process lives."""
    folder = TemporaryDirectory(prefix="argmap-fonts-")
    atexit.register(folder.cleanup)
    for module in sorted(modules):
        Path(folder.name, f"{module}.ttf").write_bytes(_font(module))
    return Path(folder.name)
