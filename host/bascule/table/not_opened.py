"""Why a port could not be opened, in words: it is not there, is no serial port, is not ours, or is in use.

What pyserial raises on each system is from its source: serialposix.py and serialwin32.py of version 3.5.
"""

from __future__ import annotations

import errno
import re

from bascule.errors import BAD_INPUT, NO_TABLE, Problem
from bascule.speech.told import later

_LIST = later("`bascule devices` lists the tables that are there.")
_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
# The last three are what Linux says of a device that is about to go.
_NO_DEVICE = (
    errno.EIO, errno.ENXIO, errno.ENODEV,
    *(getattr(errno, name) for name in ("EPIPE", "EPROTO", "ESHUTDOWN") if hasattr(errno, name)),
)  # fmt: skip
_NO_SERIAL = (errno.ENOTTY, errno.EISDIR, errno.EINVAL)
_BUSY = (errno.EBUSY, errno.EAGAIN)
# On Windows pyserial gives no number, but Windows' own error written out, in the words of the system's language. Its
# last number says what it is: its first, and so its kind, is the same for a port in use and for a device that has gone.
_ON_WINDOWS = re.compile(r"(\w*Error)\(\d+, .*, None, (\d+)\)", re.DOTALL)
_WINDOWS = {
    errno.ENOENT: (2, 3, 123),  # no file, no path, no name of a file
    errno.EBUSY: (5, 32, 33, 170),  # denied, shared, locked, busy
    errno.ENXIO: (20, 21, 22, 31, 55, 121, 433, 995, 1117, 1167),  # a device that is gone, or does not answer
    errno.ENOTTY: (1, 50, 87),  # a function, request or parameter that is none of its
}
# Without that number: what kind of error it is.
_KIND = re.compile(r"(FileNotFound|Permission)Error\(")
_KINDS = {"FileNotFound": errno.ENOENT, "Permission": errno.EBUSY}


def why(port: str, failure: Exception) -> Problem:
    """The Problem to raise for what pyserial has raised."""
    number = _number(failure)
    if number in _MISSING:
        return Problem(NO_TABLE, "PORT_MISSING", later("{port} does not exist", port=port), _LIST)
    if number in _NO_DEVICE:
        hint = later("Unplug the table and plug it in again. {list}", list=_LIST)
        return Problem(NO_TABLE, "PORT_MISSING", later("there is no device behind {port}", port=port), hint)
    if number == errno.ECONNREFUSED:
        return Problem(NO_TABLE, "PORT_MISSING", later("nobody listens on {port}", port=port), _LIST)
    if number in _NO_SERIAL:
        return Problem(NO_TABLE, "PORT_NOT_SERIAL", later("{port} is no serial port", port=port), _LIST)
    if number in (errno.EACCES, errno.EPERM):
        hint = later("On Linux your user needs the group that owns the port (often dialout).")
        return Problem(
            NO_TABLE, "PORT_DENIED", later("{port} cannot be opened: this user has no right to", port=port), hint
        )
    if number in _BUSY:
        hint = later(
            "Close the other program, as `bascule watch` in another terminal; `bascule doctor` may know which it is."
        )
        return Problem(NO_TABLE, "PORT_BUSY", later("{port} is in use by another program", port=port), hint)
    if isinstance(_cause(failure), (ValueError, TypeError, KeyError)):
        hint = later("Write the path of a serial port, or socket://HOST:PORT.")
        return Problem(BAD_INPUT, "BAD_PORT", later("'{port}' is no name of a port", port=port[:60]), hint)
    reason = getattr(_cause(failure), "strerror", None) or failure
    return Problem(
        NO_TABLE, "PORT_MISSING", later("{port} cannot be opened: {reason}", port=port, reason=reason), _LIST
    )


def _number(failure: Exception) -> int | None:
    """The operating system's number, which pyserial keeps, hides in what caused its error, or only writes out."""
    told = _ON_WINDOWS.search(str(failure))
    if told:
        return next((number for number, those in _WINDOWS.items() if int(told[2]) in those), None)
    kind = _KIND.search(str(failure))
    if kind:
        return _KINDS[kind[1]]
    number = getattr(failure, "errno", None)
    if number is None:
        # Of termios.error, which is no OSError, it is the first argument.
        first = next(iter(_cause(failure).args), None)
        number = first if isinstance(first, int) else None
    return number


def _cause(failure: BaseException) -> BaseException:
    return failure.__cause__ or failure.__context__ or failure
