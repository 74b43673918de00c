"""A new layer about a map: tied to the map as it is, its codebooks named with their versions."""

import os
from collections.abc import Sequence
from pathlib import Path

from argmap.annotation.layers.anchor import version_of
from argmap.annotation.layers.codebooks import READY, ready
from argmap.annotation.layers.edits import RefusedError, tidy, written
from argmap.annotation.layers.files import folder_of, load_codebook
from argmap.annotation.layers.model import Layer
from argmap.diagnostics import did_you_mean, visible
from argmap.model.ids import bad_character, nfc, slug
from argmap.yaml.document import Document

_FIRST = "# Add by `argmap annotate add THIS-FILE`, or by hand; then `argmap annotate submit`.\n"


def path_for(document: Document, annotator: str) -> Path:
    """Where the layer of an annotator about a map lies, unless somebody wants it elsewhere."""
    return folder_of(document.source.name) / f"{annotator}.yaml"


def begun(
    document: Document,
    path: Path,
    annotator: str,
    *,
    name: str = "",
    role: str = "student",
    codebooks: Sequence[str] = (),
) -> str:
    """The text of a new layer that will lie at `path`.

    `document` is of the map, which has no errors. `codebooks` are names of ready ones, or files;
    each gets the version that it has now.

    Raises:
        RefusedError: the annotator's name is no id, or a codebook cannot be used.
    """
    folder = path.parent
    layer = Layer(
        annotator=sound_id(annotator),
        map=path_from(folder, document.source.name),
        version=version_of(document.source.text),
        name=" ".join(tidy(name).split()),
        role=role,
        codebooks=tuple(dict.fromkeys(pinned(codebook, folder) for codebook in codebooks)),
    )
    return _FIRST + written(layer)


def sound_id(annotator: str) -> str:
    """The name of an annotator as an id.

    Raises:
        RefusedError: it is none; the message offers one that is.
    """
    id = nfc(tidy(annotator))
    if not id:
        raise RefusedError("an annotator needs a name")
    char = bad_character(id)
    if char:
        shown = "a space" if char == " " else f"`{visible(char)}`"
        raise RefusedError(
            f"`{visible(id)[:60]}` has {shown}; an annotator is named by letters, digits, - and _, "
            f"such as `{slug(id)}`, and may have a name for people besides"
        )
    return id


def pinned(codebook: str, folder: Path) -> str:
    """A codebook as a layer in `folder` names it: with its version, if it has one.

    Raises:
        RefusedError: there is none, it has errors, or it is not of the version that is asked for.
    """
    if codebook.endswith((".yaml", ".yml")):
        name, asked = path_from(folder, codebook), ""
        document = load_codebook(codebook)
        if document.value is None:
            fault = document.errors[0]
            place = ""
            if document.source.text:
                line, column = document.source.position(fault.span.start)
                place = f":{line}:{column}"
            raise RefusedError(f"{visible(codebook)}{place}: {fault.message}")
        if "@" in name:
            raise RefusedError(
                f"{visible(name)}: an @ parts a codebook from its version; rename it"
            )
        version = document.value.version
    else:
        name, _, asked = codebook.partition("@")
        if any(sign in name for sign in "/\\."):
            raise RefusedError(
                f"{visible(codebook)} is no codebook: its file ends in .yaml; the ready ones are "
                f"{', '.join(READY)}"
            )
        if name not in READY:
            mend = did_you_mean(name, READY)
            raise RefusedError(
                f"there is no ready codebook `{visible(name)[:60]}`; {mend}, or name a file "
                "that ends in .yaml"
            )
        version = ready(name).version
    if asked and asked != version:
        raise RefusedError(f"`{name}` is of version {version} here, not {visible(asked)[:60]}")
    return f"{name}@{version}" if version else name


def path_from(folder: Path, path: str) -> str:
    """A path as it is written in a file of `folder`."""
    try:
        found = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        found = Path(path).resolve().as_posix()
    if found != tidy(found):
        raise RefusedError(f"{visible(path)}: a name like this cannot be written; rename the file")
    return found
