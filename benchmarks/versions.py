"""Writes versions of a made-up map: ``python -m benchmarks.versions FOLDER --claims 1000``.

`old.yaml` and `new.yaml`: a fifth of the claims touched, all ids fresh; both also as JSON, and
the edits between them as `edits.json`.
`base.yaml`, `ours.yaml` and `theirs.yaml`: a tenth touched on each side, ids stable.
"""

import argparse
import json
import sys
from pathlib import Path

from argmap.diff import diff, json_form
from argmap.views.flat import as_json
from argmap.yaml.files import load
from argmap.yaml.writer import write
from benchmarks.argument import argue
from benchmarks.matching import map_of
from benchmarks.rewrites import rewrite
from benchmarks.writers import as_yaml


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.versions", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="a seed always gives the same maps")
    asked = parser.parse_args(arguments)
    map = map_of(as_yaml(argue(asked.claims, "graph", asked.seed)))
    fresh = rewrite(map, 0.2, asked.seed, "fresh")
    ours, theirs = (rewrite(map, 0.1, asked.seed + side, "stable") for side in (1, 2))
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name, version in (
        ("old", fresh.old), ("new", fresh.new),
        ("base", ours.old), ("ours", ours.new), ("theirs", theirs.new),
    ):  # fmt: skip
        text = write(version)
        (asked.folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    old, new = (load(asked.folder / f"{name}.yaml").map for name in ("old", "new"))
    assert old is not None
    assert new is not None
    edits = json.dumps(json_form.as_data(diff(old, new)))
    for name, data in (("old", as_json(old)), ("new", as_json(new)), ("edits", edits)):
        (asked.folder / f"{name}.json").write_text(data, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
