"""What a condition means for its person, in words: what it locks or caps, who clears it, why, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.conditions.catalogue import Condition
from bascule.facts import INLINED
from bascule.speech.spoken import first_letter_large, number, say, source
from bascule.speech.told import later
from firmware.screening import conditions as table

# What a category does, by its name in the table.
CATEGORIES = {
    table.ABSOLUTE: later("the table stays locked, even with a clearance"),
    table.UNTIL_CLEARED: later("the table stays locked until there is a valid clearance"),
    table.CAPPED: later("allowed up to a certain angle"),
    table.WARN: later("allowed after the person acknowledges a warning at the table"),
    table.TODAY: later(
        "the table asks about it each day; declared in a profile, it locks the table until it is taken out"
    ),
    table.NOTE: later("noted, without any effect on the table"),
}
MARKS = {
    "[F]": later("read in that source"),
    "[R]": later("general knowledge"),
    "[D]": later("this project's own judgment"),
}
_NOT_KNOWN = later("not known to this tool")
_WAIT = later("a clearance counts only if it was given at least {days} days after the operation or event")
# To whoever declares what needs care now: before everything else that may be said of it.
SEEK_CARE = later("Seek care now: go to an emergency department today.")
PROPOSALS = later(
    "Categories, angles and waits are this project's own proposals, not a manufacturer's and not a clinician's."
)


@dataclass(frozen=True, slots=True)
class Explained:
    """A condition and what its category and its marks mean."""

    condition: Annotated[Condition, INLINED]
    means: Annotated[str, "What its category does."]
    marks: Annotated[dict[str, str], "By mark in the source: what it means."]


def explained(one: Condition) -> Explained:
    """The facts of a condition, for scripts."""
    return Explained(one, CATEGORIES.get(one.category, ""), {mark: MARKS[mark] for mark in marks(one.source)})


def lines(one: Condition) -> list[str]:
    """All that is known of a condition."""
    rows = [(say("category"), f"{one.category}: {_does(one)}")]
    rows += [(say("cleared by"), who_clears(one).rstrip(","))] if one.clearable else []
    rows += [(say("cap"), _cap(one))] if one.cap_deg else []
    rows += [(say("session"), _session(one))] if one.session_s else []
    rows += [(say("wait"), _wait(one))] if one.wait_days else []
    rows += [(say("why"), say(one.reason)), (say("source"), source(one.source))]
    rows += [("", f"{mark} {words}") for mark, words in marks(one.source).items()]
    return [f"{one.key}: {say(one.name)}", *(f"  {title:<10}  {text}" for title, text in rows)]


def in_short(one: Condition) -> list[str]:
    """The same as sentences, for somebody who has just declared it."""
    said = [f"{say(one.name)}: {_does(one)}."]
    said += [say("A clearance must come from {who}.", who=who_clears(one).rstrip(","))] if one.clearable else []
    said += [f"{first_letter_large(_cap(one))}."] if one.cap_deg else []
    said += [f"{first_letter_large(_session(one))}."] if one.session_s else []
    said += [f"{first_letter_large(_wait(one))}."] if one.wait_days else []
    return [" ".join(said), f"{say(one.reason)} ({source(one.source)})"]


def who_clears(one: Condition) -> str:
    """Whose clearance counts."""
    return say(table.ROLE_WORDS.get(one.role, one.role))


def _does(one: Condition) -> str:
    return say(CATEGORIES.get(one.category, _NOT_KNOWN))


def marks(*sources: str) -> dict[str, str]:
    """What the marks in `sources` mean."""
    return {mark: say(words) for mark, words in MARKS.items() if any(mark in source for source in sources)}


def _cap(one: Condition) -> str:
    deg = number(one.cap_deg)
    if one.clearable:
        return say("at most {deg} degrees past horizontal, even with a clearance", deg=deg)
    return say("at most {deg} degrees past horizontal", deg=deg)


def _session(one: Condition) -> str:
    return say("at most {seconds} s head-down in one session", seconds=one.session_s)


def _wait(one: Condition) -> str:
    return say(_WAIT, days=one.wait_days)
