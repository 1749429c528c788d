"""Writes a profile as a file (TOML), with the comments that somebody needs who edits it by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import tomlkit
from tomlkit.items import Array, Item

from bascule.conditions import catalogue
from bascule.errors import UNEXPECTED, Problem
from bascule.profile import file_form, reader
from bascule.speech.told import later
from firmware.profile import form

_HEAD = "`bascule profile check` says what a table makes of this file, `bascule profile explain` what a condition does."
_COMMENTS = {
    "angle_ref": "0 = lying flat, 90 = fully inverted",
    "max_inversion_deg": "degrees past horizontal, 1 to 90",
    "beyond_60": "more than 60 degrees are intended",
    "hold_deg": "the steps do not pass this angle for now",
    "days_per_step": "days that each step takes, 7 or more",
    "ask_pain": "pain, 0 to 10, is asked before and after each session",
    "session_s": "longest time with the head below level in one session, 30 to 600 s",
    "born": "year",
    "nothing_to_declare": "true only if there is no condition at all",
    "programme": "an intermittent session: seconds at the limit, seconds at level, how many times",
    "since": "the date of an operation or event, by condition",
    "role": 'or "physician"',
    "expires": "last date on which it is valid",
}
_ROLE_COMMENTS = {"physician": 'or "orthopaedic_surgeon"'}


_NEWER = later("It may come from a newer laptop tool: use that one.")


def written(fields: dict[str, Any]) -> str:
    """The text of the file with these fields. Problem when TOML has no word for one of them."""
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEAD))
    try:
        for key, value in sorted(fields.items(), key=lambda field: _is_table(field[1])):
            document.add(key, _item(key, value))
        return tomlkit.dumps(document)
    except (TypeError, ValueError) as failure:
        text = later("this profile cannot be written as a file")
        raise Problem(UNEXPECTED, "NOT_WRITABLE", text, _NEWER) from failure


def as_text(blob: bytes) -> str:
    """The file of a pushed profile. Problem unless it is read back to the same bytes."""
    text = written(file_form.from_wire(json.loads(blob)))
    read = reader.from_toml(text.encode())
    if read.profile is None or read.reasons or form.to_wire(read.profile) != blob:
        said = later("a file cannot hold this profile exactly; nothing was written")
        raise Problem(UNEXPECTED, "NOT_EXACT", said, _NEWER)
    return text


def _is_table(value: Any) -> bool:
    """Whether TOML writes it under a head of its own, behind the plain fields, or it would swallow them."""
    if isinstance(value, list):
        return value != [] and all(isinstance(one, dict) for one in value)
    return isinstance(value, dict)


def _item(key: str, value: Any) -> Item:
    if isinstance(value, dict):
        table = tomlkit.table()
        if key in _COMMENTS:
            table.comment(_COMMENTS[key])
        for name, one in value.items():
            table.add(name, _item(name, one))
        return table
    if _is_table(value):
        tables = tomlkit.aot()
        for one in value:
            tables.append(_item("", one))
        return tables
    if key == "conditions" and value:
        return _conditions(value)
    item = tomlkit.item(_number(value) if isinstance(value, Decimal) else value)
    comment = _ROLE_COMMENTS.get(value, "") if key == "role" else ""
    if comment or key in _COMMENTS:
        item.comment(comment or _COMMENTS[key])
    return item


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _conditions(keys: list[Any]) -> Array:
    """One condition on a line, each with its name and category."""
    array = tomlkit.array()
    for key in keys:
        one = catalogue.find(key) if isinstance(key, str) else None
        array.add_line(key, comment=f"{one.name}: {one.category}" if one else None)
    array.add_line(indent="")
    return array
