"""The states of the table, as session, link and panel tell them. READY, LOCKED and CONFIRM mean upright and idle."""

BOOT = 0
READY = 1
LOCKED = 2
CONFIRM = 3
INVERTING = 4
AT_LIMIT = 5
HOLDING = 6
EASING = 7
RESTING = 8
RETURNING = 9
LEVEL_PAUSE = 10
RAISING = 11
STOPPED = 12
FAULT = 13

STATE_NAMES = (
    "BOOT",
    "READY",
    "LOCKED",
    "CONFIRM",
    "INVERTING",
    "AT_LIMIT",
    "HOLDING",
    "EASING",
    "RESTING",
    "RETURNING",
    "LEVEL_PAUSE",
    "RAISING",
    "STOPPED",
    "FAULT",
)
