"""Owns a table's port for all programs of this user, and takes it again when it was lost."""

from __future__ import annotations

import time
from collections.abc import Callable

from bascule.broker.door import Door
from bascule.broker.hub import Hub
from bascule.broker.seat import Thread
from bascule.errors import Problem
from bascule.table.cable import Cable

_AGAIN_S = 0.5


class Owner:
    """`line` is for a program in another thread of this process."""

    def __init__(self, port: str, hub: Hub, door: Door) -> None:
        self.line = Thread()
        self._port = port
        self._hub = hub
        self._door = door
        self._mine = hub.join()

    def run(self, first: Cable, lost: Callable[[Problem | None], None]) -> None:
        """For ever, beginning with a port that is open. Ctrl-C ends it.

        lost is told why the port is gone, and None when it is there.
        """
        cable: Cable | None = first
        try:
            while True:
                try:
                    cable = cable or Cable(self._port)
                    lost(None)
                    self._pass_on(cable)
                except Problem as problem:
                    lost(problem)
                    if cable is not None:
                        cable.close()
                        cable = None
                    self._door.pump()
                    time.sleep(_AGAIN_S)
        finally:
            if cable is not None:
                cable.close()

    def _pass_on(self, cable: Cable) -> None:
        """Between the table and all programs, until the port is lost."""
        while True:
            self._hub.said(self._mine, self.line.serial_in())
            self._door.pump()
            to_table = self._hub.to_table(time.monotonic())
            if to_table:
                cable.write(to_table)
            # Waits 50 ms at most: so long a question may lie here before it is sent on.
            self._hub.heard(cable.read())
            heard = self._mine.take()
            if heard:
                self.line.hear(heard)
