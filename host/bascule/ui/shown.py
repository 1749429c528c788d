"""What the page shows: the moment, the last minutes, what happened, and what the table says of itself.

Any thread may add to it. Whoever opens the page is told everything, and from then on what is new.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from firmware.safety.envelope import stopping_cdeg

# (number of the browser, {"do": ..., ...}): what a page asks for.
Act = Callable[[int, dict[str, Any]], None]
# (kind, text, whether only the newest of its kind counts)
Listener = Callable[[str, str, bool], None]

# The strip of the last five minutes, a point every fifth of a second; moments are as good as never exactly that apart.
_EVERY_S = 0.19
_POINTS = 1500
_EVENTS = 200
_NOTHING_SAID = {"state": "", "limit": 0.0, "fault": None}
# What stopping_cdeg is made for.
_MOST_CDPS = 2000


class Shown:
    """`fixed` is what stays the same while the page is open, and what the page can do."""

    def __init__(self, fixed: dict[str, Any]) -> None:
        self.listener: Listener | None = None
        self._fixed = fixed
        self._lock = threading.Lock()
        self._moment: dict[str, Any] = {}
        self._said: dict[str, Any] = dict(_NOTHING_SAID)
        self._facts: dict[str, Any] = {}
        self._display = ""
        self._strip: deque[list[Any]] = deque(maxlen=_POINTS)
        self._events: deque[dict[str, Any]] = deque(maxlen=_EVENTS)

    def everything(self, number: int) -> str:
        """All of it, for a page that opens."""
        with self._lock:
            found = {
                "k": "all",
                "you": number,
                "fixed": self._fixed,
                "strip": list(self._strip),
                "events": list(self._events),
                "facts": self._facts,
                "display": self._display,
                "moment": {**self._moment, **self._said},
            }
            return json.dumps(found)

    def moment(self, t_s: float, inv_deg: float, rate_dps: float, drive_percent: float, **more: Any) -> None:
        """How the table stands now; `more` is what only a simulated one shows of itself."""
        ahead_deg = stopping_cdeg(min(_MOST_CDPS, round(rate_dps * 100))) / 100
        with self._lock:
            self._moment = {
                "t": round(t_s, 2),
                "inv": round(inv_deg, 2),
                "stops": round(inv_deg + ahead_deg, 2),
                "drive": round(drive_percent, 1),
                **more,
            }
            now = {**self._moment, **self._said}
            if self._strip and t_s < self._strip[-1][0]:
                # The table's clock began anew: it has restarted.
                self._strip.clear()
            if not self._strip or t_s - self._strip[-1][0] >= _EVERY_S:
                self._strip.append([now[key] for key in ("t", "inv", "stops", "limit", "drive", "state")])
        self._tell("moment", now, newest=True)

    def said(self, state: str, limit_deg: float, fault: str | None) -> None:
        """What the table has said of itself, ten times a second."""
        with self._lock:
            self._said = {"state": state, "limit": limit_deg, "fault": fault}

    def facts(self, facts: dict[str, Any]) -> None:
        """What the table answers when it is asked: reasons, limits, panel."""
        with self._lock:
            if facts == self._facts:
                return
            self._facts = facts
        self._tell("facts", {"facts": facts}, newest=True)

    def display(self, dots: str) -> None:
        """The panel's dots, 8 rows of 128 columns of 8 dots in base64."""
        with self._lock:
            if dots == self._display:
                return
            self._display = dots
        self._tell("display", {"display": dots}, newest=True)

    def event(self, t_s: float, kind: str, text: str) -> None:
        """Something happened."""
        happened = {"t": round(t_s, 1), "kind": kind, "text": text}
        with self._lock:
            self._events.append(happened)
        self._tell("event", {"event": happened}, newest=False)

    def answer(self, number: int, to: str, **said: Any) -> None:
        """Something that one browser asked for; the others see it and know that it is not for them."""
        self._tell("answer", {"to": to, "you": number, **said}, newest=False)

    def forget(self) -> None:
        """A new table: the strip begins anew."""
        with self._lock:
            self._strip.clear()
            self._events.clear()
            self._facts = {}
            self._said = dict(_NOTHING_SAID)
        self._tell("anew", {}, newest=False)

    def _tell(self, kind: str, told: dict[str, Any], newest: bool) -> None:
        listener = self.listener
        if listener is not None:
            listener(kind, json.dumps({"k": kind, **told}), newest)
