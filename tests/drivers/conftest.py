"""Workshops: see `workshop`."""

from pathlib import Path

import pytest

from tests.drivers.workshop import LIST, OURS, THEIRS, ZOO, Workshop, argmap, copied, environment


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A map on `main`, edited there and on `side`; git installed for `maps/` and `odd names/`."""
    root = tmp_path_factory.mktemp("workshop")
    made = Workshop(root / "work", environment(root))
    made.folder.mkdir()
    made.git("init", "-q", "-b", "main", ".")
    made.git("config", "core.autocrlf", "false")
    argmap(made.folder, made.environment, "git", "install", "--pattern", "maps/**/*.yaml",
           "--pattern", "odd names/*.yaml", "--textconv")  # fmt: skip
    made.commit({"maps/zoo.yaml": ZOO}, "the zoo")
    made.branch("side", {"maps/zoo.yaml": THEIRS})
    made.commit({"maps/zoo.yaml": OURS}, "on main")
    return made


@pytest.fixture
def workshop(template: Workshop, tmp_path: Path) -> Workshop:
    return copied(template, tmp_path / "our work")


ODD = {
    "maps/zoo.yaml": (ZOO, OURS, THEIRS),
    "odd names/-zoo '動物園' %A $(x).yaml": (ZOO, OURS, THEIRS),
    "maps/crlf.yaml": tuple(text.replace("\n", "\r\n") for text in (ZOO, OURS, THEIRS)),
    "maps/marked.yaml": tuple("\ufeff" + text for text in (ZOO, OURS, THEIRS)),
    "maps/list.yaml": (LIST, LIST.replace("one", "1"), LIST.replace("three", "3")),
    "maps/clash.yaml": (LIST, LIST.replace("one", "1"), LIST.replace("one", "eins")),
    "maps/faulty.yaml": (ZOO, OURS, THEIRS.replace("reasons", "reason")),
    "maps/binary.yaml": (ZOO, OURS, b"\x00\xff\xfe"),
}
"""Files by their names: the common version, ours and theirs."""


@pytest.fixture(scope="module")
def merged(template: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The workshop after a merge of every file of `ODD`."""
    found = copied(template, tmp_path_factory.mktemp("merged") / "work")
    sides = [{name: texts[at] for name, texts in ODD.items()} for at in range(3)]
    found.git("checkout", "-q", "--orphan", "odd")
    found.commit(sides[0])
    found.branch("theirs", sides[2])
    found.commit(sides[1])
    found.outcome = found.run("merge", "-q", "theirs")
    return found
