"""Whether claims and arguments that were put together are a map."""

from argmap.model.circles import endless, support_circles, supported
from argmap.model.graph import ArgumentMap


def objection(map: ArgumentMap) -> str:
    """Why this is no map that could be read again, in words; nothing if it is one."""
    if not map.theses:
        return "no thesis would be left"
    for one in map.arguments:
        for id in one.premises or ("",):
            if id not in map.claim:
                return f"the claim `{id}` is no longer in the map"
        if one.target not in map.claim and one.target not in map.argument:
            return f"`{one.target}` is no longer in the map"
    loop = next(endless(map), None)
    if loop:
        return f"the step `{loop[0].id}` would bear on itself"
    circle = next(support_circles(map), None)
    return f"`{supported(map, circle[0])}` would support itself" if circle else ""
