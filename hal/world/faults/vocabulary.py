"""The vocabulary of faults: every name, what it can be hung on, what its number means, and how it is hung."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from hal import contract
from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors import analog, bus, drive, imu, pins, rtc, signal, system
from hal.world.hooks import Undo

Hang = Callable[[Breakable, float], Undo]
ADC = {
    "position": contract.POSITION,
    "current": contract.CURRENT,
    "supply": contract.SUPPLY,
    "battery": contract.BATTERY,
}
ADC_UNIT = {"position": (pins.MM, "mm"), "current": (pins.AMP, "A"), "supply": (pins.VOLT, "V")}
BITS = {
    "stop": contract.STOP_CLOSED, "down": contract.DOWN, "up": contract.UP, "ok": contract.OK,
    "lock_left": contract.LOCK_LEFT, "lock_right": contract.LOCK_RIGHT, "at_upright": contract.AT_UPRIGHT,
    "at_level": contract.AT_LEVEL, "at_end": contract.AT_END, "mains": contract.MAINS,
    "mirror": contract.CONTACTOR_CLOSED,
}  # fmt: skip
PARTS = ("i2c", "adc", "inputs", "outputs", "watchdog", "uart", "clock")  # of the board, as hal/README.md has them


class Row(NamedTuple):
    """One line of the vocabulary. unit "" means that the fault takes no number."""

    name: str
    target: str
    value: float
    unit: str
    words: str
    hang: Hang


def _plain(hang: Callable[[Breakable], Undo]) -> Hang:
    return lambda rig, _value: hang(rig)


def _sensed(axes: range, change: Callable[[float], signal.Change]) -> Hang:
    return lambda rig, value: imu.outputs(rig, axes, change(value))


def _imu() -> list[Row]:
    def half_turn(v: Sequence[int]) -> list[int]:
        return [-v[0], -v[1], v[2], -v[3], -v[4], v[5]]

    def swapped(v: Sequence[int]) -> list[int]:
        return [v[1], v[0], v[2], v[4], v[3], v[5]]

    rows = [
        Row(
            "off",
            "imu",
            0,
            "",
            "without supply: no answer, and its settings are lost",
            _plain(lambda rig: bus.unpowered(rig, rig.world.imu)),
        ),
        Row("nack", "imu", 0, "transfers", "does not answer so many transfers; 0: none at all", imu.silent),
        Row("intermittent", "imu", 200, "ms", "silent and well by turns of so long", imu.now_and_then),
        Row("slow", "imu", 5, "ms", "every transfer takes so much longer", imu.slow),
        Row("offset", "imu", 10, "deg", "mounted so far head-down", imu.tilted),
        Row("offset", "gyro", 1, "deg/s", "reads so much more head-down rate", imu.gyro_offset),
        Row("offset", "floor", 7, "deg", "leans so far to the left", imu.rolled),
        Row("sign", "imu", 0, "", "mounted turned half round", _plain(lambda rig: imu.rotated(rig, half_turn))),
        Row("axis", "imu", 0, "", "x and y exchanged", _plain(lambda rig: imu.rotated(rig, swapped))),
    ]
    for target, axes in (("imu", imu.BOTH), ("gyro", imu.GYRO), ("accel", imu.ACCEL)):
        rows += [
            Row("stuck", target, 0, "", "repeats one sample", _sensed(axes, lambda _: signal.stuck())),
            Row("garbage", target, 0, "", "random numbers", _sensed(axes, lambda _: signal.garbage(1, -32768, 32767))),
            Row("scale", target, 1.5, "times", "reads so many times too much", _sensed(axes, signal.scaled)),
            Row("saturate", target, 0, "", "at the end of its range", _sensed(axes, lambda _: signal.constant(32767))),
            Row(
                "delayed",
                target,
                100,
                "ms",
                "samples are so old",
                _sensed(axes, lambda v: signal.delayed(int(v * 1e3))),
            ),
            Row(
                "bitflip",
                target,
                10,
                "samples",
                "one wrong bit in one of so many",
                _sensed(axes, lambda v: signal.bitflip(1, int(v), 16)),
            ),
        ]
    rows += [
        Row("sign", "gyro", 0, "", "rates reversed", _sensed(imu.GYRO, lambda _: signal.negated())),
        Row("sign", "accel", 0, "", "accelerations reversed", _sensed(imu.ACCEL, lambda _: signal.negated())),
    ]
    return rows


def _adc(target: str, index: int) -> list[Row]:
    def on(change: Callable[[float], signal.Change]) -> Hang:
        return lambda rig, value: pins.channel(rig, index, change(value))

    per_unit, unit = ADC_UNIT.get(target, (pins.VOLT, "V"))
    offset = {"mm": 20.0, "A": 2.0, "V": -5.0}[unit]
    full = contract.ADC_MAX
    turned = Row("sign", target, 0, "", "its two ends exchanged", _plain(lambda rig: pins.reversed_ends(rig, index)))
    return [
        *([turned] if target == "position" else []),
        Row("off", target, 0, "", "wire broken: reads nothing", on(lambda _: signal.constant(0))),
        Row("saturate", target, 0, "", "reads the end of its range", on(lambda _: signal.constant(full))),
        Row("stuck", target, 0, "", "repeats one reading", on(lambda _: signal.stuck())),
        Row("garbage", target, 0, "", "random numbers", on(lambda _: signal.garbage(1, 0, full))),
        Row("offset", target, offset, unit, "reads so much more", on(lambda v: signal.added(v * per_unit))),
        Row("scale", target, 1.3, "times", "reads so many times too much", on(signal.scaled)),
        Row("delayed", target, 300, "ms", "readings are so old", on(lambda v: signal.delayed(int(v * 1e3)))),
        Row("slow", target, 500, "ms", "follows with this time constant", on(lambda v: signal.lagging(int(v * 1e3)))),
        Row(
            "intermittent",
            target,
            200,
            "ms",
            "reads nothing by turns of so long",
            on(lambda v: signal.every_other(int(v * 1e3), signal.constant(0))),
        ),
        Row(
            "bitflip",
            target,
            10,
            "samples",
            "one wrong bit in one of so many",
            on(lambda v: signal.bitflip(1, int(v), 16)),
        ),
    ]


def _bit(target: str, bit: int) -> list[Row]:
    def level(closed: bool) -> Hang:
        return lambda rig, value: pins.input_bit(rig, bit, closed, value)

    closed = _plain(pins.stop_shorted) if target == "stop" else level(True)
    return [
        Row("switch_open", target, 0, "", "reads open", level(False)),
        Row("switch_closed", target, 0, "", "reads closed", closed),
        Row("stuck", target, 0, "", "stays as it is", _plain(lambda rig: pins.kept_bit(rig, bit))),
        Row("intermittent", target, 50, "ms", "reads open by turns of so long", level(False)),
    ]


def _upset(target: str) -> list[Row]:
    return [
        Row(
            "exception",
            target,
            0,
            "",
            "the call raises an error nobody foresaw",
            _plain(lambda rig: rig.upset(target, no_memory=False)),
        ),
        Row(
            "oom",
            target,
            0,
            "",
            "the call finds no memory",
            _plain(lambda rig: rig.upset(target, no_memory=True)),
        ),
    ]


_DRIVE = [
    Row("jam", "actuator", 0, "", "the screw does not move", _plain(drive.jammed)),
    Row("jam", "obstacle", 10, "deg", "something hard stands there", drive.obstacle),
    Row("backdrive", "actuator", 0.02, "of friction", "the screw no longer holds a load", drive.worn_thread),
    Row(
        "brake_weak",
        "actuator",
        0.1,
        "of braking",
        "the motor hardly brakes",
        lambda rig, share: drive.plant(rig, brake_share=share),
    ),
    Row("scale", "motor", 1.3, "times", "warm: so much more resistance", drive.motor),
    Row(
        "open_load",
        "motor",
        0,
        "",
        "no current: wire off, fuse blown",
        _plain(lambda rig: drive.bridge(rig, lambda _v, _on: (0.0, False))),
    ),
    Row("off", "driver", 0, "", "too hot: it switches off until its enable line fell", _plain(drive.overheated)),
    Row("stuck", "driver", 600, "permille", "gives this whatever is asked", drive.bridge_stuck),
    Row("sign", "driver", 0, "", "turns the other way", _plain(lambda rig: drive.bridge(rig, lambda v, on: (-v, on)))),
    Row(
        "scale",
        "driver",
        0.5,
        "times",
        "gives so much of what is asked",
        lambda rig, k: drive.bridge(rig, lambda v, on: (v * k, on)),
    ),
    Row("weld_on", "contactor", 0, "", "its contacts stay closed", _plain(lambda rig: drive.contacts(rig, True))),
    Row("open_load", "contactor", 0, "", "its contacts stay open", _plain(lambda rig: drive.contacts(rig, False))),
    Row("slip", "belt", 0.4, "of motion", "the belt loses so much of every motion", drive.slipping),
    Row("shift_mass", "person", 0.15, "m", "slides so far toward the head end", drive.shifted),
]

_ANALOG = [
    Row("noise", "position", 0.6, "%", "off by up to so much of its reading while the motor runs", analog.noisy),
    Row("dead_spot", "position", 10, "deg", "the wiper loses its track for two degrees there", analog.dead_spot),
    Row("sag", "reference", 2.9, "%", "every reading so much too high at the motor's full current", analog.sagging),
    *(
        row
        for half in ("a", "b")
        for row in (
            Row(
                "offset",
                f"bridge_{half}",
                40,
                "uA",
                "this half's current sense gives so much without load",
                analog.sense_offset(half),
            ),
            Row(
                "scale",
                f"bridge_{half}",
                2.8,
                "times",
                "this half's current sense gives so many times the current",
                analog.sense_gain(half),
            ),
        )
    ),
    Row("vibration", "person", 50, "Hz", "something in the pad shakes the table with 0.2 g", drive.shaken),
]

_BUS = [Row("stuck", "bus", 0, "clocks", "a chip holds the data line low for so many clocks; 0: for ever", bus.held)]

_RTC = [
    Row("off", "rtc", 0, "", "the clock chip does not answer", _plain(rtc.silent)),
    Row("stuck", "rtc", 0, "", "the clock chip's time stands still", _plain(rtc.standing)),
    Row("clock_jump", "rtc", -86400, "s", "the clock chip's time leaps", rtc.jump),
    Row("battery_low", "rtc", 0, "", "its battery is empty: without power it forgets", _plain(rtc.battery_empty)),
]

_DISPLAY = [
    Row(
        "off",
        "display",
        0,
        "",
        "the panel's display is unplugged",
        _plain(lambda rig: bus.unpowered(rig, rig.world.display)),
    ),
]

_SYSTEM = [
    Row("overrun", "", 80, "ms", "one call of the board takes so long", system.costing),
    Row("stall", "", 900, "ms", "one call of the board takes so long", system.costing),
    Row("reset", "", contract.WATCHDOG, "cause", "the board restarts", system.reset),
    Row("brownout", "", 0, "", "the board and its chips restart", _plain(system.brownout)),
    Row("mains_off", "", 0, "", "no mains: the battery must do", _plain(system.mains_off)),
    Row("battery_low", "", 20.5, "V", "an old battery of this open voltage", system.battery_low),
    Row(
        "flash_torn", "", 0, "", "power fails in the middle of a write; back after a second", _plain(system.flash_torn)
    ),
    Row("flash_worn", "", 0, "", "no stored file can be written anew", _plain(system.flash_worn)),
    Row("off", "flash", 0, "", "the filesystem is gone", _plain(system.flash_off)),
    Row("clock_jump", "", 5000, "ms", "the board's clock leaps", system.clock_jump),
    Row("uart_silence", "", 0, "", "the cable carries nothing", _plain(system.uart_silence)),
    Row("uart_sleep", "", 0, "", "the laptop sleeps: it takes and sends nothing", _plain(system.uart_sleep)),
    Row("uart_unplug", "", 0, "", "the cable is unplugged", _plain(system.uart_unplug)),
    Row("uart_noise", "", 16, "bytes", "so many random bytes at each wake", system.uart_noise),
    Row("uart_truncate", "", 0.4, "share", "the end of whatever the laptop sends is lost", system.uart_truncate),
    Row("uart_replay", "", 0, "", "all that the laptop said arrives again and again", _plain(system.uart_replay)),
    Row("uart_flood", "", 0, "", "commands as fast as the board reads", _plain(system.uart_flood)),
]


VOCABULARY: dict[tuple[str, str], Row] = {
    (row.target, row.name): row
    for row in [
        *_imu(),
        *(row for target, index in ADC.items() for row in _adc(target, index)),
        *(row for target, bit in BITS.items() for row in _bit(target, bit)),
        *_DRIVE,
        *_ANALOG,
        *_BUS,
        *_RTC,
        *_DISPLAY,
        *(row for target in PARTS for row in _upset(target)),
        *_SYSTEM,
    ]
}
