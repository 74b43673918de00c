"""`argmap render --format html` as a user runs it."""

from pathlib import Path

import pytest

from tests.cli.annotate.test_exchange import MAYA, TOM
from tests.cli.conftest import Run
from tests.page.opened import Opened, opened

TEACHER = (
    "layer: 1\nmap: ../zoo.yaml\nannotator: may\nrole: teacher\ncodebook: quality\nannotations:\n"
    "  - id: t1\n    target: suffering\n    body: SECRET\n    labels: {clarity: 2}\n"
)
CITING = (
    "claim: The zoo should close\ncites: {source: news, quote: They pine}\n"
    "sources: {news: {title: The news, file: news.txt}}\n"
)


def written(path: str = "output/zoo.html") -> Opened:
    return opened(Path(path).read_text(encoding="utf-8"))


def test_a_page_is_written_beside_pictures(run: Run) -> None:
    found = run("render", "zoo.yaml", "--format", "html,svg")
    assert found.exit_code == 0
    assert {*found.stdout.split()} == {"output/zoo.html", "output/zoo.svg"}
    texts = [claim["text"] for claim in written().data["claims"].values()]
    assert texts == [
        "The zoo should close",
        "Animals suffer in the zoo",
        "The zoo breeds rare species",
    ]


def test_a_page_goes_to_standard_output(run: Run) -> None:
    found = run("render", "zoo.yaml", "--format", "html", "-o", "-")
    assert found.exit_code == 0
    assert opened(found.stdout).data["heading"] == "The zoo should close"


def test_a_map_with_errors_gives_faults_and_no_page(run: Run) -> None:
    found = run("render", "faulty.yaml", "--format", "html")
    assert found.exit_code == 1
    assert "unknown-word" in found.stderr
    assert not Path("output/faulty.html").exists()
    several = run("render", ".", "--format", "html")
    assert several.exit_code == 1
    assert Path("output/zoo.html").exists()


def test_layers_are_threads(run: Run) -> None:
    Path("zoo.layers").mkdir()
    for name, text in (("maya", MAYA), ("tom", TOM), ("may", TEACHER)):
        Path(f"zoo.layers/{name}.yaml").write_text(text, encoding="utf-8")
    assert run("render", "zoo.yaml", "--format", "html", "--layers", "zoo.yaml").exit_code == 0
    assert {one["id"] for one in written().data["talk"]["annotators"]} == {"maya", "tom", "may"}
    heat = ("--layers", "zoo.yaml", "--heat", "clarity")
    assert run("render", "zoo.yaml", "--format", "html", *heat).exit_code == 0
    assert written().data["heat"]["name"] == "clarity"
    assert "SECRET" in Path("output/zoo.html").read_text(encoding="utf-8")
    hers = ("--layers", "zoo.yaml", "--for", "maya")
    assert run("render", "zoo.yaml", "--format", "html", *hers).exit_code == 0
    assert "SECRET" not in Path("output/zoo.html").read_text(encoding="utf-8")
    found = run("render", "zoo.yaml", "--format", "html", "--layers", "zoo.yaml", "--heat", "nose")
    assert found.exit_code == 2
    assert "nose" in found.stderr


def test_a_text_is_on_the_page_only_if_it_is_named(run: Run) -> None:
    Path("cites.yaml").write_text(CITING, encoding="utf-8")
    Path("news.txt").write_text("Look at them. They pine.\n", encoding="utf-8")
    assert run("render", "cites.yaml", "--format", "html").exit_code == 0
    assert "texts" not in written("output/cites.html").data
    found = run("render", "cites.yaml", "--format", "html", "--source", "news=news.txt")
    assert found.exit_code == 0
    news = written("output/cites.html").data["texts"]["news"]
    assert news["blocks"] == [{"start": 0, "text": "Look at them. They pine."}]
    assert news["quotes"][0]["parts"] == ["the-zoo-should-close"]
    assert news["uncited"] == [[0, 13]]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("zoo.yaml", "--source", "news=news.txt"), "--format html"),
        (("zoo.yaml", "warned.yaml", "--format", "html", "--source", "a=b"), "one map"),
        (("zoo.yaml", "--format", "html", "--source", "nosuch=zoo.yaml"), "nosuch"),
        (("cites.yaml", "--format", "html", "--source", "news=nowhere.txt"), "nowhere.txt"),
        (("zoo.yaml", "--format", "html", "--depth", "2"), "--depth"),
        (("zoo.yaml", "--format", "html", "--pages"), "--pages"),
        (("zoo.yaml", "--format", "html", "--theme", "beige"), "beige"),
        (("zoo.yaml", "--format", "htm"), "html"),
    ],
)
def test_wrong_use_is_told(run: Run, options: tuple[str, ...], told: str) -> None:
    Path("cites.yaml").write_text(CITING, encoding="utf-8")
    found = run("render", *options)
    assert found.exit_code == 2
    assert told in found.stderr
    assert not list(Path().glob("output/*.html"))


def test_a_theme_that_is_asked_for_holds_by_day_and_by_night(run: Run) -> None:
    assert run("render", "zoo.yaml", "--format", "html", "--theme", "dark").exit_code == 0
    light, dark, *_ = written().the("style").text.splitlines()
    assert "--page: #14171d" in light
    assert "--page: #14171d" in dark


def test_a_diff_is_a_page(run: Run) -> None:
    new = (
        Path("zoo.yaml")
        .read_text(encoding="utf-8")
        .replace("Animals suffer", "Animals suffer much")
    )
    Path("new.yaml").write_text(new, encoding="utf-8")
    found = run("diff", "zoo.yaml", "new.yaml", "--format", "html", "-o", "changes.html")
    assert found.exit_code == 0
    changes = written("changes.html").data["changes"]
    assert (changes["old"], changes["new"]) == ("zoo.yaml", "new.yaml")
    assert [(edit["kind"], edit["id"]) for edit in changes["edits"]] == [("reworded", "suffering")]
    printed = run("diff", "zoo.yaml", "new.yaml", "--format", "html", "--exit-code")
    assert printed.exit_code == 1
    assert opened(printed.stdout).data == written("changes.html").data


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("zoo.yaml", "warned.yaml", "--all"), "--all"),
        (("zoo.yaml", "warned.yaml", "--focus", "suffering"), "--focus"),
        (("zoo.yaml", "warned.yaml", "--theme", "beige"), "beige"),
        (("zoo.yaml", "warned.yaml", "-o", "zoo.yaml"), "one of the versions"),
        ((".", "."), "two maps"),
    ],
)
def test_wrong_use_of_a_diff_is_told(run: Run, options: tuple[str, ...], told: str) -> None:
    Path("faulty.yaml").unlink()
    found = run("diff", *options, "--format", "html")
    assert found.exit_code == 2
    assert told in found.stderr
