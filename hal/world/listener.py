"""What the board says on its cable, overheard without taking it from the laptop: the last telemetry or status."""

from __future__ import annotations

import json
import re
from typing import Any

from hal.world.faults.breakable import Breakable
from hal.world.hooks import Call

# A frame that a restart cut off has no newline: only a `$` begins a line that can be trusted.
_LINE = re.compile(rb"\$(\{[^\n$]*\"flt\"[^\n$]*\})\*[0-9a-f]{8}\n")
_MOST_BYTES = 4096


class Listener:
    """fault and state as last reported, at_s when; codes and states hold all that were ever heard, and when first.

    story has each change of state or fault, in order: when, state, fault.
    """

    def __init__(self, rig: Breakable) -> None:
        self.at_s = -1.0
        self.fault = 0
        self.state = ""
        self.codes: dict[int, float] = {}
        self.states: dict[str, float] = {}
        self.story: list[tuple[float, str, int]] = []
        self._clock = rig.world.clock
        self._heard = bytearray()
        rig.hooks.wrap(rig.world.cable, "accept", self._tap)

    def _tap(self, accept: Call) -> Call:
        def heard(data: bytes | bytearray) -> None:
            accept(data)
            self._heard += data
            if b"\n" in data:
                self._take()

        return heard

    def _take(self) -> None:
        lines, newline, rest = self._heard.rpartition(b"\n")
        self._heard = rest[-_MOST_BYTES:]
        for match in _LINE.finditer(lines + newline):
            self._note(json.loads(match[1]))

    def _note(self, report: dict[str, Any]) -> None:
        self.at_s = self._clock.now_s
        self.fault = report["flt"]
        self.state = report["st"]
        if self.fault:
            self.codes.setdefault(self.fault, self.at_s)
        self.states.setdefault(self.state, self.at_s)
        if not self.story or self.story[-1][1:] != (self.state, self.fault):
            self.story.append((self.at_s, self.state, self.fault))
