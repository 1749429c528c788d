"""The chip's I2C0 on the world's bus, with the time that the bits take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hal.emulated.chip import Chip
from hal.emulated.wires import Wires
from hal.rp2 import pins
from hal.world.electrics.bus import Bus

_BYTE_US = 22.5  # nine clocks of 400 kHz
_LONGEST = 32
_TX_EMPTY = 1 << 4  # in IC_RAW_INTR_STAT
_LOOK_US = 1000  # how often a line that a chip holds shows by itself; after a clock it shows at once
_LOW = 0  # rp2040py's state of a pin that is driven low


class I2c:
    """A write's first byte is the register; a read goes on from there."""

    def __init__(self, chip: Chip, bus: Bus, wires: Wires) -> None:
        self._chip = chip
        self._bus = bus
        self._wires = wires
        self._port: Any = chip.mcu.i2c[0]
        self._addr = 0
        self._reading = False
        self._written = bytearray()
        self._register = 0
        self._answer = b""
        self._served = 0
        self._sizes: dict[tuple[int, int], int] = {}
        self._port.on_connect = self._connect
        self._port.on_write_byte = self._write
        self._port.on_read_byte = self._read
        self._port.on_stop = self._stop
        self._gpio: Any = chip.mcu.gpio
        self._gpio[pins.I2C_SCL].set_input_value(True)
        self._gpio[pins.I2C_SCL].add_listener(self._clocked)
        self._show()
        chip.every(_LOOK_US, self._show)

    def _show(self) -> None:
        """The level of the data line, which pull-ups hold while no chip does."""
        self._gpio[pins.I2C_SDA].set_input_value(not self._bus.held_clocks)

    def _clocked(self, now: int, before: int) -> None:
        """The clock line, driven by hand: it rises when it is let go."""
        if before == _LOW and now != _LOW:
            self._bus.clock(1)
            self._show()

    def _later(self, call: Callable[[], None]) -> None:
        self._chip.after(_BYTE_US, call)

    def _connect(self, addr: int, mode: int) -> None:
        self._flush()
        self._wires.step()
        if self._bus.held_clocks:
            # The first bit that should be high is not. No STOP follows, which is what the SDK goes on waiting for.
            self._later(self._lose)
            return
        self._addr = addr
        self._reading = mode != 0
        ack = self._bus.answers(addr)
        if self._reading:
            # How long a burst is to be shows only at its end; the last one like it tells.
            size = self._sizes.get((addr, self._register), _LONGEST)
            answer = self._bus.read(addr, self._register, size)
            ack = answer is not None
            self._answer = answer or b""
            self._served = 0
        self._later(lambda: self._answer_address(ack))

    def _lose(self) -> None:
        self._port.arbitration_lost()
        self._port.int_raw |= _TX_EMPTY

    def _answer_address(self, ack: bool) -> None:
        self._port.complete_connect(ack)
        if not ack:
            # The abort flushes the FIFO, and an empty FIFO is what the SDK waits for (datasheet 4.3.15, TX_EMPTY).
            self._port.int_raw |= _TX_EMPTY

    def _write(self, value: int) -> None:
        written = self._written
        written.append(value)
        if len(written) == 1:
            self._register = value
        ack = True
        if self._port._stop:
            # The world takes a transfer as a whole: what it refuses is refused with the last byte.
            ack = len(written) == 1 or self._bus.write(self._addr, written[0], bytes(written[1:]))
            written.clear()
        self._later(lambda: self._port.complete_write(ack))

    def _read(self, more: bool) -> None:
        at = self._served
        if at >= len(self._answer):
            longer = self._bus.read(self._addr, self._register, _LONGEST)
            self._answer += (longer or b"")[at:]
        value = self._answer[at] if at < len(self._answer) else 0xFF
        self._served += 1
        self._later(lambda: self._port.complete_read(value))

    def _stop(self) -> None:
        self._flush()
        self._port.complete_stop()

    def _flush(self) -> None:
        """What a read did to the chip takes effect at its end."""
        if self._served:
            self._sizes[self._addr, self._register] = self._served
            self._bus.after_read(self._addr, self._register, self._served)
            self._served = 0
        self._written.clear()
