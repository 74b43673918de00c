"""A class of thirty, from an empty folder to released reports, by the commands of the tutorial."""

from pathlib import Path

from tests.cli.conftest import Run

CODEBOOK = """\
codebook: 1
labels:
  acceptability: {type: scale, low: 1, high: 5, on: [claim]}
  mark: {type: scale, low: 0, high: 4, on: [layer], weight: 1}
"""
STUDENTS = [f"student{number}" for number in range(1, 31)]


def test_from_an_empty_folder_to_released_reports(run: Run) -> None:
    Path("class.codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    Path("class.csv").write_text(
        "".join(f"{name},Student {name[7:]}\n" for name in STUDENTS), encoding="utf-8"
    )
    book = ("--codebook", "class.codebook.yaml")
    assert "30 layers" in run("annotate", "new", "zoo.yaml", "--class", "class.csv", *book).output
    for number, name in enumerate(STUDENTS):
        layer = f"zoo.layers/{name}.yaml"
        rating = f"acceptability={1 + number % 5}"
        for words in (
            ("add", layer, "--claim", "suffering", "--label", rating, "--body", f"Why? {number}"),
            ("submit", layer),
        ):
            assert run("annotate", *words).exit_code == 0
    assert run("annotate", "check", "zoo.yaml").exit_code == 0
    compared = run("annotate", "compare", "zoo.yaml")
    assert compared.exit_code == 0
    assert "acceptability" in compared.output
    assert len(compared.output.splitlines()) < 100  # to be read, and not to be scrolled through

    assert run(
        "annotate", "new", "zoo.yaml", "--annotator", "adler", "--role", "teacher", *book
    ).exit_code == 0  # fmt: skip
    for name in STUDENTS:
        said = ("--work", name, "--label", "mark=3", "--body", f"Well done, {name}.")
        assert run("annotate", "add", "zoo.layers/adler.yaml", *said).exit_code == 0
    decided = run(
        "annotate", "adjudicate", "zoo.yaml", "--annotator", "verdict",
        "--decide", "a1:acceptability=4",
    )  # fmt: skip
    assert decided.exit_code == 0, decided.output

    reports = ("annotate", "report", "zoo.yaml", "--by", "student", "--format", "html")
    assert run(*reports, "-o", "before").exit_code == 0
    assert run("annotate", "release", "zoo.layers/adler.yaml").exit_code == 0
    assert run(*reports, "-o", "after").exit_code == 0
    for name in STUDENTS:
        hidden = Path(f"before/{name}.html").read_text(encoding="utf-8")
        shown = Path(f"after/{name}.html").read_text(encoding="utf-8")
        assert "Well done" not in hidden
        assert "75.0" not in hidden
        assert f"Well done, {name}." in shown
        assert "75.0" in shown
        assert shown.count("Well done") == 1  # and nobody else's
