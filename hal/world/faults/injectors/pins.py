"""Faults of the analogue inputs and of switches and buttons: hung where the board samples them."""

from __future__ import annotations

from hal import contract
from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors.signal import Change
from hal.world.hooks import Call, Undo

MM = contract.ADC_MAX * 1000 / contract.POSITION_SPAN_UM
AMP = contract.ADC_MAX * 1000 / contract.CURRENT_SPAN_MA
VOLT = contract.ADC_MAX * 1000 / contract.VOLTAGE_SPAN_MV


def channel(rig: Breakable, index: int, change: Change) -> Undo:
    """One analogue input reads what change makes of it."""

    def wrapper(sample: Call) -> Call:
        def changed(now_us: int) -> tuple[int, ...]:
            raw = list(sample(now_us))
            seen = change(now_us, (raw[index],))
            raw[index] = max(0, min(contract.ADC_MAX, seen[0])) if seen else 0
            return tuple(raw)

        return changed

    return rig.hooks.wrap(rig.world.analog, "sample", wrapper)


def reversed_ends(rig: Breakable, index: int) -> Undo:
    return channel(rig, index, lambda _now_us, values: [contract.ADC_MAX - values[0]])


def input_bit(rig: Breakable, bit: int, level: bool, period_ms: float = 0.0) -> Undo:
    """One input reads level; with a period, only every other period."""
    clock = rig.world.clock
    since_us, period_us = clock.now_us, int(period_ms * 1000)
    mask = 1 << bit

    def wrapper(bits: Call) -> Call:
        def changed() -> int:
            true: int = bits()
            if period_us and (clock.now_us - since_us) // period_us % 2:
                return true
            return true | mask if level else true & ~mask

        return changed

    return rig.hooks.wrap(rig.world, "input_bits", wrapper)


def kept_bit(rig: Breakable, bit: int) -> Undo:
    return input_bit(rig, bit, bool(rig.world.input_bits() >> bit & 1))


def stop_shorted(rig: Breakable) -> Undo:
    """The loop's two wires touch: neither the button nor the resistor is seen any more."""
    undo_closed = input_bit(rig, contract.STOP_CLOSED, False)
    undo_short = input_bit(rig, contract.STOP_SHORT, True)

    def undo() -> None:
        undo_closed()
        undo_short()

    return undo
