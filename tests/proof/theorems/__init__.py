"""All theorems: importing this package registers them, in the order in which they are told."""

from tests.proof.theorems import (
    asked,
    control,
    counted,
    down,
    kept,
    latches,
    limit,
    over_time,
    raised,
    responses,
    sensed,
    sessions,
    stop,
    stricter,
)

__all__ = [
    "asked",
    "control",
    "counted",
    "down",
    "kept",
    "latches",
    "limit",
    "over_time",
    "raised",
    "responses",
    "sensed",
    "sessions",
    "stop",
    "stricter",
]
