"""A stand-in for MicroPython's modules on the Pico: pins, PWM, I2C, PIO, watchdog, flash and time, as its docs tell.

What the real chip makes of the same calls is shown on the emulated one (`make emulated`); here every step is seen.
"""

import errno
import importlib
import sys
import time
from contextlib import contextmanager
from types import FunctionType, ModuleType, SimpleNamespace

GPIO_IN = 0xD0000004  # RP2040 datasheet 2.3.1.7
FULL = 65535
PIO_OUT_LOW = 0
POWER_RESET, DOG_RESET = 1, 3
# They know no microcontroller, and the laptop has them too.
_PLAIN = ("hal.rp2", "hal.rp2.flash", "hal.rp2.flash.pico", "hal.rp2.flash.trailer", "hal.rp2.errors", "hal.rp2.pins")


class Chip:
    """log: every level and duty that was set, in order, as (pin, value); a duty is a float, a share of full."""

    def __init__(self):
        self.log = []
        self.levels = dict.fromkeys(range(30), 0)
        self.duties = {}
        self.memory = {}
        self.cause = POWER_RESET
        self.now_ms = 0
        self.slept = []
        self.locks = 0  # of the heap
        self.feeds = 0
        self.dog_ms = 0
        self.failing = 0  # so many PWM writes fail from now on
        self.bus = Wire(self)
        self.machine = None  # the PIO's
        self.flash = Flash()

    def set(self, pin, level):
        self.levels[pin] = level
        self.log.append((pin, level))

    def sleep(self, ms):
        assert ms >= 0
        self.slept.append(ms)
        self.now_ms += ms
        if self.machine:
            self.machine.run(ms)

    def look(self, address):
        if address == GPIO_IN:
            return sum(1 << pin for pin, level in self.levels.items() if level)
        return self.memory.get(address, 0)


class Wire:
    """The I2C bus. held: the data line is held for so many clocks; answers: how each transfer ends."""

    def __init__(self, chip):
        self._chip = chip
        self.held = 0
        self.sent = []
        self.begun = 0
        self.fails = None  # an OSError
        self.takes = None  # so many bytes, then no more is acknowledged

    def readfrom_mem_into(self, addr, reg, buf):
        if self.fails:
            raise self.fails
        buf[:] = bytes((addr + reg + at) & 255 for at in range(len(buf)))

    def writeto(self, addr, data):
        if self.fails:
            raise self.fails
        self.sent.append((addr, bytes(data)))
        return len(data) if self.takes is None else self.takes


class Flash:
    """Blocks by number. made: how often a filesystem was made; whole: whether it can be mounted."""

    def __init__(self):
        self.blocks = {}
        self.whole = True
        self.made = 0

    def readblocks(self, number, buf):
        buf[:] = self.blocks.get(number, b"\xff" * len(buf))


class Pio:
    """One state machine: an instruction a cycle."""

    def __init__(self, chip, program, freq, pin):
        self._chip, self._program, self._freq, self._pin = chip, program, freq, pin
        self._at = self._x = self._osr = 0
        self._fifo = []
        self._on = False

    def active(self, on):
        self._on = bool(on)

    def put(self, word):
        self._fifo.append(word)
        self.run(1)

    def run(self, ms):
        for _ in range(ms * self._freq // 1000):
            if self._on:
                self._step()

    def _step(self):
        name, *told = self._program.steps[self._at]
        to = self._at + 1
        if name == "set":
            self._chip.levels[self._pin] = told[1]
        elif name == "pull":
            if self._fifo:
                self._osr = self._fifo.pop(0)
            elif told[0] == "block":
                return
            else:
                self._osr = self._x  # RP2040 datasheet 3.4.7: without a word it takes X
        elif name == "mov":
            self._x = self._osr
        else:
            to = self._program.labels[told[1]] if self._x else to
            self._x = max(0, self._x - 1)
        self._at = to if to < len(self._program.steps) else 0


def _asm_pio(set_init):
    """The program of a function in rp2's words."""
    assert set_init == PIO_OUT_LOW

    def read(function):
        program = SimpleNamespace(steps=[], labels={})
        words = {name: name for name in ("pins", "x", "osr", "x_dec", "block", "noblock")}

        def step(name):
            return lambda *told: program.steps.append((name, *told))

        words |= {name: step(name) for name in ("set", "pull", "mov", "jmp")}
        words |= {"wrap": lambda: None, "wrap_target": lambda: None}
        words["label"] = lambda name: program.labels.update({name: len(program.steps)})
        FunctionType(function.__code__, words)()
        return program

    return read


def _machine(chip):
    wire = chip.bus

    class Pin:
        IN, OUT, OPEN_DRAIN, PULL_UP, PULL_DOWN = range(5)

        def __init__(self, number, mode=None, pull=None, *, value=None):
            self.number = number
            if mode is not None:
                self.init(mode, pull, value=value)

        def init(self, mode=None, pull=None, *, value=None):
            if value is not None:
                chip.set(self.number, value)

        def value(self, level=None):
            if level is None:
                return 0 if self.number == SDA and wire.held else int(chip.levels[self.number])
            return chip.set(self.number, int(level))

        def low(self):
            self.value(0)

        def high(self):
            self.value(1)
            if self.number == SCL and wire.held:
                wire.held -= 1

    class PWM:
        def __init__(self, pin, freq, duty_u16):
            self._pin = pin.number
            self.duty_u16(duty_u16)

        def duty_u16(self, duty):
            if chip.failing:
                chip.failing -= 1
                raise OSError(errno.EIO, "PWM")
            chip.duties[self._pin] = duty
            chip.log.append((self._pin, duty / FULL))

    class WDT:
        def __init__(self, timeout):
            chip.dog_ms = timeout

        def feed(self):
            chip.feeds += 1

    def i2c(number, **_):
        wire.begun += 1
        return wire

    class Memory:
        def __getitem__(self, address):
            return chip.look(address)

        def __setitem__(self, address, value):
            chip.memory[address] = value

    def reset():
        chip.log.append(("reset", 0))

    return {
        "Pin": Pin, "PWM": PWM, "WDT": WDT, "I2C": i2c, "ADC": lambda number: None, "mem32": Memory(),
        "mem16": Memory(), "mem8": Memory(), "freq": None, "reset": reset, "reset_cause": lambda: chip.cause,
        "WDT_RESET": DOG_RESET, "unique_id": lambda: b"\x01\xab",
    }  # fmt: skip


SDA, SCL = 4, 5


def _modules(chip):
    def state_machine(number, program, freq, set_base):
        chip.machine = Pio(chip, program, freq, set_base.number)
        return chip.machine

    def lock(change):
        chip.locks += change
        assert chip.locks in (0, 1)

    def mount(files, root):
        if not files.whole:
            raise OSError(errno.ENODEV)

    def mkfs(flash, progsize):
        flash.made += 1
        flash.whole = True

    class Files:
        def __new__(cls, flash, progsize):
            return flash

    Files.mkfs = mkfs
    rp2 = {"PIO": SimpleNamespace(OUT_LOW=PIO_OUT_LOW), "asm_pio": _asm_pio, "Flash": lambda: chip.flash}
    return {
        "machine": _machine(chip), "rp2": rp2 | {"StateMachine": state_machine},
        "micropython": {"heap_lock": lambda: lock(1), "heap_unlock": lambda: lock(-1)},
        "vfs": {"VfsLfs2": Files, "mount": mount}, "uctypes": {"bytearray_at": None},
    }  # fmt: skip


@contextmanager
def fitted(monkeypatch):
    """A chip, and hal.rp2 bound to it: load(name) imports one of its modules."""
    chip = Chip()
    for name, parts in _modules(chip).items():
        module = ModuleType(name)
        module.__dict__.update(parts)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(time, "sleep_ms", chip.sleep, raising=False)
    monkeypatch.setattr(time, "ticks_ms", lambda: chip.now_ms, raising=False)
    monkeypatch.setattr(time, "ticks_diff", lambda one, other: one - other, raising=False)
    bound = [name for name in sys.modules if name.startswith("hal.rp2.") and name not in _PLAIN]
    for name in bound:
        monkeypatch.delitem(sys.modules, name)
    chip.load = lambda name: importlib.import_module("hal.rp2." + name)
    yield chip
    for name in [name for name in sys.modules if name.startswith("hal.rp2.") and name not in _PLAIN]:
        del sys.modules[name]
