"""The questions of `bascule profile new` about a person, in order; what is known already is not asked."""

from __future__ import annotations

import copy
import datetime
import functools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from bascule.interview import answers, declaration
from bascule.prompts import Back, Memory, NotTaken, ask, confirmed, remembering, tell
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.speech.typed import plain

_HELLO = later(
    "This makes a profile: what one person declares, and how far the table may go. The table applies the same rules. "
    "This is not medical advice. Type back to return to the question before, ? for help. "
    "To stop, press Ctrl-C; then nothing is written."
)
_QUESTIONS = {
    "name": later("What is the person's name?"),
    "id": later("A short name for files and scripts{suggestion}:"),
    "born": later("Year of birth:"),
    "height_cm": later("Height in centimetres, or as 5 ft 9:"),
    "weight_kg": later("Weight in kilograms, or as 185 lb:"),
    "max_inversion_deg": later(
        "How far head-down at most? Give degrees past horizontal, from 1 to 60, or to 90 with --beyond-60: 0 is lying "
        "flat, 90 is upside down. Whatever you give, the table begins with a slight tilt."
    ),
    "session_s": later("The longest time head-down in one session, in seconds, from 30 to 600:"),
}
_BY_TURNS = later("Alternate head-down and level, instead of one continuous hold?")
_PROGRAMME = {
    "down_s": later("Seconds at the limit each time, from 10 to 300:"),
    "level_s": later("Seconds at level in between, from 10 to 300:"),
    "times": later("How many times head-down, from 2 to 10:"),
}
_SLOWER = later("Did a therapist ask for slower steps, for a hold at some angle, or to note pain?")
_PACE = {
    "hold_deg": later(
        "The angle that the steps do not pass for now, in degrees past horizontal, or Enter for no hold:"
    ),
    "days_per_step": later("The days that each step takes at least, from 7 to 90, or Enter for 7:"),
}
_PAIN = later("Should the table ask for pain, 0 to 10, before and after each session?")
_TEXTS = ("name", "id")
_BEFORE, _AFTER = ("name", "id", "born", "height_cm", "weight_kg"), ("max_inversion_deg", "session_s")
_LONGEST_ID = 24


def hold(
    fields: dict[str, Any],
    today: datetime.date,
    check_id: Callable[[str], None],
    agreed: Callable[[dict[str, Any], Memory], None],
) -> dict[str, Any]:
    """`fields` with an answer for each that was open. EOFError and KeyboardInterrupt end it.

    check_id: raises a Problem as soon as the id is known, if no file may be made for it.
    agreed: shows what came of the answers, and raises Back where one of them is to be changed.
    """
    memory = Memory()
    while True:
        try:
            with remembering(memory):
                whole = _questions(copy.deepcopy(fields), today, check_id, memory)
            agreed(whole, memory)
            return whole
        except Back:
            continue


def _questions(
    fields: dict[str, Any], today: datetime.date, check_id: Callable[[str], None], memory: Memory
) -> dict[str, Any]:
    tell(say(_HELLO))
    for field in _BEFORE:
        _fill(fields, field, today)
        if field == "id":
            check_id(fields["id"])
    declaration.ask_conditions(fields, today, memory)
    for field in _AFTER:
        _fill(fields, field, today)
    if "programme" not in fields and confirmed(say(_BY_TURNS)):
        fields["programme"] = _programme(today)
    if confirmed(say(_SLOWER)):
        _slow(fields, today)
    return fields


def _fill(fields: dict[str, Any], field: str, today: datetime.date) -> None:
    if field in fields:
        return
    suggested = suggested_id(fields["name"]) if field == "id" else ""
    shown = say(", or Enter for {suggested}", suggested=suggested) if suggested else ""

    def take(typed: str) -> Any:
        found = (typed or suggested) if field in _TEXTS else answers.measure(field, plain(typed))
        beyond = {"beyond_60": True} if field == "max_inversion_deg" and fields.get("beyond_60") else {}
        why = answers.wrong(today, **{field: found}, **beyond)
        if why:
            raise NotTaken(*(answers.spoken(one) for one in why))
        return found

    fields[field] = ask(say(_QUESTIONS[field], **({"suggestion": shown} if field == "id" else {})), take)


def _slow(fields: dict[str, Any], today: datetime.date) -> None:
    """What only ever makes it less or slower. Enter leaves a number out."""
    for field, question in _PACE.items():

        def take(typed: str, field: str = field) -> Any:
            if not typed.strip():
                return None
            found = answers.value(plain(typed))
            why = answers.wrong(today, **{field: found})
            if why:
                raise NotTaken(*(answers.spoken(one) for one in why))
            return found

        if (found := ask(say(question), take)) is not None:
            fields[field] = found
    if confirmed(say(_PAIN)):
        fields["ask_pain"] = True


def _programme(today: datetime.date) -> dict[str, Any]:
    found = {"down_s": 30, "level_s": 30, "times": 2}
    for part, question in _PROGRAMME.items():
        found[part] = ask(say(question), functools.partial(_part, found, part, today))
    return found


def _part(programme: dict[str, Any], part: str, today: datetime.date, typed: str) -> Any:
    value = answers.value(plain(typed))
    why = answers.wrong(today, programme={**programme, part: value})
    if why:
        raise NotTaken(*(answers.spoken(one.removeprefix("programme.")) for one in why))
    return value


def suggested_id(name: str) -> str:
    """An id made of a name; empty where the name has no letter that an id may have."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_ID].strip("-")
