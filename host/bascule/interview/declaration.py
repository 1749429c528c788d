"""The questions of `bascule profile new` about conditions: which there are, what they mean, who has cleared them."""

from __future__ import annotations

import datetime
from typing import Any

from bascule.conditions import catalogue, meaning
from bascule.conditions.catalogue import Condition
from bascule.errors import LOCKED_OUT, Problem
from bascule.interview import answers, areas
from bascule.prompts import Memory, NotTaken, ask, chosen, confirmed, say, several
from firmware.screening import conditions as table

_NOTHING, _AGAIN, _END = "nothing to declare", "again", "end"
_ELSE_LASTING = "Do not use an inversion table. Ask a physician or a physiotherapist what else may help."
_ELSE_FOR_NOW = "Do not use an inversion table while it lasts, and ask a physician before you ever do."
_AREA = "{}: do any of these apply?"
ROLES = {table.PHYSICIAN: "physician", table.SURGEON: "orthopaedic surgeon"}


def ask_conditions(fields: dict[str, Any], today: datetime.date, memory: Memory) -> None:
    """Fill in conditions, clearances and days, explaining each condition as it is declared."""
    if "conditions" not in fields:
        fields["conditions"] = _declared(memory)
        fields["nothing_to_declare"] = not fields["conditions"]
    else:
        known = [one for one in map(catalogue.find, fields["conditions"]) if one]
        if any(one.urgent for one in known):
            say(meaning.SEEK_CARE)
        _explain(known)
    for key in fields["conditions"]:
        one = catalogue.find(key)
        if one is not None and one.clearable:
            _ask_about(one, fields, today)


def _declared(memory: Memory) -> list[str]:
    """The keys of what the person has; an empty list only when that was said in words."""
    say()
    say("Next: present and past conditions, by body area. If a condition is not listed, ask a physician.")
    keys: list[str] = []
    for title, members in areas.asked():
        say()
        about = {one.name: meaning.in_short(one) for one in members}
        picked = [members[number] for number in several(_AREA.format(title), about)]
        _explain(picked)
        for one in sorted(picked, key=lambda one: not one.urgent):
            _end_where_locked(one)
        keys += [one.key for one in picked]
    say()
    say(f"Each day, the table itself asks about: {', '.join(one.name for one in areas.asked_each_day())}.")
    if not keys and not _nothing():
        memory.forget_from(_AREA.format(areas.asked()[0][0]))
    return keys


def _end_where_locked(one: Condition) -> None:
    """Stop where no clearance changes the answer: further questions would change nothing."""
    if one.category != table.ABSOLUTE:
        return
    first, hint = "", _ELSE_LASTING if one.lasting else _ELSE_FOR_NOW
    if one.urgent:
        first, hint = f"{meaning.SEEK_CARE} ", meaning.SEEK_CARE

    def take(typed: str) -> None:
        if typed.casefold() != _END:
            raise NotTaken(f"Type {_END}, or back to change the answer before.")
        text = f"{one.name}: the table stays locked, even with a clearance. Nothing was written"
        raise Problem(LOCKED_OUT, "LASTING_NO" if one.lasting else "NO_FOR_NOW", text, hint)

    locks = f"{one.name} locks the table for {'good' if one.lasting else 'now'}."
    ask(f"{first}{locks} Type {_END} to stop here, or back if that was a slip.", take)


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
        why = answers.wrong_day(found)
        if not why and answers.wrong_in_since(today, one.key, found):
            why = [f"{found} is outside the years 2000 to 2099: write the date on which it happened."]
        if isinstance(found, datetime.date) and found > today:
            why = [f"{found} is in the future: write the date on which it happened."]
        if why:
            raise NotTaken(*why)
        return found

    return ask(f"{one.name}: the date, as 2026-09-01:", take)


def _clearance(one: Condition, today: datetime.date) -> dict[str, Any]:
    found: dict[str, Any] = {"condition": one.key}

    def part(field: str, question: str) -> None:
        found[field] = _part(field, f"{one.name}: {question}", found, today)

    part("clinician", "who gave the clearance?")
    roles = list(table.ROLES)
    found["role"] = roles[chosen(f"{one.name}: in which role? Type its number:", [ROLES[role] for role in roles])]
    if one.role not in (table.EITHER, found["role"]):
        say(f"It will not count: for {one.name}, it must come from {meaning.who_clears(one)}.", indent="  ")
    part("issued", "date on which it was given, as 2026-11-01:")
    part("expires", "last date on which it is valid, as 2027-03-01:")
    part("max_inversion_deg", "how far head-down does it allow, in degrees past horizontal?")
    return found


def _part(field: str, question: str, before: dict[str, Any], today: datetime.date) -> Any:
    """One part of a clearance, which must fit those before it."""
    known = {name: before[name] for name in ("issued",) if name in before}

    def take(typed: str) -> Any:
        found: Any = typed if field == "clinician" else answers.value(typed)
        why = answers.wrong_day(found) if field in ("issued", "expires") else []
        why = why or answers.wrong_in_clearance(today, **{**known, field: found})
        if not why and field == "issued" and found > today:
            why = [f"{found} is in the future: write the date on which the clearance was given."]
        if not why and field == "expires" and found < today:
            say(f"It is over since {found} and will not count.", indent="  ")
        if why:
            raise NotTaken(*(answers.spoken(one) for one in why))
        return found

    return ask(question, take)
