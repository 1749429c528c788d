"""The words and the source behind a screening result's caps, reasons and warnings."""

from __future__ import annotations

import functools

from bascule.conditions import catalogue
from bascule.facts import Reason
from bascule.speech import spoken
from bascule.speech.spoken import language, said, say, text
from bascule.speech.told import later
from firmware.screening import conditions as table
from firmware.texts import english

_PLAIN = {
    "table_rating": later("the most this table is made for [D]"),
    "profile": later("the profile's own maximum"),
    "hold": later("where the profile holds the steps for now"),
    "progression": later("the step that this person has reached on this table [D]"),
}
_AGE = {gate[table.MEASURE]: gate for gate in table.GATES if gate[table.GATE_CATEGORY] == table.CAPPED}
_CLEARANCE = later("{name}: the clearance's own maximum")
_LASTING = table.WORDS["CONDITION_ABSOLUTE"]
# The texts of the rules that are said whole, each with its source.
_WHOLE = (
    *[((table.NAMED, (row[table.NAME],), (row[table.REASON],)), row[table.SOURCE]) for row in table.CONDITIONS],
    *[
        ((_LASTING, (row[table.NAME],), (row[table.REASON],)), row[table.SOURCE])
        for row in table.CONDITIONS
        if row[table.CATEGORY] == table.ABSOLUTE
    ],
    *[
        ((table.NAMED, (gate[table.GATE_NAME],), (gate[table.GATE_REASON],)), gate[table.GATE_SOURCE])
        for gate in table.GATES
    ],
)


def cap(origin: str) -> str:
    """Why a cap of this origin is there; empty for an origin of a newer table."""
    kind, _, key = origin.partition(":")
    row = table.find(key)
    if row is not None and kind == "clearance":
        return say(_CLEARANCE, name=say(row[table.NAME]))
    if row is not None:
        return sourced(f"{row[table.NAME]}: {row[table.REASON]}")
    if origin in _AGE:
        gate = _AGE[origin]
        return sourced(f"{gate[table.GATE_NAME]}: {gate[table.GATE_REASON]}")
    return say(_PLAIN.get(origin, ""))


def sourced(told: str) -> str:
    """What a table or the rules tell, in the language and with its source and the source's mark, where it is a sentence
    of the tables."""
    found = _told(language()).get(told)
    return f"{found[0]} ({found[1]})" if found else said(told)


@functools.cache
def _told(_language: str) -> dict[str, tuple[str, str]]:
    """By what a table or the rules here say, in English: the text in the language and its source."""
    return {english(one): (said(text(one)), spoken.source(str(told))) for one, told in _WHOLE}


def urgent(why: Reason) -> bool:
    """Whether it speaks of what needs care now."""
    one = catalogue.find(why.condition)
    return one is not None and one.urgent


def urgent_first(reasons: tuple[Reason, ...]) -> list[Reason]:
    """The same reasons as a person should hear them: what needs care now before all else."""
    return sorted(reasons, key=lambda why: not urgent(why))
