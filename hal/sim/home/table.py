"""SimTable: one simulated table with its firmware running, driven by a test, `bascule sim` or `bascule demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Self, Unpack

from hal import contract
from hal.sim.channel import PowerOff
from hal.sim.home.device import Device, Expired, Reset
from hal.sim.home.guard import HangGuard
from hal.sim.home.peers import ROOT, ChildPeer, InProcessPeer, Peer
from hal.world.errors import FirmwareCrash, WorldError, WorldHang
from hal.world.table import Surroundings, WorldTable
from hal.world.trace import Trace

INTERPRETERS = ("micropython", "cpython")
# About the Pico's 252,456 bytes, in words of twice the length; the code, which a Pico has in its flash, lies in it too,
# and so does a language.
# MicroPython searches it at each allocation: its own 2 MB cost a sixth of all time.
HEAP = "768k"
# From reset to the first line of main on an RP2040 with frozen modules.
BOOT_US = 300_000
_TAIL_ROWS = 25


class SimTable(WorldTable):
    """The firmware on an interpreter of this machine, with the simulated board between it and the world.

    interpreter is "micropython" (a child process) or "cpython" (in this process); state_dir keeps the board's
    flash between runs; start_ms is what the board's clock begins at; heap is a size as MicroPython takes one: "512k",
    or "252456w" for what so many bytes are where a word has 4; modules is the folder that MicroPython imports from.
    Raises FirmwareCrash, WorldHang or WorldTimeout from run and run_until.
    """

    def __init__(
        self,
        interpreter: str = "micropython",
        *,
        state_dir: str | Path,
        start_ms: int = 0,
        heap: str = HEAP,
        modules: Path = ROOT,
        program: str = "firmware.main",
        serial: str = "SIM-0001",
        hang_s: float = 10.0,
        **surroundings: Unpack[Surroundings],
    ) -> None:
        if interpreter not in INTERPRETERS:
            raise ValueError(f"interpreter is {interpreter!r}; it must be one of {', '.join(INTERPRETERS)}")
        super().__init__(start_ms, **surroundings)
        self.interpreter = interpreter
        self.root = Path(state_dir).resolve() / "flash"
        self.root.mkdir(parents=True, exist_ok=True)
        self.trace = Trace()
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

    def __enter__(self) -> Self:
        self._guard = HangGuard(self._hang_s)
        try:
            return super().__enter__()
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        if self._guard is not None:
            self._guard.close()
            self._guard = None

    @property
    def powered(self) -> bool:
        return self._peer is not None

    def power_on(self) -> None:
        if self._peer is None:
            self.world.power_board()
            self._boot(contract.POWER_ON)

    def power_off(self) -> None:
        self._stop_peer()
        self.world.cut_board()

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
                raise WorldHang(f"no wait_until within {self._hang_s} s{self._last_words()}\n{guard.stack}") from exc
            raise
        finally:
            guard.peer = None

    def _last_words(self) -> str:
        return "".join(f"\n{row}" for row in self.trace.tail(_TAIL_ROWS))
