"""What a page sends: JSON of bounded size and depth, within bounded time."""

import asyncio
import json
from collections.abc import Iterable
from typing import Any, NoReturn

from starlette.requests import ClientDisconnect, Request

from argmap.web.refusals import Refused

MOST = 1 << 20
DEPTH = 20
PATIENCE = 10.0


async def body_of(request: Request) -> dict[str, Any]:
    """The object that a request carries.

    Raises:
        Refused: it is too large, comes too slowly, or is no JSON object.
    """
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or len(length) > 12 or int(length) > MOST:
        raise Refused(413, "more than 1 MiB is not taken")
    data = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                data += chunk
                if len(data) > MOST:
                    raise Refused(413, "more than 1 MiB is not taken")
    except TimeoutError:
        raise Refused(408, "the request came too slowly") from None
    except ClientDisconnect:
        raise Refused(400, "the request broke off") from None
    try:
        found = json.loads(data.decode(), parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()  # half characters cannot be written
    except (ValueError, RecursionError):
        raise Refused(400, "that is no JSON") from None
    if not isinstance(found, dict):
        raise Refused(400, "an object is wanted")
    if _too_deep(found):
        raise Refused(400, "that is nested too deep")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _too_deep(value: object) -> bool:
    level = [value]
    for _ in range(DEPTH):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
