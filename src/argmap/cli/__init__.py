"""The command line: one thin file for each command."""


def main() -> None:
    """Runs `argmap`; the entry point of the package."""
    import gc

    # A command lives for seconds and makes no cycles worth looking for: not looking saves a tenth.
    gc.disable()
    from argmap.cli.app import run

    run()
