"""Faults of contactor, bridge, motor, screw, belt and of what stands or lies in the way."""

from __future__ import annotations

from collections.abc import Callable

from hal import contract
from hal.world.faults.breakable import Breakable
from hal.world.hooks import Call, Undo
from hal.world.mechanics import linkage

# (volts that the bridge should give, whether it is on) -> what the motor gets.
Bridge = Callable[[float, bool], tuple[float, bool]]


def bridge(rig: Breakable, change: Bridge) -> Undo:
    """What reaches the motor is what change makes of it."""

    def wrapper(run: Call) -> Call:
        def changed(steps: int, volts: float, on: bool, now_s: float) -> None:
            run(steps, *change(volts, on), now_s)

        return changed

    return rig.hooks.wrap(rig.world.plant, "run", wrapper)


def bridge_stuck(rig: Breakable, permille: float) -> Undo:
    """Transistors shorted: the motor gets this share whenever the contactor is closed, enabled or not."""
    world = rig.world

    def change(_volts: float, _on: bool) -> tuple[float, bool]:
        closed = world.wiring.contactor_closed
        return (world.analog.supply_v() * permille / contract.DRIVE_MAX if closed else 0.0), closed

    return bridge(rig, change)


def overheated(rig: Breakable) -> Undo:
    """The bridge is too hot: it switches off and says so by its sense output."""
    rig.world.bridge.hot = True

    def undo() -> None:
        rig.world.bridge.hot = False

    return undo


def contacts(rig: Breakable, closed: bool) -> Undo:
    """The contactor's contacts are where they are, whatever its coil does."""
    wiring = rig.world.wiring
    undo = rig.hooks.wrap(wiring, "contact", lambda _contact: lambda: closed)
    wiring.contactor_closed = closed

    def back() -> None:
        undo()
        wiring.contactor_closed = wiring.contact()

    return back


def plant(rig: Breakable, **changes: float | bool) -> Undo:
    """Other values for what wear, heat and obstacles change on the plant."""
    body = rig.world.plant
    before = {name: getattr(body, name) for name in changes}
    for name, value in changes.items():
        setattr(body, name, value)

    def undo() -> None:
        for name, value in before.items():
            setattr(body, name, value)

    return undo


def jammed(rig: Breakable) -> Undo:
    here_m = rig.world.plant.stroke_m
    return plant(rig, low_m=here_m, high_m=here_m)


def worn_thread(rig: Breakable, share: float) -> Undo:
    """The screw keeps this share of its friction and holds no load."""
    body = rig.world.plant
    return plant(
        rig, screw_friction_n=body.screw_friction_n * share, screw_mu=body.screw_mu * share, self_locking=False
    )


def obstacle(rig: Breakable, inv_deg: float) -> Undo:
    """A hard obstacle at inv_deg blocks the way from the side where the table now is."""
    there_m = linkage.stroke_m(inv_deg)
    if rig.world.plant.inv_deg < inv_deg:
        return plant(rig, high_m=there_m)
    return plant(rig, low_m=there_m)


def motor(rig: Breakable, factor: float) -> Undo:
    return plant(rig, motor_ohm=rig.world.plant.motor_ohm * factor)


def slipping(rig: Breakable, share: float) -> Undo:
    """Of every motion the belt loses this share; lifting leaves what was lost."""
    body = rig.world.plant
    lost = 0.0

    def wrapper(run: Call) -> Call:
        def changed(steps: int, volts: float, on: bool, now_s: float) -> None:
            nonlocal lost
            before = body.inv_rad + lost
            body.inv_rad = before
            run(steps, volts, on, now_s)
            lost += share * (body.inv_rad - before)
            body.rate_radps *= 1.0 - share
            body.inv_rad -= lost

        return changed

    rig.hooks.wrap(body, "run", wrapper)

    def undo() -> None:
        nonlocal share
        share = 0.0

    return undo


def shifted(rig: Breakable, toward_head_m: float) -> Undo:
    """The person slides along the table."""
    person = rig.world.plant.person
    person.com_along_m += toward_head_m

    def undo() -> None:
        person.com_along_m -= toward_head_m

    return undo
