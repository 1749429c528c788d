"""The fault desk: what is broken now, when the table noticed, what it does about it, and how that ended."""

from __future__ import annotations

from typing import Any

from bascule.simulator.life import Life
from bascule.table.telemetry import Telemetry
from bascule.table.words import RESPONSES
from bascule.ui.shown import Shown
from firmware.safety import faults
from hal.world.errors import FaultError
from hal.world.faults.desk import Desk
from hal.world.faults.fault import parse
from hal.world.faults.vocabulary import VOCABULARY
from hal.world.hooks import Undo

_NAMES = [row[faults.NAME] for row in faults.FAULTS]
# Times that are over: nothing that was broken is noticed by them.
_OF_TIME = ("SESSION_TIME", "SILENT", "DUTY")
_UPRIGHT_DEG = -68.9


def vocabulary() -> list[dict[str, str]]:
    """Every fault: how it is called, what it is on, what it means."""
    found = []
    for row in VOCABULARY.values():
        words = " ".join(f"{row.target} {row.name}".replace("_", " ").split())
        number = f"{row.value:g} {row.unit}" if row.unit else ""
        target = row.target.replace("_", " ") or "the whole table"
        found.append({"fault": words, "on": target, "words": row.words, "number": number})
    return found


class Breaking:
    """Of one table at a time, if it can be broken."""

    def __init__(self, life: Life, shown: Shown) -> None:
        self._life = life
        self._shown = shown
        self._hung: dict[int, tuple[str, Undo]] = {}
        self._next = 1
        self._since_s: float | None = None  # since when something is broken that was not noticed yet
        self._words = ""
        self._fault: str | None = None
        self._noticed_s: float | None = None

    @property
    def _now_s(self) -> float:
        return self._life.table.world.now_s

    def listed(self) -> list[list[Any]]:
        """Number and words of each fault that is hung."""
        return [[number, words] for number, (words, _) in self._hung.items()]

    def hang(self, number: int, words: str) -> None:
        """Break something. What this table does not have is told to the browser that asked."""
        table = self._life.table
        try:
            if not isinstance(table, Desk):
                raise FaultError(f"the {table.interpreter} table has no fault desk")
            fault = parse(words)
            undo = table.break_(fault)
        except FaultError as refused:
            self._shown.answer(number, "break", text=str(refused))
            return
        self._hung[self._next] = (str(fault), undo)
        self._next += 1
        self.done(str(fault))
        self._shown.event(self._now_s, "broken", f"Broken: {fault}")

    def done(self, words: str) -> None:
        """Somebody has done this at the table: the next fault is told with the time since."""
        self._since_s, self._words = self._now_s, words

    def undone(self) -> None:
        """It is as it was: whatever comes next does not come of it."""
        self._since_s = None

    def heal(self, at: object) -> None:
        """Lift one fault, or with None all of them."""
        for number in [one for one in self._hung if at is None or one == at]:
            words, undo = self._hung.pop(number)
            undo()
            if words == self._words:
                self.undone()
            self._shown.event(self._now_s, "healed", f"Mended: {words}")

    def forget(self) -> None:
        """The table is gone, and what was broken with it."""
        self._hung.clear()
        self._since_s = self._noticed_s = self._fault = None

    def heard(self, said: Telemetry, at_s: float) -> None:
        """Tell what the table made of it. Called in the laptop's thread; at_s is when the table said so."""
        if said.fault != self._fault:
            self._fault = said.fault
            if said.fault is not None:
                self._notice(said.fault, at_s)
                if said.inversion_deg > _UPRIGHT_DEG:
                    self._noticed_s = at_s
        if self._noticed_s is not None and at_s < self._noticed_s:
            # Another table's clock: the last words of the one before came after it was gone.
            self._noticed_s = None
        if self._noticed_s is not None and said.inversion_deg <= _UPRIGHT_DEG and not said.drive_percent:
            since_s = at_s - self._noticed_s
            self._shown.event(at_s, "end", f"Upright, {since_s:.1f} s after the fault was noticed")
            self._noticed_s = None

    def _notice(self, fault: str, at_s: float) -> None:
        row = faults.FAULTS[_NAMES.index(fault)] if fault in _NAMES else None
        response = faults.RESPONSE_NAMES[faults.RESPONSE[_NAMES.index(fault)]] if row else ""
        sentence = row[faults.SENTENCE] if row else ""
        after = ""
        if self._since_s is not None and fault not in _OF_TIME:
            after = f", {max(0.0, at_s - self._since_s) * 1000:.0f} ms after '{self._words}'"
            self._since_s = None
        text = f"{fault}{after}: {sentence} {response}: {RESPONSES.get(response, '')}."
        self._shown.event(at_s, "fault", text)
