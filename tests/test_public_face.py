"""`import argmap` offers what it says, and pays for it only when it is used."""

import doctest
import subprocess
import sys
from types import ModuleType

import pytest

import argmap
import argmap.annotation


@pytest.mark.parametrize("package", [argmap, argmap.annotation], ids=lambda one: one.__name__)
def test_every_public_name_is_there(package: ModuleType) -> None:
    listed = [name for names in package._HOMES.values() for name in names]
    assert sorted(package.__all__) == sorted(listed)
    for name in package.__all__:
        assert getattr(package, name).__doc__
    assert set(package.__all__) <= set(dir(package))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lod'"):
        argmap.lod  # noqa: B018


def test_the_examples_of_the_docstring_run() -> None:
    assert doctest.testmod(argmap).failed == 0


@pytest.mark.parametrize("heavy", ["yaml", "pydantic", "graphviz", "typst", "fontTools"])
@pytest.mark.parametrize("command", [["--help"], ["render", "--help"]])
def test_help_imports_nothing_heavy(heavy: str, command: list[str]) -> None:
    code = (
        f"import sys; sys.argv = ['argmap', *{command!r}]\n"
        "from argmap.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print({heavy!r} in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "False"


def test_a_map_shows_itself_as_a_picture_in_a_notebook() -> None:
    map = argmap.loads("claim: The zoo should close\nreasons: Animals suffer").map
    assert map is not None
    assert "<svg" in map._repr_svg_()
