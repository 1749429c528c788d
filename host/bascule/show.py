"""`bascule profile show`: the profile that is stored on the table, and what the table makes of it."""

from __future__ import annotations

import base64
import json
from typing import Any

from bascule import check, stored
from bascule.client import Table


def read(table: Table) -> dict[str, Any]:
    """Profile (None when there is none), revision and verdict."""
    blob, revision = _blob(table)
    return {
        "port": table.port,
        "revision": revision,
        "profile": _as_written(json.loads(blob)) if blob else None,
        **stored.verdict(table),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The stored profile in words."""
    profile = found["profile"]
    if profile is None:
        return ["no profile is stored", *check.lines(found)]
    said = [f"revision {found['revision']} on {found['port']}"]
    said += [f"  {key} = {_words(value)}" for key, value in profile.items()]
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


def _as_written(wire: dict[str, Any]) -> dict[str, Any]:
    """The wire form with the names and units of the file. What a newer table holds otherwise stays as it is."""
    shown: dict[str, Any] = {}
    for key, value in wire.items():
        if key == "max_inversion_cdeg" and isinstance(value, int):
            shown["max_inversion_deg"] = value / 100
        elif key in ("issued", "expires"):
            shown[key] = _date(value)
        elif key == "since" and isinstance(value, dict):
            shown[key] = {one: _date(day) for one, day in value.items()}
        elif key == "clearances" and isinstance(value, list):
            shown[key] = [_as_written(one) if isinstance(one, dict) else one for one in value]
        else:
            shown[key] = value
    return shown


def _date(value: Any) -> Any:
    return f"{value // 10000:04}-{value // 100 % 100:02}-{value % 100:02}" if isinstance(value, int) else value


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value) or "none"
    if isinstance(value, dict):
        return " ".join(f"{key}={_words(one)}" for key, one in value.items())
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
