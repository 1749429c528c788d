"""Faults of the board itself, its supply, its flash and its cable."""

from __future__ import annotations

import random
import shutil
import zlib
from pathlib import Path

from hal import contract
from hal.world.errors import FaultError
from hal.world.faults.breakable import Breakable
from hal.world.hooks import Call, Undo

_OFF_S = 1.0
_REPLAY_US = 1_000_000
# What 115200 baud carry in one wake of 20 ms.
_FLOOD_BYTES = 230


def _nothing() -> None:
    """An event is over at once: lifting it does nothing."""


def costing(rig: Breakable, ms: float) -> Undo:
    """Once, a call of the board takes ms."""
    rig.delay(int(ms * 1000))
    return _nothing


def reset(rig: Breakable, cause: float) -> Undo:
    rig.restart(int(cause))
    return _nothing


def brownout(rig: Breakable) -> Undo:
    """The supply dips: the board restarts, chips on the bus forget."""
    rig.restart(contract.BROWNOUT)
    rig.world.bus.power_up()
    return _nothing


def mains_off(rig: Breakable) -> Undo:
    rig.set_switch("mains", False)
    return lambda: rig.set_switch("mains", True)


def battery_low(rig: Breakable, volts: float) -> Undo:
    """The battery has this open voltage, and four times the resistance of a good one."""
    analog = rig.world.analog
    before = analog.battery_emf_v, analog.battery_ohm
    analog.battery_emf_v, analog.battery_ohm = volts, analog.battery_ohm * 4.0

    def undo() -> None:
        analog.battery_emf_v, analog.battery_ohm = before

    return undo


def clock_jump(rig: Breakable, ms: float) -> Undo:
    rig.jump_clock(int(ms))
    return _nothing


def flash_off(rig: Breakable) -> Undo:
    """The filesystem is gone: nothing can be opened."""
    folder = rig.flash_folder()
    aside = folder.with_name("flash.gone")
    folder.rename(aside)

    def undo() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)

    return undo


def flash_torn(rig: Breakable) -> Undo:
    """Power fails in the middle of a write in place: the newest file keeps its first half. Back after a second."""
    newest = max(_files(rig), key=lambda path: path.stat().st_mtime_ns)
    content = newest.read_bytes()
    newest.write_bytes(content[: len(content) // 2])
    rig.power_off()
    rig.later(_OFF_S, rig.power_on)
    return _nothing


def flash_worn(rig: Breakable) -> Undo:
    """No file that is on the flash can be written anew."""
    blocked = [path.with_name(path.name + ".new") for path in _files(rig)]
    for path in blocked:
        path.mkdir()

    def undo() -> None:
        for path in blocked:
            path.rmdir()

    return undo


def _files(rig: Breakable) -> list[Path]:
    files = sorted(path for path in rig.flash_folder().iterdir() if path.is_file())
    if not files:
        raise FaultError("the flash holds no file yet: let the table store something first")
    return files


def uart_silence(rig: Breakable) -> Undo:
    """Nothing passes the cable either way."""
    cable = rig.world.cable
    undo_send = rig.hooks.wrap(cable, "send", lambda _send: lambda _data: None)
    cable.reading = False

    def undo() -> None:
        undo_send()
        cable.reading = True

    return undo


def uart_noise(rig: Breakable, count: float) -> Undo:
    """So many random bytes reach the board at each wake."""
    source = random.Random(1)
    return rig.each_step(lambda: rig.world.cable.send(source.randbytes(int(count))))


def uart_truncate(rig: Breakable, share: float) -> Undo:
    """Of whatever the laptop sends, this share never arrives."""

    def wrapper(send: Call) -> Call:
        return lambda data: send(data[: round(len(data) * (1.0 - share))])

    return rig.hooks.wrap(rig.world.cable, "send", wrapper)


def uart_replay(rig: Breakable) -> Undo:
    """Everything that the laptop has sent in this run arrives again, once a second."""
    said = rig.laptop_said
    world = rig.world
    due_us = world.clock.now_us

    def again() -> None:
        nonlocal due_us
        if world.clock.now_us >= due_us:
            due_us += _REPLAY_US
            world.cable.send(bytes(said))

    return rig.each_step(again)


def uart_flood(rig: Breakable) -> Undo:
    """Whole frames with a good checksum, as many as the board reads."""
    body = b'{"i":1,"c":"status"}'
    frame = b"$%s*%08x\n" % (body, zlib.crc32(body))
    flood = frame * (_FLOOD_BYTES // len(frame))
    cable = rig.world.cable

    def fill() -> None:
        if cable.waiting < len(flood):
            cable.send(flood)

    return rig.each_step(fill)
