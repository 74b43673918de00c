"""What a person does to a map: operations, each of which makes another map of it or is refused."""

from argmap.editing.applying import Edited, apply
from argmap.editing.json_form import from_data
from argmap.editing.operations import Operation
from argmap.editing.refusal import RefusedError
from argmap.editing.writing import Written, written

__all__ = ["Edited", "Operation", "RefusedError", "Written", "apply", "from_data", "written"]
