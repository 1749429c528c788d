"""The states of a table in words, for whoever watches one."""

from __future__ import annotations

# By the name on the wire; docs/safety/safe-states.md says all that each means.
STATES = {
    "BOOT": "Starting",
    "READY": "Ready: hold DOWN to go head-down",
    "LOCKED": "Locked: it does not go head-down",
    "CONFIRM": "Waiting for somebody at the panel",
    "INVERTING": "Going head-down",
    "AT_LIMIT": "At the limit",
    "HOLDING": "Holding here",
    "EASING": "Coming up to rest",
    "RESTING": "Resting at level",
    "RETURNING": "Coming up to level",
    "LEVEL_PAUSE": "Pausing at level",
    "RAISING": "Coming up to upright",
    "STOPPED": "Stopped by STOP: UP brings it up",
    "FAULT": "Fault: see the panel",
}
RESPONSES = {
    "NONE": "nothing",
    "REFUSE": "nothing goes head-down",
    "RETURN": "the table comes up by itself",
    "HALT": "the table stops where it is; UP, or half a minute, lets it creep up",
    "CREEP_UP": "no angle is trusted: the table creeps up",
    "CUT": "the motor's supply is cut; the manual release is the way up",
}
