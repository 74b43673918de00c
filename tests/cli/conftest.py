"""Commands are run as a user runs them, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from argmap import project
from argmap.cli.app import app

Run = Callable[..., Result]

ZOO = """\
claim: The zoo should close
reasons:
  - claim: Animals suffer in the zoo
    id: suffering
counterpoints:
  - The zoo breeds rare species
"""
FAULTY = "claim: The zoo should close\nreason:\n  - Animals suffer\n"
WARNED = "claim: Should the zoo close?\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `argmap ARGS`, in an empty folder with a few maps."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    project._nearest.cache_clear()
    for name, text in (("zoo", ZOO), ("faulty", FAULTY), ("warned", WARNED)):
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")

    def invoke(*args: str, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(app, list(args), input=input)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
