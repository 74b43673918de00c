"""What paths name: a layer, a folder of layers, a map with layers beside it, anything else."""

from pathlib import Path

from argmap.annotation.opening import opened

LAYER = "layer: 1\nmap: ../zoo.yaml\nannotator: maya\n"


def test_what_paths_name_is_told_apart(tmp_path: Path) -> None:
    texts = {
        "zoo.yaml": "claim: The zoo should close\n",
        "zoo.layers/maya.yaml": LAYER,
        "zoo.layers/deep/tom.yml": LAYER,
        "zoo.layers/own.yaml": "codebook: 1\nlabels: {}\n",
        "zoo.layers/.hidden/old.yaml": LAYER,
        "lone.yaml": "claim: Nobody wrote of this\n",
        # A layer with a folder of its own name beside it is a layer all the same.
        "ann.yaml": LAYER,
        "ann.layers/other.yaml": LAYER,
        "own.yaml": "codebook: 1\nlabels: {}\n",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    names = ("zoo.yaml", "zoo.layers", "lone.yaml", "ann.yaml", "own.yaml", "absent.yaml")
    found = opened(str(tmp_path / name) for name in names)

    def short(paths: dict[str, object]) -> list[str]:
        return [Path(path).relative_to(tmp_path).as_posix() for path in paths]

    assert short({**found.layers}) == [
        "zoo.layers/deep/tom.yml", "zoo.layers/maya.yaml", "ann.yaml", "absent.yaml",
    ]  # fmt: skip
    assert short({**found.maps}) == ["zoo.yaml"]
    assert short({**found.others}) == ["lone.yaml", "own.yaml"]
