"""The benchmark of layers does its work; its figures are for the machine that asks."""

import pytest

from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.checks.checking import check
from argmap.annotation.studies import study
from argmap.diagnostics import Severity
from argmap.yaml.files import loads
from benchmarks.annotation import VERSIONS, main
from benchmarks.argument import argue
from benchmarks.layers import make_class
from benchmarks.writers import as_yaml


def test_a_class_is_the_same_each_time_and_free_of_errors() -> None:
    document = loads(as_yaml(argue(40, "graph", 1)), "map.yaml")
    layers = make_class(document, 3, 20, 7)
    assert [one.source for one in layers] == [one.source for one in make_class(document, 3, 20, 7)]
    for found in check(Ground(study(document, layers))):
        assert Severity.ERROR not in {fault.severity for fault in found.diagnostics}
    assert [len(one.value.annotations) for one in layers if one.value] == [20] * 3


def test_every_task_has_a_figure_and_its_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--claims", "30", "--layers", "3", "--annotations", "8", "--runs", "1"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert any(f"git, {VERSIONS} versions" in row for row in rows)
    assert all(" x" in row for row in rows[2:])
