"""`bascule profile show`: the profile that is stored on the table, and what the table makes of it."""

from __future__ import annotations

import base64
import json
from typing import Any

from bascule import check, file_form, stored
from bascule.client import Table


def read(table: Table) -> dict[str, Any]:
    """Profile (None when there is none), revision and verdict."""
    blob, revision = _blob(table)
    return {
        "port": table.port,
        "revision": revision,
        "profile": file_form.plain(file_form.from_wire(json.loads(blob))) if blob else None,
        **stored.verdict(table),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The stored profile in words."""
    profile = found["profile"]
    if profile is None:
        return ["no profile is stored", *check.lines(found)]
    said = [f"revision {found['revision']} on {found['port']}"]
    said += [f"  {key} = {file_form.words(value)}" for key, value in profile.items()]
    return said + check.lines(found)


def _blob(table: Table) -> tuple[bytes, int]:
    parts: list[bytes] = []
    size = 0
    while True:
        answer = table.ask("profile.get", off=size)
        part = base64.b64decode(answer["d"])
        parts.append(part)
        size += len(part)
        if size >= answer["n"] or not part:
            return b"".join(parts), int(answer["rev"])
