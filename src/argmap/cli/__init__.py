"""The command line: one thin file for each command."""


def main() -> None:
    """Runs `argmap`; the entry point of the package."""
    import gc

    # A command makes many objects that live until its end: collecting rarely saves a tenth.
    gc.set_threshold(100_000, 50, 100)
    from argmap.cli.app import run

    run()
