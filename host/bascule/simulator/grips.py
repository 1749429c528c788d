"""Whose hands are on which button: a button is pressed for as long as anybody holds it.

A hand that is far away has to say again and again that it still holds: what it does not say any more it has let go of.
"""

from __future__ import annotations

import time

from hal.world.table import WorldTable
from hal.world.world import World

# A page that holds says so every 0.2 s. Two may be late, as with a browser that is busy.
LEASE_S = 0.6
BUTTONS = ("down", "up", "ok")


class Grips:
    """Of one table. `holder` is any name; `until_s` of the wall clock, None for a hand that is really there."""

    def __init__(self, table: WorldTable) -> None:
        self.table = table
        self._held: dict[str, dict[str, float | None]] = {name: {} for name in BUTTONS}
        self.stopped = False

    def hold(self, name: str, holder: str, leased: bool = False) -> None:
        """Press. KeyError for what is no button."""
        held = self._held[name]
        if not held:
            self.table.press(name)
        held[holder] = time.monotonic() + LEASE_S if leased else None

    def still(self, name: str, holder: str) -> None:
        """A hand that is far away still holds: what it was found to have let go of it must press anew."""
        if self._held[name].get(holder) is not None:
            self._held[name][holder] = time.monotonic() + LEASE_S

    def let_go(self, name: str, holder: str) -> None:
        """Nothing happens where it was not held."""
        held = self._held[name]
        if holder in held:
            del held[holder]
            if not held:
                self.table.release(name)

    def gone(self, holder: str) -> list[str]:
        """That hand is not there any more; what it held."""
        held = [name for name in BUTTONS if holder in self._held[name]]
        for name in held:
            self.let_go(name, holder)
        return held

    def expire(self) -> list[str]:
        """Let go of what nobody has spoken for in time; the buttons that came free by that."""
        now_s = time.monotonic()
        late = [
            (name, holder)
            for name, held in self._held.items()
            for holder, until_s in held.items()
            if until_s is not None and until_s < now_s
        ]
        for name, holder in late:
            self.let_go(name, holder)
        return [name for name in dict(late) if not self._held[name]]

    def stop(self, pressed: bool) -> None:
        """The mushroom latches: it is in until somebody turns it free."""
        self.stopped = pressed
        (self.table.press if pressed else self.table.release)("stop")

    def forget(self) -> None:
        """Nobody holds anything any more, and STOP is free: of a table that is new."""
        self._held = {name: {} for name in BUTTONS}
        self.stopped = False

    def held(self) -> list[str]:
        """The buttons that are pressed."""
        return [name for name in BUTTONS if self._held[name]]


class Hand:
    """The hand of somebody at the terminal, with the calls of a table that `Hands` makes."""

    def __init__(self, grips: Grips, holder: str) -> None:
        self._grips = grips
        self._holder = holder

    @property
    def world(self) -> World:
        """The table's, which a new table changes."""
        return self._grips.table.world

    def press(self, name: str) -> None:
        """Hold a button, or press STOP in."""
        if name == "stop":
            self._grips.stop(True)
        else:
            self._grips.hold(name, self._holder)

    def release(self, name: str) -> None:
        """Let go of it."""
        if name == "stop":
            self._grips.stop(False)
        else:
            self._grips.let_go(name, self._holder)

    def set_switch(self, name: str, closed: bool) -> None:
        """lock_left, lock_right or mains."""
        self._grips.table.set_switch(name, closed)
