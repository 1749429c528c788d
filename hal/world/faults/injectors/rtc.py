"""Faults of the clock chip: its answers, its oscillator, its battery, and what it believes."""

from __future__ import annotations

from hal.world.chips import ds3231
from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors.bus import refusing
from hal.world.hooks import Undo


def silent(rig: Breakable) -> Undo:
    """No answer; its battery keeps the time meanwhile."""
    return refusing(rig, ds3231.ADDRESS, lambda: True)


def standing(rig: Breakable) -> Undo:
    """Its time stands, and no flag says so."""
    return rig.hooks.wrap(rig.world.rtc, "advance", lambda _advance: lambda: None)


def jump(rig: Breakable, seconds: float) -> Undo:
    """What it believes leaps, once."""
    rig.world.rtc.jump(int(seconds))
    return lambda: None


def battery_empty(rig: Breakable) -> Undo:
    """With the next loss of power the time is lost."""
    rig.world.rtc.battery_ok = False

    def undo() -> None:
        rig.world.rtc.battery_ok = True

    return undo
