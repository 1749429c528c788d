"""The words and the source behind a screening result's caps, reasons and warnings."""

from __future__ import annotations

from bascule.conditions import catalogue
from bascule.facts import Reason
from firmware.screening import conditions as table

_PLAIN = {
    "table_rating": "the most this table is made for [D]",
    "profile": "the profile's own maximum",
    "progression": "the step that this person has reached on this table [D]",
}
_AGE = {gate[table.MEASURE]: gate for gate in table.GATES if gate[table.GATE_CATEGORY] == table.CAPPED}
_SOURCES = (
    {f"{row[table.NAME]}: {row[table.REASON]}": row[table.SOURCE] for row in table.CONDITIONS}
    | {
        table.WORDS["CONDITION_ABSOLUTE"] % (row[table.NAME], row[table.REASON]): row[table.SOURCE]
        for row in table.CONDITIONS
        if row[table.CATEGORY] == table.ABSOLUTE
    }
    | {f"{gate[table.GATE_NAME]}: {gate[table.GATE_REASON]}": gate[table.GATE_SOURCE] for gate in table.GATES}
)


def cap(origin: str) -> str:
    """Why a cap of this origin is there; empty for an origin of a newer table."""
    kind, _, key = origin.partition(":")
    row = table.find(key)
    if row is not None and kind == "clearance":
        return f"{row[table.NAME]}: the clearance's own maximum"
    if row is not None:
        return sourced(f"{row[table.NAME]}: {row[table.REASON]}")
    if origin in _AGE:
        gate = _AGE[origin]
        return sourced(f"{gate[table.GATE_NAME]}: {gate[table.GATE_REASON]}")
    return _PLAIN.get(origin, "")


def sourced(text: str) -> str:
    """`text` with its source and the source's mark, where it is a sentence of the tables."""
    source = _SOURCES.get(text)
    return f"{text} ({source})" if source else text


def urgent(why: Reason) -> bool:
    """Whether it speaks of what needs care now."""
    one = catalogue.find(why.condition)
    return one is not None and one.urgent


def urgent_first(reasons: tuple[Reason, ...]) -> list[Reason]:
    """The same reasons as a person should hear them: what needs care now before all else."""
    return sorted(reasons, key=lambda why: not urgent(why))
