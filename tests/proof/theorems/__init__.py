"""All theorems: importing this package registers them, in the order in which they are told."""

from tests.proof.theorems import (
    counted,
    down,
    kept,
    latches,
    limit,
    over_time,
    parts,
    raised,
    responses,
    rest,
    stop,
    stricter,
)

__all__ = [
    "counted",
    "down",
    "kept",
    "latches",
    "limit",
    "over_time",
    "parts",
    "raised",
    "responses",
    "rest",
    "stop",
    "stricter",
]
