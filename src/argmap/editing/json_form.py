"""Operations as data, such as ``{"do": "add", "text": …, "stance": "for", "target": …}``."""

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from argmap.diagnostics import visible
from argmap.editing.operations import Operation
from argmap.editing.refusal import RefusedError

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def from_data(data: object) -> Operation:
    """The operation that `data` describes: its name under ``do``, and its fields.

    Raises:
        RefusedError: it is none; the message says what is wrong with it.
    """
    from pydantic import ValidationError

    try:
        found: Operation = _adapter().validate_python(data)
        return found
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        # A value of several types names the type in its place; the word is enough.
        place = ".".join(str(step) for step in first["loc"][:2])
        where = f" ({visible(place)[:60]})" if place else ""
        raise RefusedError(f"that is no operation{where}: {visible(first['msg'])[:200]}") from None


@cache
def _adapter() -> "TypeAdapter[Any]":
    from pydantic import Field, TypeAdapter

    return TypeAdapter(Annotated[Operation, Field(discriminator="do")])
