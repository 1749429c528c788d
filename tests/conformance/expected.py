"""What the conformance program says, line by line, on a board that keeps the contract."""

from tests.conformance import program

_LATER_PHASES = [
    "cause_is_soft",
    "reset_opens_the_contactor",
    "watchdog_is_off_after_a_reset",
    "watchdog_spares_who_feeds",
    "cause_is_watchdog",
    "reset_opens_the_contactor",
    "watchdog_is_off_after_a_reset",
]
LINES = [f"ok {check.__name__.removeprefix('check_')}" for check in program.FIRST]
LINES += [f"ok {name}" for name in _LATER_PHASES]
LINES.append("done")
