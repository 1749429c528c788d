"""The questions of `bascule profile new` about conditions: which there are, what they mean, who has cleared them."""

from __future__ import annotations

import datetime
from typing import Any

from bascule.conditions import catalogue, meaning
from bascule.conditions.catalogue import Condition
from bascule.errors import LOCKED_OUT, Problem
from bascule.interview import answers, areas
from bascule.prompts import Memory, NotTaken, ask, chosen, confirmed, several, tell
from bascule.speech.spoken import said, say
from bascule.speech.told import Told, later
from bascule.speech.typed import in_english, plain
from firmware.screening import conditions as table

_NOTHING, _AGAIN, _END = "nothing to declare", "again", "end"
_NONE_NAMED = later(
    "You named no condition. If that is right, type the words nothing to declare. To see the lists again, type again:"
)
_ELSE_LASTING = later("Do not use an inversion table. Ask a physician or a physiotherapist what else may help.")
_ELSE_FOR_NOW = later("Do not use an inversion table while it lasts, and ask a physician before you ever do.")
_LOCKS_FOR_GOOD, _LOCKS_FOR_NOW = later("{name} locks the table for good."), later("{name} locks the table for now.")
_DATE_KNOWN = later("{name}: do you know the date when it happened? A clearance counts only with it.")
_AREA = later("{area}: do any of these apply?")
ROLES = {table.PHYSICIAN: later("physician"), table.SURGEON: later("orthopaedic surgeon")}


def ask_conditions(fields: dict[str, Any], today: datetime.date, memory: Memory) -> None:
    """Fill in conditions, clearances and days, explaining each condition as it is declared."""
    if "conditions" not in fields:
        fields["conditions"] = _declared(memory)
        fields["nothing_to_declare"] = not fields["conditions"]
    else:
        known = [one for one in map(catalogue.find, fields["conditions"]) if one]
        if any(one.urgent for one in known):
            tell(say(meaning.SEEK_CARE))
        _explain(known)
    for key in fields["conditions"]:
        one = catalogue.find(key)
        if one is not None and one.clearable:
            _ask_about(one, fields, today)


def _declared(memory: Memory) -> list[str]:
    """The keys of what the person has; an empty list only when that was said in words."""
    tell()
    tell(say("Next: present and past conditions, by body area. If a condition is not listed, ask a physician."))
    keys: list[str] = []
    for title, members in areas.asked():
        tell()
        about = {say(one.name): meaning.in_short(one) for one in members}
        picked = [members[number] for number in several(say(_AREA, area=say(title)), about)]
        _explain(picked)
        for one in sorted(picked, key=lambda one: not one.urgent):
            _end_where_locked(one)
        keys += [one.key for one in picked]
    tell()
    each_day = ", ".join(say(one.name) for one in areas.asked_each_day())
    tell(say("Each day, the table itself asks about: {conditions}.", conditions=each_day))
    if not keys and not _nothing():
        memory.forget_from(say(_AREA, area=say(areas.asked()[0][0])))
    return keys


def _end_where_locked(one: Condition) -> None:
    """Stop where no clearance changes the answer: further questions would change nothing."""
    if one.category != table.ABSOLUTE:
        return
    first, hint = "", _ELSE_LASTING if one.lasting else _ELSE_FOR_NOW
    if one.urgent:
        first, hint = f"{say(meaning.SEEK_CARE)} ", meaning.SEEK_CARE

    def take(typed: str) -> None:
        if in_english(typed) != _END:
            raise NotTaken(say("Type end, or back to change the answer before."))
        text = later("{name}: the table stays locked, even with a clearance. Nothing was written", name=later(one.name))
        raise Problem(LOCKED_OUT, "LASTING_NO" if one.lasting else "NO_FOR_NOW", text, hint)

    locks = say(_LOCKS_FOR_GOOD if one.lasting else _LOCKS_FOR_NOW, name=say(one.name))
    ask(f"{first}{locks} {say('Type end to stop here, or back if that was a slip.')}", take)


def _nothing() -> bool:
    def take(typed: str) -> bool:
        if in_english(typed) not in (_NOTHING, _AGAIN):
            raise NotTaken(say("Type the words nothing to declare, or again."))
        return in_english(typed) == _NOTHING

    return ask(say(_NONE_NAMED), take)


def _explain(conditions: list[Condition]) -> None:
    for one in conditions:
        for sentence in meaning.in_short(one):
            tell(sentence, indent="  ")
    for mark, words in meaning.marks(*(one.source for one in conditions)).items():
        tell(f"{mark} {words}", indent="    ")


def _ask_about(one: Condition, fields: dict[str, Any], today: datetime.date) -> None:
    tell()
    undated = one.wait_days > 0 and one.key not in fields.get("since", {})
    if undated and confirmed(say(_DATE_KNOWN, name=say(one.name))):
        fields.setdefault("since", {})[one.key] = _day_of(one, today)
    if any(given.get("condition") == one.key for given in fields.get("clearances", ())):
        return
    if confirmed(say("{name}: has {who} cleared it in writing?", name=say(one.name), who=_by(one))):
        fields.setdefault("clearances", []).append(_clearance(one, today))
    else:
        locked = say("The table stays locked until there is a clearance. Add it to the file when you have one.")
        tell(locked, indent="  ")


def _by(one: Condition) -> str:
    """Whose clearance counts, within a sentence."""
    return meaning.who_clears(one).rstrip(",")


def _day_of(one: Condition, today: datetime.date) -> Any:
    def take(typed: str) -> Any:
        found = answers.day(plain(typed))
        why = answers.wrong_day(found)
        if not why and answers.wrong_in_since(today, one.key, found):
            why = [later("{day} is outside the years 2000 to 2099: write the date on which it happened.", day=found)]
        if isinstance(found, datetime.date) and found > today:
            why = [later("{day} is in the future: write the date on which it happened.", day=found)]
        if why:
            raise NotTaken(*map(said, why))
        return found

    return ask(say("{name}: the date, as 2026-09-01:", name=say(one.name)), take)


def _clearance(one: Condition, today: datetime.date) -> dict[str, Any]:
    found: dict[str, Any] = {"condition": one.key}

    def part(field: str, question: Told) -> None:
        found[field] = _part(field, f"{say(one.name)}: {say(question)}", found, today)

    part("clinician", later("who gave the clearance?"))
    roles = list(table.ROLES)
    in_which = say("{name}: in which role? Type its number:", name=say(one.name))
    found["role"] = roles[chosen(in_which, [say(ROLES[role]) for role in roles])]
    if one.role not in (table.EITHER, found["role"]):
        wrong = say("It will not count: for {name}, it must come from {who}.", name=say(one.name), who=_by(one))
        tell(wrong, indent="  ")
    part("issued", later("date on which it was given, as 2026-11-01:"))
    part("expires", later("last date on which it is valid, as 2027-03-01:"))
    part("max_inversion_deg", later("how far head-down does it allow, in degrees past horizontal?"))
    return found


def _part(field: str, question: str, before: dict[str, Any], today: datetime.date) -> Any:
    """One part of a clearance, which must fit those before it."""
    known = {name: before[name] for name in ("issued",) if name in before}

    def take(typed: str) -> Any:
        found: Any = typed if field == "clinician" else answers.value(plain(typed))
        why: list[str] = [*answers.wrong_day(found)] if field in ("issued", "expires") else []
        why = why or answers.wrong_in_clearance(today, **{**known, field: found})
        if not why and field == "issued" and found > today:
            why = [later("{day} is in the future: write the date on which the clearance was given.", day=found)]
        if not why and field == "expires" and found < today:
            tell(say("It is over since {day} and will not count.", day=found), indent="  ")
        if why:
            raise NotTaken(*(answers.spoken(one) for one in why))
        return found

    return ask(question, take)
