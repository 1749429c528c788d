"""The Pico's cable, with a USB controller and MicroPython's port behind it as docs/porting.md tells of them."""

import importlib
import sys
from types import ModuleType, SimpleNamespace

import pytest

SOF_RD, SIE_STATUS, INTE_CLEAR, EP2_IN_CONTROL = 0x50110048, 0x50110050, 0x50113090, 0x50100010
SUSPENDED, DEV_SUSPEND, ENABLE = 1 << 4, 1 << 14, 1 << 31
BUFFER = 256
LINE = bytes(range(64))


class Waits(Exception):
    """MicroPython would wait for room here."""


class Register:
    def __init__(self, read, write=None):
        self._read, self._write = read, write

    def __getitem__(self, address):
        return self._read(address)

    def __setitem__(self, address, value):
        self._write(address, value)


class Laptop:
    """What the chip sees of it. reads: how many bytes it fetches of the buffer in each frame."""

    def __init__(self):
        self.awake = self.configured = self.opened = True
        self.reads = BUFFER
        self.suspended = False  # what SIE_STATUS shows
        self.told = False  # what TinyUSB was told by the interrupt
        self.frame = 2047
        self.held = bytearray()
        self.got = bytearray()
        self._enabled = DEV_SUSPEND

    def frames(self, count):
        """So many milliseconds, with frames in them or without."""
        for ms in range(count):
            if self.awake:
                self.suspended = self.told = False
                self.frame = (self.frame + 1) % 2048
                self.got += self.held[: self.reads]
                del self.held[: self.reads]
            elif ms >= 2:
                self.suspended = True
                self.told = bool(self._enabled & DEV_SUSPEND)

    def word(self, address):
        if address == SOF_RD:
            return self.frame
        if address == SIE_STATUS:
            return 0xF0000001 | SUSPENDED * self.suspended
        assert address == EP2_IN_CONTROL
        return ENABLE * self.configured

    def part(self, size):
        return Register(lambda address: self.word(address & ~3) >> 8 * (address & 3) & (1 << 8 * size) - 1)

    def clear(self, address, value):
        assert address == INTE_CLEAR
        self._enabled &= ~value

    @property
    def connected(self):
        return self.configured and self.opened and not self.told

    def poll(self, timeout):
        assert timeout == 0
        return [1] if not self.connected or len(self.held) < BUFFER else []

    def put(self, data, at, count):
        if (self.connected or self.opened) and len(self.held) + count > BUFFER:
            raise Waits
        self.held = (self.held + data[at : at + count])[-BUFFER:]


@pytest.fixture
def laptop():
    return Laptop()


@pytest.fixture
def uart(laptop, monkeypatch):
    machine = ModuleType("machine")
    machine.mem32, machine.mem16, machine.mem8 = Register(laptop.word, laptop.clear), laptop.part(2), laptop.part(1)
    monkeypatch.setitem(sys.modules, "machine", machine)
    monkeypatch.delitem(sys.modules, "hal.rp2.uart", raising=False)
    module = importlib.import_module("hal.rp2.uart")
    module.poll = lambda: SimpleNamespace(register=lambda *_: None, ipoll=laptop.poll)
    stream = SimpleNamespace(buffer=SimpleNamespace(write=laptop.put, readinto=None))
    module.sys = SimpleNamespace(stdin=stream, stdout=stream)
    yield module.Uart()
    sys.modules.pop("hal.rp2.uart", None)


def written(uart, laptop, calls=20):
    """How many bytes were taken in so many periods."""
    taken = 0
    for _ in range(calls):
        laptop.frames(20)
        taken += uart.write(LINE, len(LINE))
    return taken


def test_a_laptop_that_reads_gets_every_byte_in_its_order(uart, laptop):
    taken = written(uart, laptop)
    laptop.frames(1)
    assert taken == 20 * 32 and laptop.got == LINE[:32] * 20


def test_a_laptop_that_stops_reading_leaves_a_full_buffer(uart, laptop):
    laptop.reads = 0
    assert written(uart, laptop) == BUFFER
    laptop.reads = BUFFER
    assert written(uart, laptop) == 20 * 32


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("away_ms", range(1, 8))
def test_nothing_is_taken_from_a_laptop_that_sleeps_and_nobody_waits(uart, laptop, full, away_ms):
    """However short it sleeps: from the first call after its last frame, or the one after that."""
    written(uart, laptop, 3)
    laptop.reads = 0 if full else BUFFER
    written(uart, laptop, 9)
    laptop.awake = False
    laptop.frames(away_ms)
    uart.write(LINE, len(LINE))
    assert written(uart, laptop, 30) == 0
    laptop.awake, laptop.reads = True, BUFFER
    assert written(uart, laptop) == 20 * 32


def test_a_buffer_that_is_full_when_the_bus_is_suspended_is_never_written_to(uart, laptop):
    """Even if the frame number moved: to MicroPython the laptop has only stopped reading."""
    laptop.reads = 0
    written(uart, laptop, 9)
    laptop.awake = False
    laptop.frames(20)
    laptop.suspended = False
    for _ in range(5):
        laptop.frame += 1
        assert uart.write(LINE, len(LINE)) == 0


def test_a_suspended_bus_takes_nothing_though_frames_began_since_the_last_call(uart, laptop):
    laptop.frames(50)
    laptop.awake = False
    laptop.frames(5)
    assert uart.write(LINE, len(LINE)) == 0


def test_nothing_is_taken_before_a_laptop_has_configured_the_port(uart, laptop):
    laptop.configured = laptop.opened = False
    assert written(uart, laptop) == 0
    laptop.configured = True
    assert written(uart, laptop) == 20 * 32


def test_twice_in_one_frame_takes_once(uart, laptop):
    laptop.frames(1)
    assert uart.write(LINE, 5) == 5 and uart.write(LINE, 5) == 0
    laptop.frames(1)
    assert uart.write(LINE, 5) == 5
