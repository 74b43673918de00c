"""What a reader of the argument would object to, beyond what stops a map."""

from collections.abc import Collection
from dataclasses import dataclass

from argmap.checks import conflicts, silence, sources, structure, wording
from argmap.diagnostics import Diagnostic
from argmap.yaml import CODE_FAMILIES
from argmap.yaml.document import Document
from argmap.yaml.syntax import uncollected

#: Every check, in the order in which they run. A new one is written in its family and listed here.
#: Those of the first tuple judge single claims and arguments, and so what can be understood of a
#: faulty text as well; the others need the whole map.
PARTIAL = (
    conflicts.conflicts, structure.arguments, structure.texts, sources.facts, wording.wording,
)  # fmt: skip
WHOLE = (structure.shared, sources.sources, sources.people)

#: Every code that a map can be told of, by family.
FAMILIES = {
    **CODE_FAMILIES,
    "structure": (*CODE_FAMILIES["structure"], *structure.CODES),
    "conflicts": conflicts.CODES,
    "sources": sources.CODES,
    "wording": wording.CODES,
    "silence": silence.CODES,
}

CODES = tuple(code for codes in FAMILIES.values() for code in codes)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a document, in the order of its text, and how many more were silenced."""

    diagnostics: tuple[Diagnostic, ...]
    silenced: int = 0


def check(document: Document, ignore: Collection[str] = ()) -> Findings:
    """Everything that is wrong with a document.

    Args:
        document: what `argmap.load` or `argmap.loads` gave.
        ignore: names of codes that the project silences; errors stay.
    """
    found = list(document.faults)
    if document.understood is not None:
        wrong = {fault.span.start for fault in document.errors}
        with uncollected():
            for rule in PARTIAL if document.map is None else (*PARTIAL, *WHOLE):
                # What stands where an error stands is its consequence.
                found += (fault for fault in rule(document) if fault.span.start not in wrong)
    left, silenced = silence.silence(document, found, CODES, ignore)
    left.sort(key=lambda fault: (fault.span.start, fault.severity.rank, fault.code.name))
    return Findings(tuple(left), silenced)
