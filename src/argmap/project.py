"""The settings of a project: `argmap.toml` beside its maps, or in a folder above them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import did_you_mean

NAME = "argmap.toml"
_KEYS = ("ignore", "theme", "themes")

if TYPE_CHECKING:
    from argmap.rendering.theme import Theme


class SettingsError(Exception):
    """The settings of a project cannot be used; the message says which, where and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled.

    Attributes:
        ignore: names of the codes that are silenced in all its maps.
        theme: the theme to draw in, unless the command names one.
        themes: the project's own themes: name -> colours, with an optional `base`.
    """

    ignore: tuple[str, ...] = ()
    theme: str = "light"
    themes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def drawn_in(self, name: str) -> "Theme":
        """The theme of this name: the project's own, or a built-in one.

        Raises:
            SettingsError: there is none, or it cannot be read.
        """
        from argmap.rendering import RenderError
        from argmap.rendering.theme import own_theme, theme

        own = self.themes.get(name)
        try:
            return theme(name) if own is None else own_theme(name, own)
        except RenderError as error:
            raise SettingsError(str(error)) from error


def settings_for(path: str) -> Settings:
    """The settings that hold for a file: those of the nearest `argmap.toml` upward.

    Raises:
        SettingsError: the file is there and cannot be used.
    """
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - links stay links
    return _nearest(folder)


@lru_cache(maxsize=1024)
def _nearest(folder: Path) -> Settings:
    found = folder / NAME
    if found.is_file():
        return read_settings(found)
    return Settings() if folder.parent == folder else _nearest(folder.parent)


def read_settings(path: Path) -> Settings:
    """The settings in one file."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: the file is not UTF-8") from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    for key in data:
        if key not in _KEYS:
            raise SettingsError(f"{path}: `{key}` is no setting; {did_you_mean(key, _KEYS)}")
    ignore, theme, themes = (
        data.get("ignore", []),
        data.get("theme", "light"),
        data.get("themes", {}),
    )
    if not isinstance(ignore, list) or not all(isinstance(name, str) for name in ignore):
        raise SettingsError(f'{path}: `ignore` is a list of codes, such as ["too-long"]')
    if not isinstance(theme, str):
        raise SettingsError(f"{path}: `theme` is the name of a theme")
    if not isinstance(themes, dict) or not all(isinstance(own, dict) for own in themes.values()):
        raise SettingsError(f"{path}: `themes` holds tables, such as [themes.mine]")
    _check_codes(path, ignore)
    settings = Settings(tuple(ignore), theme, themes)
    for name in (theme, *themes):
        try:
            settings.drawn_in(name)
        except SettingsError as error:
            raise SettingsError(f"{path}: {error}") from error
    return settings


def _check_codes(path: Path, ignore: list[str]) -> None:
    from argmap.codes import CODES
    from argmap.diagnostics import Severity

    known = {code.name: code for code in CODES}
    for name in ignore:
        if name not in known:
            raise SettingsError(
                f"{path}: no code is called `{name}`; {did_you_mean(name, list(known))}"
            )
        if known[name].severity is Severity.ERROR:
            raise SettingsError(f"{path}: `{name}` is an error, and errors cannot be silenced")
