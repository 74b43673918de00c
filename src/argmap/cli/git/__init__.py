"""`argmap git`: git made to speak of claims, and what it calls for that."""

import typer

from argmap.cli.git.calling import diff_driver, merge_driver, textconv
from argmap.cli.git.installing import install, status, uninstall

app = typer.Typer(
    help="Have git diff and merge maps claim by claim.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for _command in (install, uninstall, status, merge_driver, diff_driver, textconv):
    app.command(name=_command.__name__.replace("_", "-"))(_command)
