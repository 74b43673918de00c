"""The faults that several stages of reading find in one text, put together."""

from bisect import bisect_right
from collections.abc import Iterable

from argmap.diagnostics import Diagnostic, Severity, Span


def elsewhere(faults: Iterable[Diagnostic], mended: list[Span]) -> list[Diagnostic]:
    """The faults that do not touch what is mended: where something else was read than was meant,
    what is wrong with it is no second fault."""
    if not mended:
        return list(faults)
    ends: list[int] = []  # of the spans so far, in the order of their starts
    starts = []
    for span in sorted(mended, key=lambda span: span.start):
        starts.append(span.start)
        ends.append(max(span.end, ends[-1] if ends else 0))
    left = []
    for fault in faults:
        before = bisect_right(starts, fault.span.end)
        if not before or ends[before - 1] < fault.span.start:
            left.append(fault)
    return left


def stops(faults: Iterable[Diagnostic]) -> bool:
    """Whether an error is among the faults."""
    return any(fault.severity is Severity.ERROR for fault in faults)


def ordered(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults in the order of the text, each once."""
    unique = {(fault.code.name, fault.span.start): fault for fault in faults}
    return tuple(sorted(unique.values(), key=lambda fault: (fault.span.start, fault.severity.rank)))
