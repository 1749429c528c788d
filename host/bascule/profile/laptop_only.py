"""What a profile file may say for the laptop alone: goal, notes and units. None of it is ever pushed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bascule.facts import Reason
from bascule.speech.told import later

METRIC, IMPERIAL = "metric", "imperial"
# What fits on one printed page beside all the rest.
LONGEST = {"goal": 120, "notes": 500}
FIELDS = ("goal", "notes", "units")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file says for the laptop."""

    goal: str = ""
    notes: str = ""
    units: str = METRIC


NOTHING_KEPT = Kept()


def parted(fields: dict[str, Any]) -> tuple[dict[str, Any], Kept, list[Reason]]:
    """The fields for the table, what is kept, and what is wrong with that."""
    own = {key: value for key, value in fields.items() if key in FIELDS}
    if not own:
        return fields, NOTHING_KEPT, []
    wrong = []
    for key, value in own.items():
        if key == "units" and value not in (METRIC, IMPERIAL):
            wrong.append(Reason("WRONG_VALUE", later("units is not known: write units = 'metric' or 'imperial'.")))
        elif key in LONGEST and not (type(value) is str and len(value) <= LONGEST[key] and _visible(value)):
            text = later(
                "{key} must be visible text of at most {most} characters: make it shorter or type it again.",
                key=key,
                most=LONGEST[key],
            )
            wrong.append(Reason("WRONG_VALUE", text))
    rest = {key: value for key, value in fields.items() if key not in FIELDS}
    return rest, NOTHING_KEPT if wrong else Kept(**own), wrong


def _visible(text: str) -> bool:
    return all(sign.isprintable() or sign == "\n" for sign in text)
