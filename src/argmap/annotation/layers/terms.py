"""The terms of a layer: its codebooks found, read and put together."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from argmap.annotation.layers.codebooks import READY, ready
from argmap.annotation.layers.documents import CodebookDocument, LayerDocument
from argmap.annotation.layers.files import load_codebook
from argmap.annotation.layers.model import Codebook, Label
from argmap.diagnostics import did_you_mean


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a codebook of a layer cannot be used: which of its entries, and what is wrong."""

    entry: int
    reason: str
    mend: str = ""
    document: CodebookDocument | None = None  # where its own faults stand


@dataclass(frozen=True, slots=True)
class Terms:
    """The labels of all codebooks of a layer, and what is wrong with them.

    `outdated` are entries that ask for another version: (entry, asked, found).
    """

    codebook: Codebook
    problems: tuple[Problem, ...] = ()
    outdated: tuple[tuple[int, str, str], ...] = ()


def terms_of(document: LayerDocument) -> Terms:
    """The terms of a layer; paths of codebooks start at its folder.

    Where two codebooks have a label of one name, the first one's counts.
    """
    assert document.value is not None
    folder = os.path.abspath(Path(document.source.name).parent)  # noqa: PTH100 - links stay links
    return found(document.value.codebooks, folder)


@lru_cache(maxsize=256)
def found(names: tuple[str, ...], folder: str) -> Terms:
    """The terms of codebooks by name or by path from `folder`."""
    labels: dict[str, Label] = {}
    problems: list[Problem] = []
    outdated: list[tuple[int, str, str]] = []
    for entry, named in enumerate(names):
        name, _, asked = named.partition("@")
        codebook = _codebook(name, entry, folder, problems)
        if codebook is None:
            continue
        if asked and asked != codebook.version:
            outdated.append((entry, asked, codebook.version or "none"))
        for label in codebook.labels:
            labels.setdefault(label.name, label)
    return Terms(Codebook(tuple(labels.values())), tuple(problems), tuple(outdated))


def _codebook(name: str, entry: int, folder: str, problems: list[Problem]) -> Codebook | None:
    if name in READY:
        return ready(name)
    if not name.endswith((".yaml", ".yml")):
        reason = f"there is no ready codebook `{name}`"
        mend = did_you_mean(name, READY) + "; a file is written with its ending, .yaml"
        problems.append(Problem(entry, reason, mend))
        return None
    path = Path(folder, name)
    if path.exists() and not path.is_file():  # a pipe or a device may never end
        problems.append(Problem(entry, f"the codebook `{name}` is no file"))
        return None
    document = load_codebook(path)
    if document.value is None:
        problems.append(
            Problem(entry, f"the codebook `{name}` has errors: {document.errors[0].message}",
                    "mend them first", document)
        )  # fmt: skip
    return document.value
