"""All theorems: importing this package registers them, in the order in which they are told."""

from tests.proof.theorems import (
    control,
    counted,
    down,
    kept,
    latches,
    limit,
    over_time,
    raised,
    responses,
    sessions,
    stop,
    stricter,
)

__all__ = [
    "control",
    "counted",
    "down",
    "kept",
    "latches",
    "limit",
    "over_time",
    "raised",
    "responses",
    "sessions",
    "stop",
    "stricter",
]
