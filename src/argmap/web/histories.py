"""What is remembered of a map's texts: recent versions, and edits that can be undone."""

from collections import OrderedDict, deque
from dataclasses import dataclass
from hashlib import sha256

#: Characters of all texts that one memory holds, and how many texts.
ROOM = 32_000_000
COUNT = 50


def version_of(text: str) -> str:
    """The version of a text: another text has another one."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Versions:
    """Recent texts by their versions, the last one always."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._size = 0

    def keep(self, text: str) -> str:
        """Remembers a text; gives its version."""
        version = version_of(text)
        if version in self._texts:
            self._texts.move_to_end(version)
            return version
        self._texts[version] = text
        self._size += len(text)
        while len(self._texts) > 1 and (self._size > ROOM or len(self._texts) > COUNT):
            self._size -= len(self._texts.popitem(last=False)[1])
        return version

    def get(self, version: str) -> str | None:
        """The text of a version, if it is not forgotten."""
        return self._texts.get(version)


@dataclass(frozen=True, slots=True)
class Step:
    """An edit: the text before it and after it."""

    before: str
    after: str


class Steps:
    """Edits, the last of which can be taken; old ones are forgotten."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=COUNT)

    def __bool__(self) -> bool:
        return bool(self._steps)

    def push(self, step: Step) -> None:
        self._steps.append(step)
        while len(self._steps) > 1 and self._size > ROOM:
            self._steps.popleft()

    @property
    def last(self) -> Step:
        return self._steps[-1]

    def pop(self) -> Step:
        return self._steps.pop()

    def clear(self) -> None:
        self._steps.clear()

    @property
    def _size(self) -> int:
        """The characters of all texts; what one edit makes is mostly what the next one finds."""
        texts = {id(text): text for step in self._steps for text in (step.before, step.after)}
        return sum(map(len, texts.values()))
