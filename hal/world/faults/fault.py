"""A fault by its name: found in the vocabulary, hung in a world, or refused with what would be possible."""

from __future__ import annotations

from typing import NamedTuple

from hal.world.errors import FaultError
from hal.world.faults.breakable import Breakable
from hal.world.faults.vocabulary import VOCABULARY, Row
from hal.world.hooks import Undo


class Fault(NamedTuple):
    """A fault to hang: its name, its target ("" where the name says it all), its number (None: the usual one)."""

    name: str
    target: str = ""
    value: float | None = None

    def __str__(self) -> str:
        number = "" if self.value is None else f" {self.value:g}"
        return " ".join(f"{self.target} {self.name}".replace("_", " ").split()) + number


def find(fault: Fault) -> Row:
    """The fault's row. FaultError when the world has no such fault, or has it elsewhere only."""
    row = VOCABULARY.get((fault.target, fault.name))
    if row is None:
        raise FaultError(f"no fault '{fault}': {_possible(fault)}")
    if fault.value is not None and not row.unit:
        raise FaultError(f"'{fault}': {row.target} {row.name} takes no number")
    return row


def hang(rig: Breakable, fault: Fault) -> Undo:
    """Hang it; the returned call lifts it. FaultError when it cannot be hung there."""
    row = find(fault)
    return row.hang(rig, row.value if fault.value is None else fault.value)


def parse(words: str) -> Fault:
    """A fault as people write it: `imu stuck`, `lock left switch open`, `mains off`, `imu offset 10`."""
    parts = words.lower().split()
    value = None
    if parts and parts[-1].lstrip("-").replace(".", "", 1).isdigit():
        value = float(parts.pop())
    for split in range(len(parts)):
        fault = Fault("_".join(parts[split:]), "_".join(parts[:split]), value)
        if (fault.target, fault.name) in VOCABULARY:
            find(fault)
            return fault
    raise FaultError(f"no fault '{words}': {_possible(Fault(parts[-1] if parts else '', '_'.join(parts[:-1])))}")


def _possible(fault: Fault) -> str:
    places = sorted(
        {target or name for target, name in VOCABULARY if name == fault.name or fault.name in name.split("_")}
    )
    names = sorted(name for target, name in VOCABULARY if target == fault.target and target)
    if names:
        return f"{fault.target} can be {', '.join(names)}"
    if places:
        return f"{fault.name} is possible on {', '.join(places)}"
    return f"the faults are {', '.join(sorted({name for _, name in VOCABULARY}))}"
