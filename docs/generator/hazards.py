"""Reads what the pages are made of: hazards, states and responses, and the situations that name hazards."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from docs.generator.numbers import filled

ROOT = Path(__file__).resolve().parents[2]
SAFETY = ROOT / "docs" / "safety"
SITUATIONS = ROOT / "tests" / "situations"


@dataclass(frozen=True)
class Hazard:
    """One row of hazards.toml; texts as written, numbers not yet filled in."""

    number: int
    title: str
    severity: int
    cause: str
    detection: str
    response: str
    requirements: tuple[str, ...]
    words: str = ""
    faults: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    reason: str = ""
    hardware: str = ""
    gap: str = ""
    # {number of a requirement: names of theorems, or why there is none}
    proof: dict[str, tuple[str, ...] | str] = field(default_factory=dict)

    def requirement_ids(self):
        """(id, sentence) of each requirement; an id stays as long as no line is put in front of it."""
        return [(f"B-H{self.number:02}-{i}", text) for i, text in enumerate(self.requirements, 1)]

    def texts(self):
        """Every sentence of the row."""
        return (
            self.cause, self.detection, self.words, self.reason, self.hardware, self.gap, *self.requirements,
        )  # fmt: skip


@dataclass(frozen=True)
class Situation:
    """A situation file, as far as the pages need it."""

    stem: str
    title: str
    hazards: tuple[int, ...]
    benign: bool = False


def hazards(path=SAFETY / "hazards.toml"):
    """All rows, in the order of the file. TypeError names a row with a key that is unknown or missing."""
    rows = tomllib.loads(path.read_text("utf-8"))["hazard"]
    known = {one.name for one in fields(Hazard)}
    for row in rows:
        if odd := set(row) - known:
            raise TypeError(f"hazard {row.get('number')}: no such key: {', '.join(sorted(odd))}")
    return [Hazard(**{key: _tidy(value) for key, value in row.items()}) for row in rows]


def _tidy(value):
    if isinstance(value, list):
        return tuple(_tidy(one) for one in value)
    if isinstance(value, dict):
        return {key: _tidy(one) for key, one in value.items()}
    return " ".join(value.split()) if isinstance(value, str) else value


def theorems(path=SAFETY / "theorems.toml"):
    """{name: row} of every theorem that `make proof` proves; a row has words, about and mistakes."""
    return {row["name"]: row for row in tomllib.loads(path.read_text("utf-8"))["theorem"]}


def states(path=SAFETY / "states.toml"):
    """The responses, states and latches in words: {"response": [...], "state": [...], "latch": [...]}."""
    return {
        kind: [{key: _tidy(value) for key, value in row.items()} for row in rows]
        for kind, rows in tomllib.loads(path.read_text("utf-8")).items()
    }


def situations(folder=SITUATIONS):
    """All situation files, sorted by name."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text("utf-8"))
        title = content.get("title", path.stem.replace("_", " "))
        named = tuple(content.get("hazards", ()))
        found.append(Situation(path.stem, _tidy(title), named, content.get("benign", False)))
    return found


def text(sentence):
    """A sentence as a page shows it: numbers filled in, safe inside a table."""
    return filled(sentence).replace("|", "\\|")
