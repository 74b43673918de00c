"""A map with layers beside it: two students who disagree, and their teacher."""

from pathlib import Path

LAYERS = {
    "maya": """\
layer: 1
map: ../zoo.yaml
annotator: maya
name: Maya K.
status: submitted
codebook: quality@1.0
annotations:
  - id: a1
    target: suffering
    motivation: assessing
    labels: {clarity: 4, acceptability: 3}
  - id: a2
    target: {claim: suffering, quote: Animals}
    motivation: questioning
    body: All of them?
""",
    "leo": """\
layer: 1
map: ../zoo.yaml
annotator: leo
status: submitted
codebook: quality@1.0
annotations:
  - id: a1
    target: suffering
    motivation: assessing
    labels: {clarity: 1, acceptability: 3}
  - id: a2
    target: {annotation: maya/a2}
    motivation: replying
    body: Most of them.
""",
    "jo": """\
layer: 1
map: ../zoo.yaml
annotator: jo
role: teacher
codebook: marks.yaml
annotations:
  - id: a1
    target: {annotation: maya/a2}
    motivation: replying
    body: A good question.  # says jo
    labels: {insight: 9}
""",
}
MARKS = (
    "codebook: 1\nlabels:\n  insight: {type: scale, low: 0, high: 10, weight: 1, on: annotation}\n"
)


def school() -> None:
    """Writes the layers beside `zoo.yaml` in the current folder."""
    Path("zoo.layers").mkdir()
    Path("zoo.layers/marks.yaml").write_text(MARKS, encoding="utf-8")
    for name, text in LAYERS.items():
        Path(f"zoo.layers/{name}.yaml").write_text(text, encoding="utf-8")
