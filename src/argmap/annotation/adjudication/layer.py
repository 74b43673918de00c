"""The file of an adjudicator: begun with the codebooks of the layers, written to in one edit."""

from pathlib import Path

from argmap.annotation.adjudication.deciding import Adjudication
from argmap.annotation.layers.beginning import begun
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import put
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.layers.terms import terms_of
from argmap.annotation.studies import Study
from argmap.diagnostics import Source


def begun_for(study: Study, path: Path, annotator: str, name: str = "") -> LayerDocument:
    """A new adjudicator's layer that will lie at `path`, with all codebooks of the study.

    Raises:
        RefusedError: the annotator's name is no id, or a codebook cannot be used.
    """
    text = begun(
        study.document, path, annotator, name=name, role="adjudicator", codebooks=_codebooks(study)
    )
    return read_layer(Source(str(path), text))


def _codebooks(study: Study) -> list[str]:
    """The codebooks of all layers, files by their path from here; in one order, whatever theirs."""
    found = set()
    for document in study.layers:
        assert document.value is not None
        for named in document.value.codebooks:
            name = named.partition("@")[0]
            is_file = name.endswith((".yaml", ".yml"))
            folder = Path(document.source.name).parent
            found.add(str((folder / name).resolve()) if is_file else name)
    return sorted(found)


def written(document: LayerDocument, found: Adjudication) -> str:
    """The text of the layer with all that is new; the same text where nothing is."""
    return put(document, found.annotations) if found.annotations else document.source.text


def unnamed(document: LayerDocument, found: Adjudication) -> list[str]:
    """Labels of the adjudication that no codebook of the adjudicator's layer has."""
    known = terms_of(document).codebook.label
    used = {question.label for question in found.questions} - set(found.unknown)
    return sorted(used - known.keys())
