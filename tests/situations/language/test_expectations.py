"""Every kind of expectation is seen to hold and to fail: one that cannot fail shows nothing of any situation."""

import re
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from firmware.panel import font
from firmware.safety import faults
from hal.world.chips.ssd1306 import HEIGHT, WIDTH
from tests.situations.language.expectations import EXPECTATIONS
from tests.situations.language.words import CODES
from tests.situations.play import Moment

STALL, ANKLE = CODES.index("STALL"), CODES.index("ANKLE_OPEN")
FAULT_S, ENDED_S = 1.0, 4.0


def response_of(name: str, other: bool = False) -> int:
    """A code with that response, or one with another."""
    wanted = faults.RESPONSE_NAMES.index(name)
    return next(code for code in range(1, len(CODES)) if (faults.RESPONSE[code] == wanted) is not other)


def painted(*lines: str) -> list[list[bool]]:
    """The dots of a display that shows these lines: signs of 5 by 7 in cells of 6 by 8, each dot twice as high."""
    rows = [[False] * WIDTH for _ in range(HEIGHT)]
    for line, text in enumerate(lines):
        for place, sign in enumerate(text):
            first = (ord(sign) - font.FIRST) * font.COLUMNS
            for column, bits in enumerate(font.SIGNS[first : first + font.COLUMNS]):
                for dot in range(14):
                    rows[line * 16 + 1 + dot][place * 6 + column] = bool(bits >> dot // 2 & 1)
    return rows


class Lived:
    """A play whose script has ended: what it saw, and what would come if it were waited for.

    Moments are (time, angle, contactor, buzzer). The fault came after a second, and the script ended after four.
    """

    def __init__(
        self, past=(), coming=(), codes=None, states=("READY",), answers=(), lock=(), limit=0, rows=None, boots=1
    ):
        self.past = [Moment(*moment) for moment in [(0.0, -70.0, False, False), *past]]
        self.coming = [Moment(*moment) for moment in coming]
        self.fault_s, self.ended_s = FAULT_S, ENDED_S
        self.answers = list(answers)
        self.rig = SimpleNamespace(boots=[1] * boots)
        listener = SimpleNamespace(codes=codes or {}, states=dict.fromkeys(states, 0.0), state=states[-1])
        self.invariants = SimpleNamespace(listener=listener)
        display = SimpleNamespace(rows=lambda: rows or [[False] * WIDTH for _ in range(HEIGHT)])
        self.world = SimpleNamespace(
            display=display, plant=SimpleNamespace(inv_deg=self.past[-1].inv_deg), now_s=ENDED_S
        )
        self.laptop = SimpleNamespace(ask=self.ask)
        self.lock, self.limit = lock, limit

    @property
    def now(self):
        return self.past[-1]

    def all_hung(self):
        return True

    def ask(self, command, at=0, **_):
        if command == "status":
            return {"lim": self.limit}
        return {"code": self.lock[at]} if at < len(self.lock) else {"e": "PAST_END"}

    def wait_until(self, what, seconds, words):
        end_s = self.world.now_s + seconds
        while not what():
            if not self.coming or self.coming[0].at_s > end_s + 1e-9:
                raise TimeoutError(f"not {words}")
            self.past.append(self.coming.pop(0))


class Case(NamedTuple):
    """A line, a life of which it holds, and one of which it just does not."""

    line: str
    holds: dict[str, Any]
    fails: dict[str, Any]


def at(*moments):
    return {"past": moments}


def later(*moments):
    return {"coming": moments}


def seen(*codes):
    return {"codes": dict.fromkeys(codes, 2.0)}


CASES = [
    Case("fault STALL within 2 s", {"codes": {STALL: 3.0}}, {"codes": {STALL: 3.1}}),
    Case("fault STALL within 2 s", {"codes": {STALL: 1.0}}, {"codes": {ANKLE: 1.0}}),
    Case("fault STALL", seen(ANKLE, STALL), seen(ANKLE)),
    Case("no fault but STALL", seen(STALL), seen(STALL, ANKLE)),
    Case("no fault", seen(), seen(STALL)),
    Case("response CUT", seen(response_of("CUT")), seen(response_of("CUT", other=True))),
    Case("never above 10", at((0.5, 10.0, 0, 0)), at((0.5, 10.1, 0, 0), (2.0, 5.0, 0, 0))),
    Case("never below -30", at((1.0, -30.0, 0, 0), (2.0, 5.0, 0, 0)), at((1.0, -30.1, 0, 0), (2.0, 5.0, 0, 0))),
    Case("reaches 10", at((0.5, 10.0, 0, 0), (2.0, 5.0, 0, 0)), at((0.5, 9.9, 0, 0))),
    Case("level within 2 s", at((3.0, 2.0, 0, 0)), at((3.0, 2.1, 0, 0), (3.1, 2.0, 0, 0), (3.9, 9.0, 0, 0))),
    Case("level within 5 s", later((5.9, 2.0, 0, 0)), at((1.0, 9.0, 0, 0)) | later((6.1, 2.0, 0, 0))),
    Case("upright within 2 s", at((2.0, -69.0, 0, 0)), at((2.0, -69.0, 1, 0))),
    Case("upright within 2 s", at((2.0, -69.0, 0, 0)), at((2.0, -68.8, 0, 0))),
    Case("contactor open within 2 s", at((2.0, 9.0, 0, 0)), at((2.0, 9.0, 1, 0))),
    Case("contactor open within 5 s", at((2.0, 9.0, 1, 0)) | later((5.5, 9.0, 0, 0)), at((2.0, 9.0, 1, 0))),
    Case("alarm within 2 s", at((3.0, 9.0, 0, 1)), at((3.1, 9.0, 0, 1), (3.2, 9.0, 0, 0))),
    Case("alarm within 2 s", at((1.0, 9.0, 0, 1)), at((0.9, 9.0, 0, 1), (1.0, 9.0, 0, 0))),
    Case("stands still within 1 s", at((2.0, 5.0, 0, 0), (3.0, 5.2, 0, 0)), at((2.0, 5.0, 0, 0), (3.0, 5.4, 0, 0))),
    Case("stands still within 1 s", at((1.5, 1.0, 0, 0), (3.0, 5.2, 0, 0)), at((1.5, 1.0, 0, 0))),
    Case("contactor open at the end", at((3.0, 0.0, 0, 0)), at((3.0, 0.0, 1, 0))),
    Case("alarm", at((2.0, 0.0, 0, 1), (3.0, 0.0, 0, 0)), at((3.0, 0.0, 0, 0))),
    Case("no alarm", at((3.0, 0.0, 0, 0)), at((2.0, 0.0, 0, 1), (3.0, 0.0, 0, 0))),
    Case("alarm at the end", at((3.0, 0.0, 0, 1)), at((2.0, 0.0, 0, 1), (3.0, 0.0, 0, 0))),
    Case("no motion", at((2.0, -69.96, 0, 0)), at((2.0, -69.94, 0, 0), (3.0, -70.0, 0, 0))),
    Case("state FAULT", {"states": ("READY", "FAULT", "LOCKED")}, {"states": ("READY",)}),
    Case("state FAULT at the end", {"states": ("READY", "FAULT")}, {"states": ("FAULT", "READY")}),
    Case("ends between 5 and 6", at((3.0, 5.0, 0, 0)), at((3.0, 4.9, 0, 0))),
    Case("ends between 5 and 6", at((3.0, 6.0, 0, 0)), at((3.0, 6.1, 0, 0))),
    Case("locked by WAIT", {"lock": ("TODAY", "WAIT")}, {"lock": ("TODAY",)}),
    Case("limit 25", {"limit": 2500}, {"limit": 2501}),
    Case("answer BUSY", {"answers": ({"ok": 1}, {"e": "BUSY"})}, {"answers": ({"e": "BUSY"}, {"ok": 1})}),
    Case("answer taken", {"answers": ({"e": "BUSY"}, {"ok": 1})}, {"answers": ({"ok": 1}, {"e": "BUSY"})}),
    Case("restarts 2", {"boots": 3}, {"boots": 2}),
    Case("restarted", {"boots": 2}, {"boots": 1}),
    Case("the panel shows STOP", {"rows": painted("", "Press STOP now")}, {"rows": painted("Press", "ST OP")}),
    Case("the panel is dark", {}, {"rows": painted(".")}),
]


def judged(line: str, life: dict[str, Any]) -> str:
    """What the expectation of this line says of a life; what it waits for in vain is said too."""
    expectation, arguments = EXPECTATIONS.read(line)
    try:
        return expectation(Lived(**life), *arguments)
    except TimeoutError as exc:
        return str(exc)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_a_harm_that_is_expected_not_to_come_is_told_when_it_comes(case):
    assert judged(case.line, case.holds) == ""
    assert judged(case.line, case.fails)


# Something for each gap of a sentence.
_FILLED = {"n": "1", "count": "1", "state": "FAULT", "code": "STALL", "response": "CUT", "CODE": "WAIT", "rest": "x"}


def test_no_expectation_is_without_a_life_of_which_it_fails():
    lines = [re.sub(r"\{(\w+)\}", lambda gap: _FILLED[gap[1]], form) for form in EXPECTATIONS.forms()]
    tried = {EXPECTATIONS.read(case.line)[0] for case in CASES}
    assert {EXPECTATIONS.read(line)[0] for line in lines} == tried
