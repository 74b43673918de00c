from typing import Annotated

import typer

from argmap.cli.colour import painter
from argmap.cli.common import fail


def explain(
    code: Annotated[str, typer.Argument(help="A code as in the brackets of `argmap check`.")] = "",
) -> None:
    """Explain a fault code: what, why, an example, and the mend. Without a code: list them all.

    Examples:

      argmap explain circular-support

      argmap explain
    """
    from argmap.codes import CODES, FAMILIES
    from argmap.diagnostics import did_you_mean
    from argmap.views.codes import explanation

    paint = painter()
    if not code:
        for family, codes in FAMILIES.items():
            typer.echo(paint(family, "thesis"))
            for known in codes:
                level = known.severity.value
                typer.echo(f"  {known.name:22} {paint(f'{level:8}', level)} {known.plain}")
        return
    for known in CODES:
        if known.name == code.strip("[]"):
            typer.echo(explanation(known), nl=False)
            return
    mend = did_you_mean(code, [known.name for known in CODES])
    fail(f"no code is called `{code}`; {mend or '`argmap explain` lists them all'}")
