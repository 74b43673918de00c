"""One map drawn: what a process of its own can do of `argmap render`."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.cli.common import another_kind, read
from argmap.cli.marks import MarksError, documents, marks
from argmap.cli.pages import page_of

if TYPE_CHECKING:
    from argmap.rendering import Options

PICTURES = ("svg", "png", "pdf", "dot")
DRAWN = (*PICTURES, "html")
DIRECTIONS = ("auto", "up", "down", "left", "right")


@dataclass(frozen=True, slots=True)
class Noted:
    """The options on layers."""

    layers: tuple[str, ...] = ()
    heat: str = ""
    viewer: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One map to draw, as a process of its own can take it."""

    path: str
    stem: str
    named: bool
    output: str
    formats: list[str]
    theme: str
    options: "Options"
    pages: bool
    noted: Noted = Noted()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a map: files, things to say, whether it failed, could not be read, was one,
    and whether layers are about it."""

    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    failed: bool = False
    lost: bool = False
    drawn: bool = True
    noted: bool = False


def draw(job: Job) -> Result:
    """Loads a map and writes its pictures; whatever goes wrong is in the result."""
    from argmap.diagnostics import visible
    from argmap.project import SettingsError, settings_for
    from argmap.rendering import RenderError
    from argmap.yaml.files import is_map

    document = read(job.path)
    if not job.named and not is_map(document):
        return Result(drawn=False)
    other = another_kind(document)
    if other:
        return Result(notes=(f"argmap: {other}",), failed=True, lost=True)
    if document.map is None:
        from argmap.cli.printing import errors_text

        lost = any(fault.code.name == "unreadable" for fault in document.faults)
        return Result(notes=(errors_text(document),), failed=True, lost=lost)
    try:
        settings = settings_for(job.path)
        layers = documents(job.noted.layers)
        overlay, notes = marks(document, layers, job.noted.heat, job.noted.viewer)
        drawn = _draw(job, document.map, settings, overlay, notes)
        if "html" not in job.formats:
            return drawn
        made = page_of(
            document, layers, job.noted.heat, job.noted.viewer, job.sources, settings, job.theme
        )
        written = _write(job, ".html", made)
        return replace(drawn, written=(*drawn.written, *written))
    except (SettingsError, MarksError) as error:
        return Result(notes=(f"argmap: {error}",), failed=True, lost=True)
    except RenderError as error:
        return Result(notes=(f"argmap: {visible(job.path)}: {error}",), failed=True)
    except OSError as error:
        note = f"argmap: {visible(job.output)} cannot be written: {error.strerror}"
        return Result(notes=(note,), failed=True)


def _draw(job: Job, map: Any, settings: Any, overlay: Any, said: tuple[str, ...]) -> Result:
    from argmap.diagnostics import visible
    from argmap.rendering import pages, render

    name = job.theme or settings.theme
    options = replace(job.options, theme=settings.drawn_in(name))
    written, notes = [], [*said]
    for suffix, page in pages(map, options) if job.pages else [("", options)]:
        for format in job.formats:
            if format not in PICTURES:
                continue
            picture = render(map, format, page, overlay)  # type: ignore[arg-type]
            notes += [f"argmap: {visible(job.path)}: {note}" for note in picture.notes]
            written += _write(job, f"{suffix}.{format}", picture.data)
    return Result(tuple(written), tuple(dict.fromkeys(notes)), noted=overlay is not None)


def _write(job: Job, ending: str, data: bytes) -> list[str]:
    """Writes a picture or a page; gives its path, if it has one."""
    from argmap.yaml.storage import replace_file

    if job.output == "-":
        sys.stdout.buffer.write(data)
        return []
    target = Path(job.output, f"{job.stem}{ending}")
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, data)
    return [str(target)]
