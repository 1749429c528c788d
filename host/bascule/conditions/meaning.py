"""What a condition means for its person, in words: what it locks or caps, who clears it, why, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.conditions.catalogue import Condition
from bascule.facts import INLINED
from firmware.screening import conditions as table

# What a category does, by its name in the table.
CATEGORIES = {
    table.ABSOLUTE: "the table stays locked, even with a clearance",
    table.UNTIL_CLEARED: "the table stays locked until there is a valid clearance",
    table.CAPPED: "allowed up to a certain angle",
    table.WARN: "allowed after the person acknowledges a warning at the table",
    table.TODAY: "the table asks about it each day; declared in a profile, it locks the table until it is taken out",
    table.NOTE: "noted, without any effect on the table",
}
MARKS = {"[F]": "read in that source", "[R]": "general knowledge", "[D]": "this project's own judgment"}
# To whoever declares what needs care now: before everything else that may be said of it.
SEEK_CARE = "Seek care now: go to an emergency department today."
PROPOSALS = "Categories, angles and waits are this project's own proposals, not a manufacturer's and not a clinician's."


@dataclass(frozen=True, slots=True)
class Explained:
    """A condition and what its category and its marks mean."""

    condition: Annotated[Condition, INLINED]
    means: Annotated[str, "What its category does."]
    marks: Annotated[dict[str, str], "By mark in the source: what it means."]


def explained(one: Condition) -> Explained:
    """The facts of a condition, for scripts."""
    return Explained(one, CATEGORIES.get(one.category, ""), marks(one.source))


def lines(one: Condition) -> list[str]:
    """All that is known of a condition."""
    rows = [("category", f"{one.category}: {CATEGORIES.get(one.category, 'not known to this tool')}")]
    rows += [("cleared by", who_clears(one))] if one.clearable else []
    rows += [("cap", _cap(one))] if one.cap_deg else []
    rows += [("session", _session(one))] if one.session_s else []
    rows += [("wait", _wait(one))] if one.wait_days else []
    rows += [("why", one.reason), ("source", one.source)]
    rows += [("", f"{mark} {words}") for mark, words in marks(one.source).items()]
    return [f"{one.key}: {one.name}", *(f"  {title:<10}  {text}" for title, text in rows)]


def in_short(one: Condition) -> list[str]:
    """The same as sentences, for somebody who has just declared it."""
    said = [f"{one.name}: {CATEGORIES.get(one.category, one.category)}."]
    said += [f"A clearance must come from {who_clears(one)}."] if one.clearable else []
    said += [f"{_cap(one).capitalize()}."] if one.cap_deg else []
    said += [f"{_session(one).capitalize()}."] if one.session_s else []
    said += [f"{_wait(one).capitalize()}."] if one.wait_days else []
    return [" ".join(said), f"{one.reason} ({one.source})"]


def who_clears(one: Condition) -> str:
    """Whose clearance counts."""
    return table.ROLE_WORDS.get(one.role, one.role)


def marks(*sources: str) -> dict[str, str]:
    """What the marks in `sources` mean."""
    return {mark: words for mark, words in MARKS.items() if any(mark in source for source in sources)}


def _cap(one: Condition) -> str:
    return f"at most {one.cap_deg:g} degrees past horizontal{', even with a clearance' if one.clearable else ''}"


def _session(one: Condition) -> str:
    return f"at most {one.session_s} s head-down in one session"


def _wait(one: Condition) -> str:
    return f"a clearance counts only if it was given at least {one.wait_days} days after the operation or event"
