"""Buttons, ankle locks, STOP loop and angle switches as the input bits the board reads."""

from __future__ import annotations

from hal import contract

LEVEL_BAND_DEG = 2.0
UPRIGHT_BELOW_DEG = -69.0
END_ABOVE_DEG = 91.0

BUTTONS = {"down": contract.DOWN, "up": contract.UP, "ok": contract.OK}
SWITCHES = {"lock_left": contract.LOCK_LEFT, "lock_right": contract.LOCK_RIGHT, "mains": contract.MAINS}

_LEVEL = 1 << contract.AT_LEVEL
_UPRIGHT = 1 << contract.AT_UPRIGHT
_END = 1 << contract.AT_END


class Switches:
    """Held bits change by press, release and set_switch; the angle switches follow the plant."""

    def __init__(self) -> None:
        self.held = 1 << contract.STOP_CLOSED
        for bit in SWITCHES.values():
            self.held |= 1 << bit

    def press(self, name: str, down: bool) -> None:
        """Name is down, up, ok or stop; anything else raises KeyError."""
        if name == "stop":
            self._set(contract.STOP_CLOSED, not down)
        else:
            self._set(BUTTONS[name], down)

    def set_switch(self, name: str, closed: bool) -> None:
        """Name is lock_left, lock_right or mains; anything else raises KeyError."""
        self._set(SWITCHES[name], closed)

    def bits(self, inv_deg: float) -> int:
        if inv_deg <= UPRIGHT_BELOW_DEG:
            return self.held | _UPRIGHT
        if -LEVEL_BAND_DEG <= inv_deg <= LEVEL_BAND_DEG:
            return self.held | _LEVEL
        if inv_deg >= END_ABOVE_DEG:
            return self.held | _END
        return self.held

    def _set(self, bit: int, on: bool) -> None:
        if on:
            self.held |= 1 << bit
        else:
            self.held &= ~(1 << bit)
