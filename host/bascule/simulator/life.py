"""A simulated table at wall-clock speed that several programs share: paused, played faster, or made anew."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable

from bascule.broker.door import Door
from bascule.broker.hub import Hub
from bascule.broker.seat import Thread
from bascule.simulator.grips import Grips
from hal.world.port import Port
from hal.world.table import WorldTable

SPEEDS = (1.0, 2.0, 5.0, 10.0, 20.0)
_SLICE_S = 0.02
_PAUSED_S = 0.05
# Further behind the wall clock than this (a suspended laptop), time is counted anew.
_GIVE_UP_S = 1.0

Job = Callable[[], None]


class _AtTheHub:
    """A port's place at the hub."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._seat = hub.join()

    def serial_in(self, data: bytes) -> None:
        self._hub.said(self._seat, data)

    def serial_out(self) -> bytes:
        return self._seat.take()

    def laptop_reads(self, reads: bool) -> None:
        """What a port does not take stays at its seat, and keeps nothing from the other programs."""


class Life:
    """run() is to be called in the thread that made it; `soon` and `line` are for any other."""

    def __init__(self, table: WorldTable, port: Port, speed: float, hub: Hub, door: Door) -> None:
        self.table = table
        self.grips = Grips(table)
        self.line = Thread()
        self.speed = speed
        self.paused = False
        self.looks: list[Job] = []  # called after each slice of the table's time, and now and then while it is paused
        self._port = port
        self._hub = hub
        self._door = door
        self._mine = self._hub.join()
        self._through = _AtTheHub(self._hub)
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._wake = threading.Event()
        self._wall_s = self._virtual_s = 0.0

    def soon(self, job: Job) -> None:
        """Call it between two moments of the table, at once."""
        self._jobs.put(job)
        self._wake.set()

    def play(self, speed: float, paused: bool) -> None:
        """So many of the table's seconds in a real one, or none."""
        self.speed, self.paused = speed, paused
        self._from_now()

    def renew(self, table: WorldTable) -> None:
        """Another table in place of this one, with its power on; nobody's hand is on it."""
        self.table = self.grips.table = table
        self.grips.forget()
        self._from_now()

    def run(self, goes_on: Callable[[], bool]) -> None:
        """Let time pass while goes_on() holds."""
        self._from_now()
        while goes_on():
            self._do_jobs()
            if self.paused:
                self._pass_on()
                self._look()
                self._sleep(_PAUSED_S)
                continue
            # At twenty times the speed a slice is as long as half a tick of the wall clock allows.
            self.table.run(_SLICE_S * max(1.0, self.speed / 4))
            self._pass_on()
            self._look()
            self._keep_pace()

    def _keep_pace(self) -> None:
        while not self.paused:
            passed_s = time.monotonic() - self._wall_s
            ahead_s = (self.table.world.now_s - self._virtual_s) / self.speed - passed_s
            if ahead_s < -_GIVE_UP_S:
                self._from_now()
            if ahead_s <= 0.0:
                return
            self._sleep(ahead_s)
            self._do_jobs()

    def _sleep(self, seconds: float) -> None:
        if self._wake.wait(seconds):
            self._wake.clear()

    def _do_jobs(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self._jobs.get_nowait()()

    def _look(self) -> None:
        for look in self.looks:
            look()

    def _from_now(self) -> None:
        self._wall_s, self._virtual_s = time.monotonic(), self.table.world.now_s

    def _pass_on(self) -> None:
        """Between the table and all programs."""
        hub = self._hub
        hub.said(self._mine, self.line.serial_in())
        self._port.pump(self._through)
        self._door.pump()
        hub.heard(self.table.serial_out())
        to_table = hub.to_table(time.monotonic())
        if to_table:
            self.table.serial_in(to_table)
        heard = self._mine.take()
        if heard:
            self.line.hear(heard)
