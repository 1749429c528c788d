"""Situations that play themselves on the simulated table: what happens in each, step by step.

A step is one thing somebody does, or one thing that is waited for; `playing` knows them. Each begins with a new table
on which Anna is ready: 15 degrees head-down is as far as it goes.
"""

from __future__ import annotations

from typing import NamedTuple

# What a step does: hold, let go of or tap a button; press STOP; open a lock, or pull the mains plug; break something.
HOLD, LET_GO, TAP, STOP, OPEN, BREAK = "hold", "let go", "tap", "stop", "open", "break"
# Until the table is at so many degrees on its way down, says a state, says any fault, or so many seconds have passed.
BELOW, STATE, FAULT, SECONDS = "below", "state", "fault", "seconds"
# The table's way home, whoever presses what.
UPRIGHT = "upright"

Step = tuple[str, str | float]


class Situation(NamedTuple):
    """One of them. The last step of a fault is its end."""

    key: str
    title: str
    words: str
    steps: tuple[Step, ...]


_DOWN: tuple[Step, ...] = ((HOLD, "down"), (BELOW, -20.0))
_AT_LIMIT: tuple[Step, ...] = ((HOLD, "down"), (STATE, "AT_LIMIT"), (LET_GO, "down"), (STATE, "HOLDING"))
_HOME: tuple[Step, ...] = ((UPRIGHT, ""),)

SITUATIONS = (
    Situation(
        "session",
        "A session without trouble",
        "Down to the limit, twenty seconds there, and up again with its pause at level.",
        (*_AT_LIMIT, (SECONDS, 20.0), (TAP, "up"), *_HOME),
    ),
    Situation(
        "faint",
        "The person faints head-down",
        "Everything is let go of at the limit, and nobody answers the prompt: the table comes up by itself.",
        (*_AT_LIMIT, (FAULT, ""), *_HOME),
    ),
    Situation(
        "stop",
        "STOP on the way down",
        "STOP is pressed while DOWN is held: the drive is off, and UP still leads home.",
        (*_DOWN, (STOP, ""), (STATE, "STOPPED"), (LET_GO, "down"), (SECONDS, 3.0), (TAP, "up"), *_HOME),
    ),
    Situation(
        "ankle",
        "An ankle lock opens",
        "On the way down the left ankle lock opens, with DOWN still held.",
        (*_DOWN, (OPEN, "lock_left"), (FAULT, "ANKLE_OPEN"), (LET_GO, "down"), *_HOME),
    ),
    Situation(
        "mains",
        "The mains plug is pulled",
        "At the limit the plug is pulled: the battery has to carry the person home.",
        (*_AT_LIMIT, (OPEN, "mains"), (SECONDS, 3.0), (TAP, "up"), *_HOME),
    ),
    Situation(
        "frozen",
        "The tilt sensor freezes",
        "On the way down it repeats one reading. It is not trusted: the table creeps home while UP is held.",
        (*_DOWN, (BREAK, "imu stuck"), (FAULT, "IMU_FROZEN"), (LET_GO, "down"), (HOLD, "up"), *_HOME),
    ),
    Situation(
        "worn",
        "The screw no longer holds",
        "While holding at the limit the load drives the screw back.",
        (*_AT_LIMIT, (BREAK, "actuator backdrive"), (FAULT, "SLIPPING"), (SECONDS, 3.0)),
    ),
    Situation(
        "driver",
        "The motor driver sticks on",
        "While holding, the driver gives full drive whatever it is asked: only the contactor can end that.",
        (*_AT_LIMIT, (BREAK, "driver stuck"), (FAULT, ""), (SECONDS, 3.0)),
    ),
    Situation(
        "jam",
        "The screw jams on the way up",
        "On the way home the screw stops moving while the motor pulls.",
        (*_AT_LIMIT, (TAP, "up"), (SECONDS, 2.0), (BREAK, "actuator jam"), (FAULT, ""), (SECONDS, 3.0)),
    ),
    Situation(
        "floor",
        "Somebody moves the table",
        "At rest the floor under the table tilts: it refuses to begin until it stands level again.",
        ((BREAK, "floor offset"), (FAULT, "TIPPED"), (SECONDS, 2.0)),
    ),
)  # fmt: skip
