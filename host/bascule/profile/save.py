"""Writes files that are whole or not there, and that replace another only when somebody says so."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bascule.errors import BAD_INPUT, Problem
from bascule.speech.told import later


def ready(paths: Iterable[Path], force: bool) -> None:
    """Problem when one of `paths` could not be written, or would replace a file that nobody gave up."""
    for path in paths:
        if not path.parent.is_dir():
            text = later("{path} is not a folder", path=path.parent)
            raise Problem(BAD_INPUT, "NO_FOLDER", text, later("Create it, or name another file."))
        if path.is_dir() or not os.access(path.parent, os.W_OK):
            text = later("{path} cannot be written", path=path)
            raise Problem(BAD_INPUT, "NOT_WRITTEN", text, later("Name a file in a folder of your own."))
        if path.exists() and not force:
            hint = later("Name another file, or replace it with --force.")
            text = later("{path} already exists and was not changed", path=path)
            raise Problem(BAD_INPUT, "FILE_EXISTS", text, hint)


def whole(path: Path, content: str | bytes) -> None:
    """Write `content` to `path`; interrupted at any moment, what was there before is there still."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        beside.replace(path)
    except OSError as failure:
        text = later("{path} cannot be written: {reason}", path=path, reason=failure.strerror)
        hint = later("Name a file in a folder of your own, where there is room.")
        raise Problem(BAD_INPUT, "NOT_WRITTEN", text, hint) from failure
    finally:
        beside.unlink(missing_ok=True)
