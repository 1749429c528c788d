"""The states of a table in words, for whoever watches one."""

from __future__ import annotations

from bascule.speech.told import later

# By the name on the wire; docs/safety/safe-states.md says all that each means.
STATES = {
    "BOOT": later("Starting"),
    "READY": later("Ready: hold DOWN to go head-down"),
    "LOCKED": later("Locked: it does not go head-down"),
    "CONFIRM": later("Waiting for somebody at the panel"),
    "INVERTING": later("Going head-down"),
    "AT_LIMIT": later("At the limit"),
    "HOLDING": later("Holding here"),
    "EASING": later("Coming up to rest"),
    "RESTING": later("Resting at level"),
    "RETURNING": later("Coming up to level"),
    "LEVEL_PAUSE": later("Pausing at level"),
    "RAISING": later("Coming up to upright"),
    "STOPPED": later("Stopped by STOP: UP brings it up"),
    "FAULT": later("Fault: see the panel"),
}
RESPONSES = {
    "NONE": later("nothing"),
    "REFUSE": later("nothing goes head-down"),
    "RETURN": later("the table comes up by itself"),
    "HALT": later("the table stops where it is; UP, or half a minute, lets it creep up"),
    "CREEP_UP": later("no angle is trusted: the table creeps up"),
    "CUT": later("the motor's supply is cut; the manual release is the way up"),
}
