"""`argmap annotate`: layers beside a map, one thin file for each command."""

import typer

from argmap.cli.annotate.add import add
from argmap.cli.annotate.adjudicate import adjudicate
from argmap.cli.annotate.check import check
from argmap.cli.annotate.compare import compare
from argmap.cli.annotate.export import export
from argmap.cli.annotate.import_ import import_
from argmap.cli.annotate.listing import list_
from argmap.cli.annotate.new import new
from argmap.cli.annotate.reanchor import reanchor
from argmap.cli.annotate.release import release
from argmap.cli.annotate.remove import remove
from argmap.cli.annotate.reply import reply
from argmap.cli.annotate.report import report
from argmap.cli.annotate.resolve import resolve
from argmap.cli.annotate.submit import submit

COMMANDS = (
    new,
    add,
    reply,
    resolve,
    remove,
    submit,
    list_,
    check,
    reanchor,
    compare,
    adjudicate,
    report,
    release,
    export,
    import_,
)

app = typer.Typer(
    help="Mark up a map without touching it, and work with what a class has marked up.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for _command in COMMANDS:
    app.command(name=_command.__name__.strip("_"))(_command)
