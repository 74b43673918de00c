"""Files watched: what is saved is told to the open pages."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from argmap.annotation.layers.files import folder_of
from argmap.web.maps import Maps

#: Milliseconds of quiet after which what was saved counts as saved, and the most that one waits.
STEP, DEBOUNCE = 10, 50
#: Seconds between looks at the open maps where the system tells of no changes, and where it does:
#: of files on some networks it never tells.
POLL, LOOK = 0.3, 2.0
#: Seconds after which the system listens.
_LISTENING = 0.2


async def watch(maps: Maps) -> None:
    """Reads what changes until it is cancelled."""
    system = asyncio.create_task(_listen(maps))
    try:
        while True:
            await asyncio.sleep(POLL if system.done() else LOOK)
            await asyncio.to_thread(maps.refresh)
    finally:
        system.cancel()
        with suppress(asyncio.CancelledError):
            await system


async def _listen(maps: Maps) -> None:
    """Follows what the system tells of the folder, as long as it can."""
    while True:
        missed = asyncio.create_task(_look_soon(maps))
        try:
            async for _ in _changes(maps):
                await asyncio.to_thread(maps.refresh)
                if not maps.serving.one:
                    maps.changed()  # a map that nobody has open may be another, or new
        except (OSError, RuntimeError):  # too much to watch, or the folder is gone
            return
        finally:
            missed.cancel()


async def _look_soon(maps: Maps) -> None:
    """Reads what changed before the system listened."""
    await asyncio.sleep(_LISTENING)
    await asyncio.to_thread(maps.refresh)


async def _changes(maps: Maps) -> AsyncIterator[object]:
    """Changes of maps and layers, until there is another folder to watch."""
    from watchfiles import awatch

    serving = maps.serving
    folders = [serving.folder, *(Path(path) for path in serving.layers if Path(path).exists())]
    beside = folder_of(serving.path(serving.one)) if serving.one else None
    is_there = beside is not None and beside.is_dir()
    if beside is not None and is_there:
        folders.append(beside)
    # The folder of the one map may be anybody's home: only what lies right in it is watched.
    async for changed in awatch(
        *folders, watch_filter=_is_ours, debounce=DEBOUNCE, step=STEP,
        recursive=not serving.one, ignore_permission_denied=True,
    ):  # fmt: skip
        yield changed
        if beside is not None and beside.is_dir() is not is_there:
            return


def _is_ours(_: object, path: str) -> bool:
    """Whether a change is one of a map, a layer or a folder of layers."""
    name = Path(path).name
    return not name.startswith(".") and name.endswith((".yaml", ".yml", ".layers"))
