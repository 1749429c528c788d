"""The questions of `bascule profile new` about conditions: which there are, what they mean, who has cleared them."""

from __future__ import annotations

import datetime
from typing import Any

from bascule.conditions import catalogue, meaning
from bascule.conditions.catalogue import Condition
from bascule.interview import answers, areas
from bascule.prompts import NotTaken, ask, chosen, confirmed, say, several
from firmware.screening import conditions as table

_NOTHING, _AGAIN = "nothing to declare", "again"
ROLES = {table.PHYSICIAN: "physician", table.SURGEON: "orthopaedic surgeon"}


def ask_conditions(fields: dict[str, Any], today: datetime.date) -> None:
    """Fill in conditions, clearances and days, explaining each condition as it is declared."""
    if "conditions" not in fields:
        fields["conditions"] = _declared()
        fields["nothing_to_declare"] = not fields["conditions"]
    else:
        _explain([one for one in map(catalogue.find, fields["conditions"]) if one])
    for key in fields["conditions"]:
        one = catalogue.find(key)
        if one is not None and one.clearable:
            _ask_about(one, fields, today)


def _declared() -> list[str]:
    """The keys of what the person has; an empty list only when that was said in words."""
    say()
    say("Next: present and past conditions, by body area. If a condition is not listed, ask a physician.")
    while True:
        keys: list[str] = []
        for title, members in areas.asked():
            say()
            about = {one.name: meaning.in_short(one) for one in members}
            picked = several(f"{title}: do any of these apply?", about)
            _explain([members[number] for number in picked])
            keys += [members[number].key for number in picked]
        say()
        say(f"Each day, the table itself asks about: {', '.join(one.name for one in areas.asked_each_day())}.")
        if keys or _nothing():
            return keys


def _nothing() -> bool:
    def take(typed: str) -> bool:
        if typed.casefold() not in (_NOTHING, _AGAIN):
            raise NotTaken(f"Type the words {_NOTHING}, or {_AGAIN}.")
        return typed.casefold() == _NOTHING

    return ask(
        f"You named no condition. If that is right, type the words {_NOTHING}. To see the lists again, type {_AGAIN}:",
        take,
    )


def _explain(conditions: list[Condition]) -> None:
    for one in conditions:
        for sentence in meaning.in_short(one):
            say(sentence, indent="  ")
    for mark, words in meaning.marks(*(one.source for one in conditions)).items():
        say(f"{mark} {words}", indent="    ")


def _ask_about(one: Condition, fields: dict[str, Any], today: datetime.date) -> None:
    say()
    undated = one.wait_days > 0 and one.key not in fields.get("since", {})
    if undated and confirmed(f"{one.name}: do you know the date when it happened? A clearance counts only with it."):
        fields.setdefault("since", {})[one.key] = _day_of(one, today)
    if any(given.get("condition") == one.key for given in fields.get("clearances", ())):
        return
    if confirmed(f"{one.name}: has {meaning.who_clears(one)} cleared it in writing?"):
        fields.setdefault("clearances", []).append(_clearance(one, today))
    else:
        say("The table stays locked until there is a clearance. Add it to the file when you have one.", indent="  ")


def _day_of(one: Condition, today: datetime.date) -> Any:
    def take(typed: str) -> Any:
        found = answers.day(typed)
        why = answers.wrong_in_since(today, one.key, found)
        if isinstance(found, datetime.date) and found > today:
            why = [f"{found} is in the future: write the date on which it happened."]
        if why:
            raise NotTaken(*why)
        return found

    return ask("The date, as 2026-09-01:", take)


def _clearance(one: Condition, today: datetime.date) -> dict[str, Any]:
    found: dict[str, Any] = {"condition": one.key}
    found["clinician"] = _part("clinician", "Who gave the clearance?", today)
    roles = list(table.ROLES)
    found["role"] = roles[chosen("In which role? Type its number:", [ROLES[role] for role in roles])]
    if one.role not in (table.EITHER, found["role"]):
        say(f"It will not count: for {one.name}, it must come from {meaning.who_clears(one)}.", indent="  ")
    found |= _dates(today)
    question = "How far head-down does it allow, in degrees past horizontal?"
    found["max_inversion_deg"] = _part("max_inversion_deg", question, today)
    return found


def _dates(today: datetime.date) -> dict[str, Any]:
    """Both days of a clearance. Which of two that do not fit is wrong only the person knows: both are asked again."""
    while True:
        found = {
            "issued": _part("issued", "Date on which it was given, as 2026-11-01:", today),
            "expires": _part("expires", "Last date on which it is valid, as 2027-03-01:", today),
        }
        why = answers.wrong_in_clearance(today, **found)
        for sentence in why:
            say(sentence, indent="  ")
        if not why:
            return found


def _part(field: str, question: str, today: datetime.date) -> Any:
    def take(typed: str) -> Any:
        found = typed if field == "clinician" else answers.value(typed)
        why = answers.wrong_in_clearance(today, **{field: found})
        if why:
            raise NotTaken(*why)
        return found

    return ask(question, take)
