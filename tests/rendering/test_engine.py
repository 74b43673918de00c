import subprocess
import sys
from pathlib import Path

import pytest

from argmap.rendering import Options, RenderError, engine, render, worker
from argmap.rendering.engine import draw
from tests.rendering.maps import levels, line_of_claims, zoo

GRAPH = 'digraph { a [pos="0,0" label="A"]; b [pos="0,72"]; a -> b [pos="0,18 0,30 0,40 0,54"] }'


def test_the_libraries_of_the_wheel_draw() -> None:
    assert engine._libraries() is not None
    assert "</svg>" in draw(GRAPH, 30)


def test_the_worker_imports_nothing_of_the_package() -> None:
    code = (
        f"import runpy, sys\nrunpy.run_path({worker.__file__!r}, run_name='x')\n"
        "print({'argmap', 'site', 'pathlib'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "set()"


def test_broken_dot_is_refused() -> None:
    with pytest.raises(RenderError, match=r"Graphviz refuses the drawing: Error: .*syntax error"):
        draw("digraph { a -> ", 30)


def test_a_label_that_cannot_be_read_is_refused_although_graphviz_goes_on() -> None:
    with pytest.raises(RenderError, match="Graphviz refuses the drawing"):
        draw('digraph { a [pos="0,0" label=<<TABLE><TR></TABLE>>] }', 30)


def test_a_layout_without_end_is_ended() -> None:
    with pytest.raises(RenderError, match=r"took longer than 0.001 s; draw less"):
        render(levels(400), "svg", Options(timeout=0.001))


def test_a_crash_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    crash = tmp_path / "worker.py"
    crash.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(worker, "__file__", str(crash))
    with pytest.raises(RenderError, match=r"Graphviz (crashed|failed)"):
        draw(GRAPH, 30)


def test_without_libraries_and_without_dot_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "_libraries", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="pip install pygraphviz"):
        draw(GRAPH, 30)


def test_libraries_that_do_not_load_are_as_good_as_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "_libraries", lambda: tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="Graphviz is missing"):
        draw(GRAPH, 30)


def test_a_dot_of_the_system_is_used_instead(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "_libraries", lambda: None)
    command = tmp_path / "dot"
    command.write_text(
        f"#!{sys.executable}\nimport sys\nprint(sys.argv[1:], len(sys.stdin.read()))\n"
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draw(GRAPH, 30).startswith("['-Knop2', '-Tsvg']")


def test_a_deep_map_is_drawn() -> None:
    assert render(line_of_claims(3000), "svg", Options(all=True)).data.endswith(b"</svg>\n")


def test_two_runs_give_the_same_bytes() -> None:
    assert render(zoo()).data == render(zoo()).data
