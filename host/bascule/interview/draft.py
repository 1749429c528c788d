"""What is known of a profile that is being made: from options first, from questions then."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from bascule.facts import Reason
from bascule.interview import answers
from bascule.speech.told import later

# By field of the file: the option that answers it.
OPTIONS = {
    "name": "--name",
    "id": "--id",
    "born": "--born",
    "height_cm": "--height-cm",
    "weight_kg": "--weight-kg",
    "conditions": "--condition or --nothing-to-declare",
    "max_inversion_deg": "--max-inversion-deg",
    "session_s": "--session-s",
}
_TEXTS = ("name", "id")
# The keys of --clearance, and the fields of the file.
_CLEARANCE = {
    "condition": "condition",
    "clinician": "clinician",
    "role": "role",
    "issued": "issued",
    "expires": "expires",
    "max": "max_inversion_deg",
}
# A clinician's name may have commas.
_NEXT = re.compile(rf",(?=\s*(?:{'|'.join(_CLEARANCE)})\s*=)")
_SOME_DAY = "early_post_op_hip=2026-09-01"
_CLEARANCE_HINT = "condition=..,clinician=..,role=..,issued=2026-11-01,expires=2027-03-01,max=20"


@dataclass(frozen=True, slots=True)
class Given:
    """Fields of the file from options, and what is wrong with the options themselves."""

    fields: dict[str, Any]
    wrong: list[Reason]


def from_options(options: dict[str, Any]) -> Given:
    """The fields that the options of `profile new` give."""
    fields: dict[str, Any] = {}
    wrong: list[Reason] = []
    for field in OPTIONS:
        if options.get(field) is not None:
            fields[field] = options[field] if field in _TEXTS else answers.value(options[field])
    if options["condition"] or options["nothing_to_declare"]:
        fields["nothing_to_declare"] = options["nothing_to_declare"]
        fields["conditions"] = list(options["condition"])
    # One that is not understood is told, and not judged beside that.
    clearances = [found for text in options["clearance"] if (found := _clearance(text, wrong))]
    if options["beyond_60"]:
        fields["beyond_60"] = True
    since = dict(day for text in options["since"] if (day := _since(text, wrong)))
    return Given(
        fields | ({"clearances": clearances} if clearances else {}) | ({"since": since} if since else {}), wrong
    )


def missing(fields: dict[str, Any]) -> list[str]:
    """The options that would answer what is still open."""
    return [option for field, option in OPTIONS.items() if field not in fields]


def wrong(fields: dict[str, Any], today: datetime.date) -> list[Reason]:
    """What is wrong with the fields there are, whatever the others may become."""
    if "conditions" in fields:
        return list(answers.objections(today, **fields))
    # A clearance or a day that came before its condition is no mistake yet.
    keys = [one.get("condition") for one in fields.get("clearances", ())] + list(fields.get("since", ()))
    declared = list(dict.fromkeys(key for key in keys if key)) or [answers.SOME_CONDITION]
    return list(answers.objections(today, **fields, conditions=declared))


def _clearance(text: str, wrong: list[Reason]) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    understood = True
    for part in _NEXT.split(text):
        key, sign, said = (piece.strip() for piece in part.partition("="))
        if not sign or key not in _CLEARANCE or _CLEARANCE[key] in found:
            why = later(
                "--clearance '{said}' is not understood: write {example}.", said=part[:60], example=_CLEARANCE_HINT
            )
            wrong.append(Reason("WRONG_OPTION", why))
            understood = False
        else:
            found[_CLEARANCE[key]] = answers.value(said) if key in ("issued", "expires", "max") else said
    return found if understood else None


def _since(text: str, wrong: list[Reason]) -> tuple[str, Any] | None:
    key, sign, said = (piece.strip() for piece in text.partition("="))
    if not sign:
        why = later(
            "--since '{said}' is not understood: write a condition and a day, as {example}.",
            said=text[:60],
            example=_SOME_DAY,
        )
        wrong.append(Reason("WRONG_OPTION", why))
        return None
    return key, answers.day(said)
