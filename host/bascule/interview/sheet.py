"""The same questions as `bascule profile new`, all on one sheet: as data for a page, and what comes of its answers."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from bascule.conditions import explained, meaning
from bascule.facts import as_json
from bascule.interview import answers, areas, conversation, draft
from bascule.interview.declaration import ROLES
from bascule.profile import checked, file_form, reader, screening, writer

_CLEARANCE = ("clinician", "role", "issued", "expires", "max_inversion_deg")
_TEXTS = ("name", "id")
# What a therapist may have asked for; nothing there asks for nothing.
_SLOWER = ("hold_deg", "days_per_step")
# For the file alone: no table gets them.
_KEPT = ("goal", "notes")
_MOST = 64
# While they are open: as much as a file may ask for, so that what binds is what was answered.
_OPEN = {"max_inversion_deg": 60, "session_s": 600, "nothing_to_declare": True, "conditions": []}


def questions() -> dict[str, Any]:
    """Every condition by body area with what it means, who may clear one, and what the table itself asks each day."""
    return {
        "areas": [
            {
                "title": title,
                "conditions": [
                    {
                        "key": one.key,
                        "name": one.name,
                        "means": " ".join(meaning.in_short(one)),
                        "clearable": one.clearable,
                        "dated": one.wait_days > 0,
                    }
                    for one in members
                ],
            }
            for title, members in areas.asked()
        ],
        "each_day": [one.name for one in areas.asked_each_day()],
        "roles": [{"key": key, "name": name} for key, name in ROLES.items()],
    }


def judged(said: dict[str, Any], today: datetime.date) -> dict[str, Any]:
    """The laptop's verdict on what is answered so far, what is still open, and the file once nothing is.

    What is open is supposed to be harmless, so that each answer shows what it does to the limit.
    """
    fields = _fields(said)
    still_open = [field for field in draft.OPTIONS if field not in fields]
    whole = {**answers.SUPPOSED, **_OPEN, **fields}
    found = checked.check(reader.from_fields(file_form.in_order({**answers.FIXED, **whole})), today)
    result = screening.result(found, today)
    result = replace(result, reasons=tuple(explained.urgent_first(result.reasons)))
    text = ""
    if not still_open and found.profile is not None:
        text = writer.written(file_form.in_order({**answers.FIXED, **fields}))
    return {"result": as_json(result), "open": still_open, "id": fields.get("id", ""), "text": text}


def _fields(said: dict[str, Any]) -> dict[str, Any]:
    """The fields of the file that are answered. What is no text or list where one belongs is no answer."""
    fields: dict[str, Any] = {}
    for field in (*draft.OPTIONS, *_SLOWER):
        typed = said.get(field)
        if isinstance(typed, str) and typed.strip():
            fields[field] = typed.strip() if field in _TEXTS else answers.measure(field, typed)
    fields.pop("conditions", None)
    fields |= {field: typed.strip() for field in _KEPT if isinstance(typed := said.get(field), str) and typed.strip()}
    if "name" in fields and "id" not in fields and (suggested := conversation.suggested_id(fields["name"])):
        fields["id"] = suggested
    keys = [key for key in _list(said.get("conditions")) if isinstance(key, str)]
    if keys or said.get("nothing") is True:
        fields |= {"conditions": keys, "nothing_to_declare": said.get("nothing") is True}
    fields |= {field: True for field in ("beyond_60", "ask_pain") if said.get(field) is True}
    clearances = [_clearance(one, keys) for one in _list(said.get("clearances")) if isinstance(one, dict)]
    if clearances := [one for one in clearances if one]:
        fields["clearances"] = clearances
    since = said.get("since") if isinstance(said.get("since"), dict) else {}
    days = {key: answers.day(day) for key, day in (since or {}).items() if key in keys and isinstance(day, str) and day}
    if days:
        fields["since"] = days
    return fields


def _clearance(said: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    """One that is filled in; nothing for one whose condition is not declared, or that is only begun."""
    typed = {part: said.get(part) for part in _CLEARANCE}
    if said.get("condition") not in keys or not all(isinstance(one, str) and one.strip() for one in typed.values()):
        return {}
    return {"condition": said["condition"]} | {
        part: str(one).strip() if part in ("clinician", "role") else answers.value(str(one))
        for part, one in typed.items()
    }


def _list(said: Any) -> list[Any]:
    return said[:_MOST] if isinstance(said, list) else []
