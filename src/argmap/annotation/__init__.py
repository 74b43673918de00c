"""What readers write beside a map: layers of annotations, what they agree on, what comes of it."""

from typing import TYPE_CHECKING

from argmap.lazily import names

if TYPE_CHECKING:
    from argmap.annotation.adjudication.deciding import Adjudication, adjudicate
    from argmap.annotation.agreement.comparison import Comparison, compare
    from argmap.annotation.agreement.maps import MapAgreement, compare_maps
    from argmap.annotation.anchors.anchoring import Ground
    from argmap.annotation.anchors.reviewing import Review, review
    from argmap.annotation.checks.checking import Checked, check
    from argmap.annotation.layers.files import load_codebook, load_layer
    from argmap.annotation.layers.model import Annotation, Codebook, Label, Layer, Target
    from argmap.annotation.marking import overlay
    from argmap.annotation.reports.made import report, report_for
    from argmap.annotation.reports.values import Report
    from argmap.annotation.studies import Study, study

__all__ = [
    "Adjudication", "Annotation", "Checked", "Codebook", "Comparison", "Ground", "Label", "Layer",
    "MapAgreement", "Report", "Review", "Study", "Target", "adjudicate", "check", "compare",
    "compare_maps", "load_codebook", "load_layer", "overlay", "report", "report_for", "review",
    "study",
]  # fmt: skip

_HOMES = {
    "argmap.annotation.adjudication.deciding": ("Adjudication", "adjudicate"),
    "argmap.annotation.agreement.comparison": ("Comparison", "compare"),
    "argmap.annotation.agreement.maps": ("MapAgreement", "compare_maps"),
    "argmap.annotation.anchors.anchoring": ("Ground",),
    "argmap.annotation.anchors.reviewing": ("Review", "review"),
    "argmap.annotation.checks.checking": ("Checked", "check"),
    "argmap.annotation.layers.files": ("load_codebook", "load_layer"),
    "argmap.annotation.layers.model": ("Annotation", "Codebook", "Label", "Layer", "Target"),
    "argmap.annotation.marking": ("overlay",),
    "argmap.annotation.reports.made": ("report", "report_for"),
    "argmap.annotation.reports.values": ("Report",),
    "argmap.annotation.studies": ("Study", "study"),
}

__getattr__ = names(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__]
