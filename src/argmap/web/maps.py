"""The maps that pages have open, and what each is now."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from weakref import WeakValueDictionary

from argmap.web.folder import Folder
from argmap.web.livemap import LiveMap
from argmap.web.refusals import Refused
from argmap.web.serving import Serving

#: Maps that are kept in memory though no stream is about them; who was asked for long ago goes.
MOST = 70


class Maps:
    """Live maps by their names; `changed` is called whenever one is otherwise than before."""

    def __init__(self, serving: Serving, changed: Callable[[], None] = lambda: None) -> None:
        self.serving = serving
        self.folder = Folder(serving)
        self.changed = changed
        self._open: WeakValueDictionary[str, LiveMap] = WeakValueDictionary()
        self._recent: OrderedDict[str, LiveMap] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> LiveMap:
        """The map of a name, as it is now.

        Raises:
            Refused: there is none.
        """
        name = name or self.serving.one
        known = self._open.get(name)
        path = None if known else self.folder.path(name)
        with self._lock:
            live = known or self._open.get(name)
            if live is None:
                if path is None:
                    raise Refused(404, "there is no such map")
                live = self._open[name] = LiveMap(name, path, self.serving)
            self._recent[name] = live
            self._recent.move_to_end(name)
            while len(self._recent) > MOST:
                self._recent.popitem(last=False)
        if not self._may_be_read(live):
            raise Refused(404, "there is no such map")
        if live.refresh():
            self.changed()
        return live

    def refresh(self) -> None:
        """Reads all open maps."""
        with self._lock:
            every = [*self._open.values()]
        told = [live.refresh() for live in every if self._may_be_read(live)]
        if any(told):
            self.changed()

    def _may_be_read(self, live: LiveMap) -> bool:
        """Whether it did not become a link that leads out of the folder."""
        return bool(self.serving.one) or self.serving.contains(live.path)
