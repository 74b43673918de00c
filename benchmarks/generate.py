"""Writes a made-up map: ``python -m benchmarks.generate --claims 1000 --shape graph``."""

import argparse
import sys

from benchmarks.argument import Argument, Shape, argue
from benchmarks.writers import as_argdown, as_yaml, nodes_and_edges

__all__ = ["Argument", "Shape", "argue", "as_argdown", "as_yaml", "main", "nodes_and_edges"]

FORMS = {"yaml": as_yaml, "argdown": as_argdown}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("--claims", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--shape", choices=("tree", "graph"), default="tree")
    parser.add_argument("--seed", type=int, default=1, help="a seed always gives the same map")
    parser.add_argument("--form", choices=tuple(FORMS), default="yaml")
    asked = parser.parse_args(arguments)
    if asked.claims < 1:
        parser.error("--claims: a map has at least one claim")
    sys.stdout.write(FORMS[asked.form](argue(asked.claims, asked.shape, asked.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
