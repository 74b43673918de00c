"""What the documentation shows is what happens: commands, maps, settings and Python are run."""

import doctest
import shlex
from itertools import count
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap import loads, project
from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.reader import read_layer
from argmap.checks import check
from argmap.cli.annotate import changing
from argmap.cli.app import app
from argmap.rendering.theme import own_theme
from argmap.yaml.files import kind
from tests.docs import repository
from tests.docs.doc_pages import WRITTEN, Block, blocks, name

WITH_EXAMPLES = [page for page in WRITTEN if blocks(page)]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder := tmp_path / "page").mkdir()
    monkeypatch.chdir(folder)
    for variable, value in repository.environment(tmp_path).items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    # The pages tell of one lesson: each remark comes a minute after the one before it.
    minutes = count()
    monkeypatch.setattr(
        changing, "now", lambda: f"2026-11-23T{9 + (at := next(minutes)) // 60:02}:{at % 60:02}:00Z"
    )


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name)
def test_every_example_of_a_page_holds(page: Path) -> None:
    """The blocks of a page run in its order and in one folder."""
    names: dict[str, object] = {}
    for block in blocks(page):
        place = f"{name(page)}:{block.line}"
        if "file" in block.orders:
            path = Path(block.orders["file"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            project._nearest.cache_clear()
        if "repository" in block.orders:
            repository.make(Path.cwd())
        if block.language == "console":
            _console(block, place)
        elif block.language == "yaml" and "fragment" not in block.orders:
            _map(block, place)
        elif block.language == "toml":
            _settings(block)
        elif block.language in ("python", "pycon"):
            _python(block, place, names)
        else:
            # Nobody runs these: lines for a shell, signs, foreign formats.
            assert block.language in ("sh", "text", "html", "json", "vim", "yaml"), place


def _console(block: Block, place: str) -> None:
    runner = CliRunner()
    shown: list[str] = []
    status = 0
    for line in block.text.splitlines():
        if not line.startswith("$ "):
            continue
        shown.append(line)
        words = shlex.split(line[2:])
        if words == ["echo", "$?"]:
            shown.append(str(status))
            continue
        if words[0] == "git":
            said, status = repository.git(Path.cwd(), *words[1:])
            shown += said.splitlines()
            continue
        assert words[0] == "argmap", f"{place}: only argmap and git run here, not {words[0]}"
        words, target = (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, "")
        result = runner.invoke(app, words[1:])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        status = result.exit_code
        if target:
            Path(target).write_text(result.stdout, encoding="utf-8")
        else:
            shown += result.output.splitlines()
    expected = [line.rstrip() for line in block.text.splitlines()]
    actual = [line.rstrip() for line in shown]
    assert _alike(expected, actual), "\n".join([f"{place}: this is what happens:", *actual])


def _alike(expected: list[str], actual: list[str]) -> bool:
    """Whether the lines are equal; `...` stands for any lines, also for none."""
    if not expected:
        return not actual
    if expected[0] == "...":
        return any(_alike(expected[1:], actual[at:]) for at in range(len(actual) + 1))
    return bool(actual) and expected[0] == actual[0] and _alike(expected[1:], actual[1:])


def _map(block: Block, place: str) -> None:
    document = loads(block.text)
    faults = check(document).diagnostics
    match kind(document.tree.root):
        case "layer":
            faults = read_layer(document.source).faults
        case "codebook":
            faults = read_codebook(document.source).faults
    found = {fault.code.name for fault in faults}
    expected = set(filter(None, block.orders.get("faults", "").split(",")))
    assert found == expected, place


def _settings(block: Block) -> None:
    path = Path("settings-of-the-page.toml")
    path.write_text(block.text, encoding="utf-8")
    settings = project.read_settings(path)
    for theme, roles in settings.themes.items():
        own_theme(theme, roles)


def _python(block: Block, place: str, names: dict[str, object]) -> None:
    if block.language == "python":
        exec(compile(block.text, place, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, place, None, block.line)
    report: list[str] = []
    doctest.DocTestRunner().run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not report, "".join(report)
