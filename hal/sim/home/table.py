"""SimTable: one simulated table with its firmware running, driven by a test, `bascule sim` or `bascule demo`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from hal import contract
from hal.sim.channel import PowerOff
from hal.sim.home.device import Device, Expired, Reset
from hal.sim.home.guard import HangGuard
from hal.sim.home.peers import ROOT, ChildPeer, InProcessPeer, Peer
from hal.world.errors import FirmwareCrash, WorldError, WorldHang, WorldTimeout
from hal.world.mechanics.person import Person
from hal.world.trace import Trace
from hal.world.world import World

INTERPRETERS = ("micropython", "cpython")
# About the Pico's 252,456 bytes, in words of twice the length; the code, which a Pico has in its flash, lies in it too.
# MicroPython searches it at each allocation: its own 2 MB cost a sixth of all time.
HEAP = "512k"
# From reset to the first line of main on an RP2040 with frozen modules.
BOOT_US = 300_000
_OFF_STEP_US = 20_000
_TAIL_ROWS = 25


class SimTable:
    """A table with power on, as a context manager. Time moves only inside run and run_until.

    interpreter is "micropython" (a child process) or "cpython" (in this process); state_dir keeps the board's
    flash between runs; wall is what the clock chip was set to, None for one that never was; imu is the tilt sensor
    that is fitted, "lsm6dsox" or "mpu6050"; heap is a size as MicroPython takes one: "512k", or "252456w" for what
    so many bytes are where a word has 4; modules is the folder that MicroPython imports from. Raises FirmwareCrash,
    WorldHang or WorldTimeout from run and run_until.
    """

    def __init__(
        self,
        interpreter: str = "micropython",
        *,
        state_dir: str | Path,
        person: Person | None = None,
        start_deg: float = -70.0,
        start_ms: int = 0,
        seed: int = 1,
        heap: str = HEAP,
        modules: Path = ROOT,
        program: str = "firmware.main",
        serial: str = "SIM-0001",
        wall: datetime.datetime | None = None,
        imu: str = "lsm6dsox",
        hang_s: float = 10.0,
    ) -> None:
        if interpreter not in INTERPRETERS:
            raise ValueError(f"interpreter is {interpreter!r}; it must be one of {', '.join(INTERPRETERS)}")
        self.interpreter = interpreter
        self.root = Path(state_dir).resolve() / "flash"
        self.root.mkdir(parents=True, exist_ok=True)
        self.world = World(person or Person(), start_deg, start_ms, seed, wall, imu)
        self.trace = Trace()
        self.boots: list[int] = []
        self._heap = heap
        self._modules = modules
        self._program = program
        self._serial = serial
        self._hang_s = hang_s
        self._guard: HangGuard | None = None
        self._peer: Peer | None = None
        self._device: Device | None = None
        self._first: bytes | bytearray | None = None
        self._wake_us = 0

    def __enter__(self) -> SimTable:
        self._guard = HangGuard(self._hang_s)
        try:
            self.power_on()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.power_off()
        if self._guard is not None:
            self._guard.close()
            self._guard = None

    def power_on(self) -> None:
        """Give the board power; nothing happens if it has it."""
        if self._peer is None:
            self.world.power_board()
            self._boot(contract.POWER_ON)

    def power_off(self) -> None:
        """Take all power away at this instant; the world goes on."""
        self._stop_peer()
        self.world.cut_board()

    def press(self, name: str) -> None:
        """Hold a button: down, up, ok or stop."""
        self.world.switches.press(name, True)

    def release(self, name: str) -> None:
        self.world.switches.press(name, False)

    def set_switch(self, name: str, closed: bool) -> None:
        """lock_left, lock_right or mains."""
        self.world.set_switch(name, closed)

    def serial_in(self, data: bytes) -> None:
        """The laptop sends."""
        self.world.cable.send(data)

    def serial_out(self) -> bytes:
        """What the laptop has received since the last call."""
        return self.world.cable.take()

    def run(self, seconds: float) -> None:
        """Let virtual time pass."""
        end_us = self.world.clock.now_us + round(seconds * 1e6)
        while self._step(end_us):
            pass

    def run_until(self, predicate: Callable[[], bool], timeout_s: float) -> float:
        """Run until the predicate holds after a wake of the firmware; virtual seconds waited."""
        clock = self.world.clock
        start_us = clock.now_us
        end_us = start_us + round(timeout_s * 1e6)
        while not predicate():
            step_us = end_us if self._peer is not None else min(end_us, clock.now_us + _OFF_STEP_US)
            if not self._step(step_us) and clock.now_us >= end_us and not predicate():
                raise WorldTimeout(f"not within {timeout_s} s\n{self._tail()}")
        return (clock.now_us - start_us) / 1e6

    def _step(self, end_us: int) -> bool:
        """To the board's next wake and through its tick; False when end_us came first."""
        wiring = self.world.wiring
        if self._peer is None or self._wake_us > end_us:
            if wiring.advance(end_us):
                self._boot(contract.WATCHDOG)
                return True
            return False
        if wiring.advance(self._wake_us):
            self._boot(contract.WATCHDOG)
        else:
            self._tick()
        return True

    def _tick(self) -> None:
        device = self._device
        assert device is not None
        try:
            request = self._first or self._trade(device.wake())
            self._first = None
            while (wake_us := device.serve(request)) is None:
                request = self._trade(device.reply)
            self._wake_us = wake_us
        except Reset:
            self._boot(contract.SOFT)
        except Expired:
            self._boot(contract.WATCHDOG)
        except WorldError:
            self.power_off()
            raise

    def _boot(self, cause: int) -> None:
        self._stop_peer()
        self.world.reset_board()
        self.boots.append(cause)
        self._device = Device(self.world, self.trace, cause)
        root = str(self.root)
        if self.interpreter == "micropython":
            self._peer = ChildPeer(root, self._serial, self._program, self._heap, self._modules)
        else:
            self._peer = InProcessPeer(root, self._serial, self._program)
        self._first = self._trade(None)
        self._wake_us = self.world.clock.now_us + BOOT_US

    def _stop_peer(self) -> None:
        peer, self._peer = self._peer, None
        if peer is not None:
            peer.stop()

    def _trade(self, reply: bytearray | None) -> bytes | bytearray:
        """One turn of the board: start it when there is no reply to give."""
        peer, guard = self._peer, self._guard
        assert peer is not None and guard is not None
        guard.trades += 1
        guard.peer = peer
        try:
            return peer.start() if reply is None else peer.trade(reply)
        except (FirmwareCrash, PowerOff) as exc:
            self.power_off()
            if guard.hung:
                raise WorldHang(f"no wait_until within {self._hang_s} s\n{self._tail()}\n{guard.stack}") from exc
            raise
        finally:
            guard.peer = None

    def _tail(self) -> str:
        return "\n".join(str(row) for row in self.trace.tail(_TAIL_ROWS))
