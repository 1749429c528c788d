"""Wall-clock guard: a firmware tick that never comes back to wait_until must fail, not hang."""

from __future__ import annotations

import sys
import threading
import time
import traceback

from hal.sim.home.peers import Peer


class HangGuard:
    """Interrupts the peer when one trade lasts longer than limit_s of wall-clock time.

    The owner sets peer while a trade runs, counts trades, and reads hung afterwards.
    """

    def __init__(self, limit_s: float) -> None:
        self.peer: Peer | None = None
        self.trades = 0
        self.hung = False
        self.stack = ""
        self._limit_s = limit_s
        self._owner = threading.get_ident()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="hang guard", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        seen, since = -1, 0.0
        while not self._stop.wait(self._limit_s / 5.0):
            peer = self.peer
            now = time.monotonic()
            if peer is None or self.trades != seen:
                seen, since = self.trades, now
            elif now - since >= self._limit_s:
                frame = sys._current_frames().get(self._owner)
                self.stack = "".join(traceback.format_stack(frame)) if frame is not None else ""
                self.hung = True
                peer.interrupt()
                since = now
