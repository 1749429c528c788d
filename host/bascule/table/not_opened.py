"""Why a port could not be opened, in words: it is not there, is no serial port, is not ours, or is in use."""

from __future__ import annotations

import errno
import re

from bascule.errors import BAD_INPUT, NO_TABLE, Problem

_LIST = "`bascule devices` lists the tables that are there."
_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_NO_DEVICE = (errno.EIO, errno.ENXIO, errno.ENODEV)
_NO_SERIAL = (errno.ENOTTY, errno.EISDIR, errno.EINVAL)
_BUSY = (errno.EBUSY, errno.EAGAIN)
# On Windows pyserial gives no number, but the text of its error, and there a port that is in use is denied.
_ON_WINDOWS = re.compile(r"(FileNotFound|Permission)Error\(")
_WINDOWS = {"FileNotFound": errno.ENOENT, "Permission": errno.EBUSY}


def why(port: str, failure: Exception) -> Problem:
    """The Problem to raise for what pyserial has raised."""
    number = _number(failure)
    if number in _MISSING:
        return Problem(NO_TABLE, "PORT_MISSING", f"{port} does not exist", _LIST)
    if number in _NO_DEVICE:
        return Problem(NO_TABLE, "PORT_MISSING", f"there is no device behind {port}", _LIST)
    if number == errno.ECONNREFUSED:
        return Problem(NO_TABLE, "PORT_MISSING", f"nobody listens on {port}", _LIST)
    if number in _NO_SERIAL:
        return Problem(NO_TABLE, "PORT_NOT_SERIAL", f"{port} is no serial port", _LIST)
    if number in (errno.EACCES, errno.EPERM):
        hint = "On Linux your user needs the group that owns the port (often dialout)."
        return Problem(NO_TABLE, "PORT_DENIED", f"{port} cannot be opened: this user has no right to", hint)
    if number in _BUSY:
        hint = "Close the other program, as `bascule watch` in another terminal; `bascule doctor` may know which it is."
        return Problem(NO_TABLE, "PORT_BUSY", f"{port} is in use by another program", hint)
    if isinstance(_cause(failure), (ValueError, TypeError, KeyError)):
        hint = "Write the path of a serial port, or socket://HOST:PORT."
        return Problem(BAD_INPUT, "BAD_PORT", f"'{port[:60]}' is no name of a port", hint)
    reason = getattr(_cause(failure), "strerror", None) or failure
    return Problem(NO_TABLE, "PORT_MISSING", f"{port} cannot be opened: {reason}", _LIST)


def _number(failure: Exception) -> int | None:
    """The operating system's number, which pyserial keeps, hides in what caused its error, or only writes out."""
    told = _ON_WINDOWS.search(str(failure))
    if told:
        return _WINDOWS[told[1]]
    number = getattr(failure, "errno", None)
    if number is None:
        # Of termios.error, which is no OSError, it is the first argument.
        first = next(iter(_cause(failure).args), None)
        number = first if isinstance(first, int) else None
    return number


def _cause(failure: BaseException) -> BaseException:
    return failure.__cause__ or failure.__context__ or failure
