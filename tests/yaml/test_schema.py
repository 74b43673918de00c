"""The schema that editors use agrees with the reader."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from argmap.diagnostics import Code
from argmap.views.codes import split
from argmap.yaml import shape_codes
from argmap.yaml.schema import schema

ROOT = Path(__file__).parents[2]
CLEAN = [*(ROOT / "maps").glob("*.yaml"), *(ROOT / "src/argmap/templates").glob("*.yaml")]

#: What a schema cannot or should not refuse: other lists of words, ids and links are fine in JSON.
BEYOND = {"outside-folder", "unknown-version", "unsafe-link"}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and only true and false are truth values."""


CoreLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith((":timestamp", ":bool")) or first in "tf"
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(text: str) -> list[Any]:
    data = yaml.load(text, CoreLoader)
    return list(jsonschema.Draft202012Validator(schema()).iter_errors(data))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_maps_are_valid(path: Path) -> None:
    assert not errors(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "code", [code for code in shape_codes.CODES if code.name not in BEYOND], ids=lambda c: c.name
)
def test_faults_of_shape_are_invalid_and_their_mends_valid(code: Code) -> None:
    assert errors(split(code.example)[0])
    assert not errors(code.mend)
