"""A large map as several pictures."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.model import ArgumentMap
from argmap.rendering.options import Options


def pages(argument_map: ArgumentMap, options: Options) -> Iterator[tuple[str, Options]]:
    """The whole map, folded where it is large, then each argument on a thesis with what is below.

    Yields what to add to a file's name and the options of its picture. The names count the
    branches and tell them by their first premise.
    """
    yield "", replace(options, focus="", branch="", all=False)
    excluded = {argument.id for pair in argument_map.exclusions for argument in pair}
    branches = [
        argument
        for thesis in argument_map.theses
        for argument in argument_map.bearing.get(thesis, ())
        if argument.id not in excluded and argument.premises
    ]
    digits = len(str(len(branches)))
    for number, argument in enumerate(branches, 1):
        name = "".join(c if c.isalnum() or c in "-_" else "-" for c in argument.premises[0])[:40]
        yield f"-{number:0{digits}}-{name}", replace(options, focus="", branch=argument.id)
