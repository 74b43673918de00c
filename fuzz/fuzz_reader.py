"""The fuzz target: ``python -m fuzz.fuzz_reader [options of libFuzzer]``."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["argmap"]):
    from tests.annotation import laws as of_layers
    from tests.laws import hold_for_bytes

from tests.annotation.hostile import OWN_PIECES
from tests.hostile import PIECES

ROOT = Path(__file__).parent.parent


def main() -> None:
    corpus = ROOT / "fuzz" / "corpus"
    corpus.mkdir(exist_ok=True)
    ready = ROOT / "src" / "argmap" / "annotation" / "ready"
    seeds = [str(ROOT / "maps"), str(ROOT / "tests" / "cases"), str(ready)]
    with tempfile.NamedTemporaryFile("w", suffix=".dict", encoding="ascii") as words:
        pieces = dict.fromkeys([*PIECES, *OWN_PIECES])
        words.writelines(f"{_entry(piece)}\n" for piece in pieces if piece != "\ud800")
        words.flush()
        options = ["-max_len=4096", "-timeout=10", f"-dict={words.name}", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, str(corpus), *seeds], _hold)
        atheris.Fuzz()


def _hold(data: bytes) -> None:
    """Holds the laws for a text read as a map, as a layer and as a codebook."""
    hold_for_bytes(data)
    of_layers.hold_for_bytes(data)


def _entry(piece: str) -> str:
    """A text as a line of a dictionary, what is not plain ASCII escaped."""
    kept = set(range(32, 127)) - set(b'"\\')
    escaped = "".join(chr(byte) if byte in kept else f"\\x{byte:02x}" for byte in piece.encode())
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
