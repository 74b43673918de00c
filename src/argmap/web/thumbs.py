"""Small pictures of maps for a list."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from argmap.rendering import Options, RenderError, render
from argmap.web.livemap import LiveMap
from argmap.web.refusals import Refused

#: Pictures that are kept.
MOST = 200
_OPTIONS = Options(depth=1, timeout=10.0)
_FEW = 12  # claims of a map that is drawn a level deeper


class Thumbs:
    """Pictures by the versions of maps; one is drawn at a time."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, live: LiveMap) -> bytes:
        """The picture of a map as it last was good.

        Raises:
            Refused: it never was, or cannot be drawn.
        """
        key = (live.name, live.state.version)
        with self._lock:
            if key not in self._known:
                self._known[key] = _drawn(live)
                while len(self._known) > MOST:
                    self._known.popitem(last=False)
            self._known.move_to_end(key)
            return self._known[key]


def _drawn(live: LiveMap) -> bytes:
    map = live.good.map if live.good else None
    if map is None:
        raise Refused(404, "there is no picture of it")
    try:
        few = len(map.claims) <= _FEW
        return render(map, "svg", replace(_OPTIONS, depth=2) if few else _OPTIONS).data
    except RenderError as error:
        raise Refused(404, "it cannot be drawn") from error
