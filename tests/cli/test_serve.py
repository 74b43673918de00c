"""`argmap serve` from the command line: what it says, and what it refuses."""

import socket
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from argmap.cli import serve
from argmap.cli.app import app
from argmap.web import running
from argmap.web.serving import Serving

MAP = "sources:\n  report: {title: R}\nclaim: The zoo should close\n"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Serving]:
    """What would be served; nothing is."""
    found: list[Serving] = []

    def run(serving: Serving, listening: socket.socket, started: Any) -> None:
        found.append(serving)
        started()
        listening.close()

    monkeypatch.setattr(running, "run", run)
    return found


@pytest.fixture
def zoo(tmp_path: Path) -> Path:
    file = tmp_path / "zoo.yaml"
    file.write_text(MAP)
    return file


def invoke(*words: object) -> Any:
    return CliRunner().invoke(app, ["serve", *map(str, words)])


def test_it_says_where_the_page_is(zoo: Path, served: list[Serving]) -> None:
    result = invoke(zoo, "--no-open", "--port", "0")
    assert result.exit_code == 0
    assert f"{zoo} is at http://127.0.0.1:" in result.stdout
    assert (served[0].folder, served[0].one) == (zoo.parent, "zoo.yaml")


def test_it_opens_a_browser(
    zoo: Path, served: list[Serving], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(serve, "_open", opened.append)
    invoke(zoo.parent, "--port", "0")
    assert opened[0].startswith("http://127.0.0.1:")
    assert served[0].one == ""


def test_a_port_that_is_taken(
    zoo: Path, served: list[Serving], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = invoke(zoo, "--no-open", "--port", port)
        assert result.exit_code == 2
        assert f"port {port} is taken; name another" in result.stderr
        monkeypatch.setattr(serve, "PORT", port)
        result = invoke(zoo, "--no-open")
        assert result.exit_code == 0
        assert f":{port}/" not in result.stdout


def test_another_address_gets_a_key_or_a_password(zoo: Path, served: list[Serving]) -> None:
    result = invoke(zoo, "--no-open", "--port", "0", "--host", "0.0.0.0")
    assert f"/?key={served[0].key}" in result.stdout
    assert len(served[0].key) >= 20
    assert "nothing on its way is encrypted" in result.stderr
    result = invoke(zoo, "--no-open", "--port", "0", "--host", "0.0.0.0", "--password", "geheim")
    assert "key" not in result.stdout
    assert "geheim" not in result.output
    assert (served[1].key, served[1].password) == ("", "geheim")


def test_options_reach_the_server(zoo: Path, served: list[Serving]) -> None:
    (zoo.parent / "r.txt").write_text("Text")
    (zoo.parent / "notes").mkdir()
    invoke(zoo, "--no-open", "--port", 0, "--read-only", "--annotator", "maya",
           "--source", f"report={zoo.parent / 'r.txt'}", "--layers", zoo.parent / "notes")  # fmt: skip
    (asked,) = served
    assert asked.read_only
    assert asked.annotator == "maya"
    assert asked.sources == {"report": str(zoo.parent / "r.txt")}
    assert asked.layers == (str(zoo.parent / "notes"),)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.yaml"], "there is no nowhere.yaml"),
        (["-"], "a server needs a file or a folder"),
        (["zoo.yaml", "--annotator", "Maya K."], "an annotator is named by letters"),
        (["zoo.yaml", "--source", "repport=r.txt"], "did you mean `report`?"),
        (["zoo.yaml", "--source", "report=r.txt"], "there is no file r.txt"),
        (["zoo.yaml", "--layers", "none"], "there is no none"),
        (["kim.yaml"], "kim.yaml is a layer, not a map"),
        ([".", "--source", "r.txt"], "--source ID=FILE"),
        (["zoo.yaml", "--host", "203.0.113.9"], "cannot listen on 203.0.113.9"),
    ],
)
def test_wrong_use(
    zoo: Path,
    served: list[Serving],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(zoo.parent)
    Path("kim.yaml").write_text("layer: 1\nmap: zoo.yaml\nannotator: kim\n")
    result = invoke(*words, "--no-open")
    assert result.exit_code == 2
    assert message in result.stderr
    assert served == []


def test_without_the_extra_it_says_what_to_install(
    zoo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "argmap.web.running":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    result = invoke(zoo)
    assert result.exit_code == 2
    assert 'pip install "argmap[serve]"' in result.stderr
