"""What the conformance program says, line by line, on a board that keeps the contract, and who listens to it."""

from hal.world.table import WorldTable
from tests.conformance import program
from tests.conformance.inputs_and_services import PING, SLEEP

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
LINES.insert(LINES.index("ok uart_takes_nothing_while_the_far_end_sleeps"), SLEEP)
LINES += [f"ok {name}" for name in _LATER_PHASES]
LINES.append("done")
_SLEEP_S = 1.0


class FarEnd:
    """The laptop that the suite talks to: it greets first, and sleeps for a second when it is told to."""

    def __init__(self, table: WorldTable) -> None:
        self._table = table
        self._said = b""
        self._wakes_s = 0.0
        table.serial_in(PING)

    def done(self) -> bool:
        """To be asked at each step; whether all has been said."""
        table = self._table
        self._said += table.serial_out()
        if not self._wakes_s and SLEEP.encode() + b"\n" in self._said:
            self._wakes_s = table.world.now_s + _SLEEP_S
            table.world.cable.set_awake(False)
        if self._wakes_s and table.world.now_s >= self._wakes_s:
            table.world.cable.set_awake(True)
        return self._said.endswith(b"done\n")

    def lines(self) -> list[str]:
        return [line.strip() for line in self._said.decode().splitlines() if line.strip()]
