"""The fuzz target: ``python -m fuzz.fuzz_reader [options of libFuzzer]``."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from tests.laws import hold_for_bytes

from tests.hostile import PIECES

ROOT = Path(__file__).parent.parent


def main() -> None:
    corpus = ROOT / "fuzz" / "corpus"
    corpus.mkdir(exist_ok=True)
    seeds = [str(ROOT / "maps"), str(ROOT / "tests" / "cases")]
    with tempfile.NamedTemporaryFile("w", suffix=".dict", encoding="ascii") as words:
        words.writelines(f"{_entry(piece)}\n" for piece in PIECES if piece != "\ud800")
        words.flush()
        options = ["-max_len=4096", "-timeout=10", f"-dict={words.name}", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, str(corpus), *seeds], hold_for_bytes)
        atheris.Fuzz()


def _entry(piece: str) -> str:
    """A text as a line of a dictionary, what is not plain ASCII escaped."""
    kept = set(range(32, 127)) - set(b'"\\')
    escaped = "".join(chr(byte) if byte in kept else f"\\x{byte:02x}" for byte in piece.encode())
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
