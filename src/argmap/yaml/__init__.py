"""From text to map and back: the reader, the canonical writer, and edits that keep comments."""

from argmap.yaml import reference_codes, shape_codes, structure_codes, syntax_codes

#: The codes that reading a text can give, by family.
CODE_FAMILIES = {
    "syntax": syntax_codes.CODES,
    "shape": shape_codes.CODES,
    "references": reference_codes.CODES,
    "structure": structure_codes.CODES,
}
