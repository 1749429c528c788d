"""The world's end of the byte protocol: applies requests, fills replies."""

from __future__ import annotations

import struct

from hal import contract
from hal.sim import codec
from hal.world.errors import FirmwareCrash, ProtocolError
from hal.world.trace import Trace
from hal.world.world import World

_CLOCKS = 9  # that a board sends at its start, and after each transfer that failed on a held bus
_SAMPLE = struct.Struct("<BBHIHHHHHHBBBB")


class Reset(Exception):
    """The firmware asked for a reset."""


class Expired(Exception):
    """The watchdog fired while a request's own cost was passing."""


class Device:
    """Serves one boot of the board; reply is what the board must be given next."""

    def __init__(self, world: World, trace: Trace, cause: int) -> None:
        self._world = world
        self._trace = trace
        self._cause = cause
        self._last_read: tuple[int, int, int] | None = None
        # What the next awaited call takes beyond its contract; what was posted before it has had its effect by then.
        self.lag_us = 0
        self.reply = bytearray(codec.REPLY_SIZE)
        world.bus.clock(_CLOCKS)

    def serve(self, request: bytes | bytearray) -> int | None:
        """Apply one request. The world's time at which its wait ends, or None when reply goes back at once."""
        world = self._world
        self._trace.request(request)
        end = request[0] | request[1] << 8
        if end != len(request):
            raise ProtocolError(f"request says {end} bytes, {len(request)} came")
        if request[2]:
            world.cable.drop_read(request[2])
        if request[3] and self._last_read is not None:
            world.bus.after_read(*self._last_read)
        cost_us = request[4] | request[5] << 8 | request[6] << 16 | request[7] << 24
        self._pass(cost_us)
        return self._entries(request, end)

    def _pass(self, us: int) -> None:
        """Time passes for a call; Expired when the watchdog bites meanwhile."""
        if self._world.wiring.advance(self._world.clock.now_us + us):
            raise Expired

    def _lag(self) -> None:
        lag_us, self.lag_us = self.lag_us, 0
        if lag_us:
            self._pass(lag_us)

    def wake(self) -> bytearray:
        """The reply to a wait that has ended, with the prefetch of the last read; also writes the trace row."""
        world = self._world
        read = self._last_read
        bits = self._fill(0, world.bus.read(*read) if read is not None else None)
        wiring = world.wiring
        plant = world.plant
        self._trace.wake(
            world.clock.device_ms(),
            round(plant.inv_deg * 1000.0),
            wiring.drive_permille,
            wiring.contactor_closed,
            wiring.buzzer,
            bits,
        )
        return self.reply

    def _entries(self, request: bytes | bytearray, end: int) -> int | None:
        wiring = self._world.wiring
        i = codec.HEAD_SIZE
        while i < end:
            code = request[i]
            value = request[i + 1] | request[i + 2] << 8
            i += 3
            if code == codec.DRIVE:
                wiring.commanded_permille = value - contract.DRIVE_MAX
            elif code == codec.KICK:
                wiring.kick()
            elif code == codec.FEED:
                wiring.feed()
            elif code == codec.WAIT:
                self._lag()
                return self._world.clock.deadline_us(value | request[i] << 16 | request[i + 1] << 24)
            elif code == codec.CONTACTOR:
                wiring.set_contactor(value != 0)
            elif code == codec.BUZZER:
                wiring.buzzer = value != 0
            elif code == codec.INERT:
                wiring.inert()
            elif code == codec.UART:
                data = request[i : i + value]
                self._world.cable.accept(data)
                self._trace.uart(data)
                i += value
            elif code == codec.WD_START:
                wiring.start_watchdog(value)
            else:
                self._lag()
                self._awaited(code, value, request, i)
                return None
        raise ProtocolError("request has no awaited call")

    def _awaited(self, code: int, value: int, request: bytes | bytearray, i: int) -> None:
        if code == codec.I2C_READ:
            self._read(value, request[i], request[i + 1])
        elif code == codec.I2C_WRITE:
            data = bytes(request[i + 2 : i + 2 + request[i + 1]])
            self._fill(0 if self._world.bus.write(value, request[i], data) else self._refused(), None)
        elif code == codec.SYNC:
            self._fill(0, None)
        elif code == codec.HELLO:
            if value != codec.VERSION:
                raise ProtocolError(f"device speaks codec {value}, the world {codec.VERSION}")
            self._fill(0, None)
        elif code == codec.RESET:
            raise Reset
        elif code == codec.CRASH:
            raise FirmwareCrash(request[i : i + value].decode("utf-8", "replace"))
        else:
            raise ProtocolError(f"unknown entry {code}")

    def _read(self, addr: int, reg: int, n: int) -> None:
        bus = self._world.bus
        answer = bus.read(addr, reg, n)
        if answer is not None:
            self._last_read = (addr, reg, n)
            bus.after_read(addr, reg, n)
        self._fill(self._refused() if answer is None else 0, answer)

    def _refused(self) -> int:
        """The kind of error; a bus that is held is then freed, if so many clocks free it."""
        bus = self._world.bus
        if not bus.held_clocks:
            return contract.NACK
        bus.clock(_CLOCKS)
        return contract.TIMEOUT

    def _fill(self, status: int, answer: bytes | None) -> int:
        """Write the newest sample, and the last read's answer if there is one, into reply; the input bits."""
        world = self._world
        cable = world.cable
        bits = world.input_bits()
        tx_space = codec.TX_WINDOW - cable.carry() if cable.alive else 0
        window = cable.head(codec.RX_WINDOW)
        now_us = world.clock.now_us
        addr, reg, n = self._last_read if answer is not None and self._last_read is not None else (0, 0, 0)
        reply = self.reply
        _SAMPLE.pack_into(
            reply,
            0,
            status,
            self._cause,
            bits,
            world.clock.device_ms(),
            now_us % 1000,
            *world.analog.sample(now_us),
            tx_space,
            len(window),
            n,
            addr,
            reg,
        )
        if answer is not None:
            reply[codec.AT_I2C_DATA : codec.AT_I2C_DATA + n] = answer
        if window:
            reply[codec.AT_RX_DATA : codec.AT_RX_DATA + len(window)] = window
        return bits
