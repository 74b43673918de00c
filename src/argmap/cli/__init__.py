"""The command line: one thin file for each command."""


def main() -> None:
    """Runs `argmap`; the entry point of the package."""
    from argmap.cli.app import run

    run()
