"""The command `bascule`, by that name and as `python -m bascule`: what has to be so before anything else is loaded.

Ctrl-C ends it without a traceback from the first line on, and `--version` answers at once.
"""

import os
import sys

# `signal` itself takes some milliseconds to load, in which Ctrl-C would still be Python's own.
from _signal import SIGINT, default_int_handler, getsignal, signal  # type: ignore[import-not-found]

_INTERRUPTED = 130


def main() -> None:
    """Entry point of the command; never returns.

    While a command runs, Ctrl-C is an exception, so that it ends in order; before and after it is the end at once.
    """
    # One that is ignored, as in a script's background, stays so.
    heeded = getsignal(SIGINT) is default_int_handler
    if heeded:
        signal(SIGINT, _end)
    sys.unraisablehook = _unraisable
    _reserve()
    if sys.argv[1:] == ["--version"] and _version():
        sys.exit()
    from bascule.cli.main import cli

    try:
        try:
            if heeded:
                signal(SIGINT, default_int_handler)
            cli()
        finally:
            if heeded:
                signal(SIGINT, _end)
    except KeyboardInterrupt:
        os._exit(_INTERRUPTED)


def _end(*_: object) -> None:
    os._exit(_INTERRUPTED)


def _unraisable(found: "sys.UnraisableHookArgs") -> None:
    """Ctrl-C that came where Python cannot raise it, as in a destructor, and would print it."""
    if issubclass(found.exc_type, KeyboardInterrupt):
        _end()
    sys.__unraisablehook__(found)


def _reserve() -> None:
    """A closed stdin, stdout or stderr becomes nothing: else the next port to be opened would get its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _version() -> bool:
    """Print it; False where it does not get out, and the long way shall say why."""
    from firmware.version import VERSION

    try:
        if sys.stdout is not None:
            sys.stdout.write(f"bascule {VERSION}\n")
            sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
