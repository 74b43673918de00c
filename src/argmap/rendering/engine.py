"""Runs Graphviz in a child process and waits for it, but not for ever."""

import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from argmap.rendering import worker
from argmap.rendering.errors import RenderError

#: The engine that takes the places as they are (neato -n2).
ENGINE = "nop2"


def draw(dot: str, timeout: float) -> str:
    """`dot`, in which everything has its place, as Graphviz writes SVG.

    Raises:
        RenderError: it took longer than `timeout` seconds, crashed, was refused, or there is no
            Graphviz.
    """
    folder = _libraries()
    if folder is not None:
        command = [sys.executable, "-I", "-S", worker.__file__, str(folder), ENGINE]
        result = _run(command, dot, timeout)
        if result.returncode != worker.CANNOT_LOAD:
            return _checked(result)
    try:
        return _checked(_run(["dot", f"-K{ENGINE}", "-Tsvg"], dot, timeout))
    except FileNotFoundError:
        raise RenderError(
            "Graphviz is missing: `pip install pygraphviz` brings it where there is a wheel for "
            "this machine; elsewhere install Graphviz so that the command `dot` runs"
        ) from None


@cache
def _libraries() -> Path | None:
    """The folder in which an installed pygraphviz keeps Graphviz' libraries."""
    spec = find_spec("pygraphviz")  # finds, does not import
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    for folder in (package.with_name("pygraphviz.libs"), package / ".dylibs"):
        if folder.is_dir():
            return folder
    return None


def _run(command: list[str], dot: str, timeout: float) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            command, input=dot.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise RenderError(
            f"the layout took longer than {timeout:g} s; draw less with a depth, a focus or pages, "
            "or give it more time"
        ) from None


def _checked(result: "subprocess.CompletedProcess[bytes]") -> str:
    messages = result.stderr.decode(errors="replace")
    # Graphviz returns success after some errors, such as a label that it cannot parse.
    errors = [line for line in messages.splitlines() if line.lower().startswith("error")]
    if errors:
        raise RenderError(f"Graphviz refuses the drawing: {errors[0]}")
    if result.returncode < 0:
        raise RenderError(f"Graphviz crashed (signal {-result.returncode}); draw less of the map")
    if result.returncode:
        raise RenderError(f"Graphviz failed (status {result.returncode}): {messages.strip()[:200]}")
    return result.stdout.decode()
