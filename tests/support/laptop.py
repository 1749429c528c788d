"""A laptop that lives in virtual time: it speaks the protocol over a simulated table's cable, without a port."""

import base64
import hashlib
import json
from collections.abc import Callable

from firmware.link import wire
from firmware.panel import paper
from firmware.profile.form import MAX_BYTES, to_wire
from firmware.screening import questions
from firmware.version import VERSION
from hal.sim.home.table import SimTable
from tests.support.seasoned import STEP, season

CHUNK = 240
TODAY = 20261123
_DONE = ("ARMED", "LOCKED", "NONE", "SESSION")  # pages on which there is nothing to agree to on the way to a session
# A page is painted within about a second, and has then to stand for one; so often somebody looks whether it has.
_STANDS_S = 4.0
_LOOK_S = 0.1
BEGAN_MIN = 600  # the time of day at which every run begins
ANNA = {
    "schema": 1,
    "id": "anna",
    "name": "Anna",
    "angle_ref": "deg_past_horizontal",
    "max_inversion_cdeg": 2500,
    "session_s": 180,
    "born": 1980,
    "height_cm": 170,
    "weight_kg": 68,
    "nothing_to_declare": True,
    "conditions": [],
    "clearances": [],
}


def blob(**changes) -> bytes:
    """Anna's profile with changes, as it goes over the cable."""
    return to_wire({**ANNA, **changes})


def as_written(fields: dict) -> bytes:
    """The same, with the changes named as in a profile file; nothing to declare unless there are conditions."""
    changes = dict(fields)
    for entry in (changes, *changes.get("clearances", [])):
        if "max_inversion_deg" in entry:
            entry["max_inversion_cdeg"] = round(entry.pop("max_inversion_deg") * 100)
    changes.setdefault("nothing_to_declare", not changes.get("conditions"))
    return blob(**changes)


def longest(who: str, name: str) -> bytes:
    """A profile of somebody else, as long as the table takes one."""
    clearance = {
        "condition": "early_post_op_hip", "clinician": "A. Example " + "x" * 40, "role": "orthopaedic_surgeon",
        "issued": 20261101, "expires": 20270301, "max_inversion_cdeg": 2000,
    }  # fmt: skip
    changes = {"id": who, "name": name, "nothing_to_declare": False, "conditions": ["early_post_op_hip"]}
    count = 1
    while len(blob(**changes, clearances=[clearance] * (count + 1))) <= MAX_BYTES:
        count += 1
    return blob(**changes, clearances=[clearance] * count)


def _asked(number: int) -> str:
    return "".join(paper.laid(questions.text(number)))


class Laptop:
    """ask() sends one command and runs the table until its answer has come, for at most patience_s."""

    patience_s = 3.0

    def __init__(self, table: SimTable):
        self.table = table
        self.heard: list[dict] = []
        self.console: list[bytes] = []
        self._decoder = wire.Decoder()
        self._next = 1

    def listen(self) -> list[dict]:
        """Everything heard since the last call that was no answer to ask()."""
        heard, self.heard = self.heard + self._new(), []
        return heard

    def ask(self, command: str, **fields) -> dict:
        """The table's answer to one command, within patience_s virtual seconds."""
        number, self._next = self._next, self._next + 1
        self.table.serial_in(wire.frame([("i", number), ("c", command), *fields.items()]))
        answer: list[dict] = []

        def answered() -> bool:
            for message in self._new():
                (answer if message.get("i") == number else self.heard).append(message)
            return bool(answer)

        self._run_until(answered)
        return answer[0]

    def hello(self, today: int = TODAY) -> dict:
        """First words: protocol number and date."""
        answer = self.ask("hello", p=1)
        assert answer.get("fw") == VERSION, answer
        self.set_clock(today)
        return answer

    def season(self, who: str = "anna", step: int = STEP, answered: int = 0) -> None:
        """Let the table remember a person who has taken so many steps already: most runs are not about the dose."""
        season(self.table.root, who, step, answered)

    def confirm(
        self, yes: tuple[int, ...] = (), how: str = "ok", dizzy: bool = False, pain: tuple[int, int] = (0, 0)
    ) -> str:
        """At the panel: no to what is asked, warnings understood, the session confirmed.

        yes: numbers of screening.questions, which get a yes. how: the button for how the last session felt; dizzy: in
        it. pain: before a session and after it, where it is asked for.

        Each page is left to stand until a press may agree to it. The page that is shown in the end: ARMED, or why not.
        `passed` are those before it, each once and in order.
        """
        self.passed: list[str] = []
        for _ in range(60):
            said = self.standing()
            page = said["page"]
            if page in _DONE:
                return page
            key = "ok"
            if page == "QUESTION":
                key = "up" if said["l2"] + said["l3"] in [_asked(number) for number in yes] else "down"
            elif page in ("FELT", "DIZZY"):
                key = how if page == "FELT" else "up" if dizzy else "down"
            elif page == "PAIN":
                for _ in range(1 + pain[self.passed[-1] == "DIZZY"]):
                    self.agree("up")
                self.standing()
            self.passed += [page] if page not in self.passed[-1:] else []
            self.tap(key)
        return page

    def answer(self) -> None:
        """From the choice of a person to it again: the first page of the day, and no to what is asked."""
        self.agree()
        while (page := self.ask("panel")["page"]) in ("ABOUT", "QUESTION"):
            self.agree("down" if page == "QUESTION" else "ok")

    def felt(self) -> None:
        """After a session: the same, and not dizzy."""
        self.agree("ok")
        self.agree("down")

    def standing(self) -> dict:
        """What the panel says when a press may agree to it, or what it says after 4 s in which none might."""
        end_s = self.table.world.now_s + _STANDS_S
        while True:
            said = self.ask("panel")
            done = said["shown"] == "stands" or said["page"] in _DONE
            if done or self.table.world.now_s >= end_s:
                return said
            self.table.run(_LOOK_S)

    def agree(self, button: str = "ok") -> None:
        """Press it for a page that has stood on the display."""
        self.standing()
        self.tap(button)

    def tap(self, button: str, seconds: float = 0.06) -> None:
        """Press a button of the table and let go of it."""
        self.table.press(button)
        self.table.run(seconds)
        self.table.release(button)
        self.table.run(0.04)

    @property
    def minute(self) -> int:
        """The laptop's time of day, which goes on with the world's."""
        return (BEGAN_MIN + int(self.table.world.now_s) // 60) % 1440

    def set_clock(self, day: int) -> dict:
        """Tell the table that it is this day, at the laptop's time of day."""
        return self.ask("clock.set", day=day, min=self.minute)

    def push(self, profile: bytes) -> dict:
        """Push a profile; the answer to the commit, or to the chunk that was refused."""
        for at in range(0, len(profile), CHUNK):
            chunk = base64.b64encode(profile[at : at + CHUNK]).decode()
            answer = self.ask("profile.put", off=at, d=chunk)
            if "e" in answer:
                return answer
        return self.ask("profile.commit", n=len(profile), sha=hashlib.sha256(profile).hexdigest())

    def ready(self, profile: bytes) -> dict:
        """Push the profile of a person who has been here before, today too, and confirm; the answer to the push."""
        self.season(json.loads(profile).get("id", "anna"), answered=TODAY)
        answer = self.push(profile)
        if "e" not in answer:
            self.table.run(0.1)
            self.confirm()
        return answer

    def _new(self) -> list[dict]:
        """What the table has said since it was last read."""
        new = []
        for kind, body in self._decoder.feed(self.table.serial_out()):
            if kind == wire.FRAME:
                new.append(json.loads(body))
            elif kind == wire.CONSOLE:
                self.console.append(body)
        return new

    def _run_until(self, predicate: Callable[[], bool]) -> None:
        self.table.run_until(predicate, self.patience_s)
