"""A simulated table and a laptop at its serial port in one process: time flies while the laptop's end is real."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from bisect import bisect_left
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from bascule.simulator.interrupts import Interrupts
from bascule.simulator.picture import Sample
from bascule.table.client import Table, connected
from bascule.table.telemetry import Telemetry
from hal.sim.home.table import SimTable
from hal.world.port import open_port

_T = TypeVar("_T")

_SLICE_S = 0.02
# The laptop may be so far behind the table before the table waits for it, and so long it waits per slice.
_BEHIND_S = 0.5
_WAIT_S = 0.02
_NAP_S = 0.001


class Bench:
    """Context manager. This thread runs the table; a second one is the laptop and only knows the port."""

    def __init__(self, interpreter: str, state_dir: str, interrupts: Interrupts) -> None:
        self._interrupts = interrupts
        self.table = SimTable(interpreter, state_dir=state_dir)
        self.frames: list[Telemetry] = []
        self.truth: list[tuple[float, float]] = []
        self._port = open_port()
        self._jobs: queue.SimpleQueue[tuple[Callable[[Table], Any], Future[Any]]] = queue.SimpleQueue()
        self._over = threading.Event()
        self._laptop = threading.Thread(target=self._work, name="laptop", daemon=True)
        self._ready: Future[None] = Future()
        self._failure: Exception | None = None
        self._open = contextlib.ExitStack()

    def __enter__(self) -> Bench:
        with contextlib.ExitStack() as opened:
            self._laptop.start()
            opened.callback(self._finish)
            opened.enter_context(self.table)
            self._wait(self._ready)
            self._open = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def port(self) -> str:
        """What any serial program would open."""
        return self._port.name

    @property
    def now_s(self) -> float:
        """Virtual seconds since power-on."""
        return self.table.world.now_s

    @property
    def inv_deg(self) -> float:
        """The true inversion angle."""
        return self.table.world.plant.inv_deg

    @property
    def state(self) -> str:
        """The state as the table last said it on the wire."""
        return self.frames[-1].state if self.frames else ""

    def call(self, job: Callable[[Table], _T]) -> _T:
        """What `job` returns or raises at the laptop, time passing meanwhile."""
        answer: Future[_T] = Future()
        self._jobs.put((job, answer))
        return self._wait(answer)

    def run(self, seconds: float) -> None:
        """Let virtual time pass."""
        end = self.now_s + seconds
        while self.now_s < end:
            self._step()

    def run_until(self, state: str, seconds: float) -> bool:
        """Let time pass until the table says it is in `state`; False when it has not within `seconds`."""
        end = self.now_s + seconds
        while self.state != state and self.now_s < end:
            self._step()
        return self.state == state

    def samples(self) -> list[Sample]:
        """The run as the wire told it, with the true angle of each moment beside it."""
        times = [at for at, _ in self.truth]
        found = []
        for frame in self.frames:
            _, true_deg = self.truth[min(bisect_left(times, frame.time_s), len(times) - 1)]
            told = (frame.inversion_deg, frame.limit_deg, frame.drive_percent, frame.state)
            found.append(Sample(frame.time_s, true_deg, *told))
        return found

    def _wait(self, answer: Future[_T]) -> _T:
        while not answer.done():
            if self._failure is not None:
                raise self._failure
            self._step()
            time.sleep(_NAP_S)
        return answer.result()

    def _step(self) -> None:
        self._interrupts.check()
        self.table.run(_SLICE_S)
        self._port.pump(self.table)
        self.truth.append((self.now_s, self.inv_deg))
        until = time.monotonic() + _WAIT_S
        while self._behind() and time.monotonic() < until:
            time.sleep(_NAP_S)
            self._port.pump(self.table)

    def _behind(self) -> bool:
        return bool(self.frames) and self.now_s - self.frames[-1].time_s > _BEHIND_S

    def _work(self) -> None:
        try:
            with connected(self.port) as table:
                table.ask("watch", on=1)
                self._ready.set_result(None)
                while not self._over.is_set():
                    self._serve(table)
        except Exception as failure:  # noqa: BLE001  (handed to the thread that waits for it)
            self._failure = failure

    def _serve(self, table: Table) -> None:
        with contextlib.suppress(queue.Empty):
            job, answer = self._jobs.get_nowait()
            try:
                answer.set_result(job(table))
            except Exception as failure:  # noqa: BLE001  (handed to the thread that waits for it)
                answer.set_exception(failure)
        frame = table.listen(_NAP_S)
        if frame is not None:
            self.frames.append(frame)

    def _finish(self) -> None:
        self._over.set()
        # The laptop may be waiting for an answer that will not come: a lost port ends that at once.
        self._port.close()
        self._laptop.join()
