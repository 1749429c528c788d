"""The mutants that may live, each with its reason: equivalents.toml, and the rules that keep it honest."""

import tomllib
from collections import Counter
from pathlib import Path

from tests.mutants.schemata import Mutant

_KEYS = ("file", "function", "operator", "before", "after")

Fingerprint = tuple[str, ...]


class Listed:
    """The list: equivalent mutants, which no test can kill, and harmless ones, each fingerprint with its reason.

    Raises KeyError for an entry that lacks a key, ValueError for one without a reason of its own.
    """

    def __init__(self, path: Path):
        self.reasons: dict[Fingerprint, str] = {}
        rows = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
        self.equivalent = self._add(path.name, rows.get("equivalent", []))
        self.harmless = self._add(path.name, rows.get("harmless", []))

    def _add(self, name: str, rows: list[dict[str, str]]) -> set[Fingerprint]:
        added = set()
        for row in rows:
            fingerprint = tuple(row[key] for key in _KEYS)
            if not row["reason"].strip() or set(row) != {*_KEYS, "reason"} or fingerprint in self.reasons:
                raise ValueError(f"{name}: {fingerprint}: needs one reason, and nothing else")
            self.reasons[fingerprint] = row["reason"]
            added.add(fingerprint)
        return added


def complaints(reasons: dict[Fingerprint, str], mutants: list[Mutant], killed: set[int]) -> list[str]:
    """What is wrong with the list: entries that fit no mutant or several, and entries whose mutant was killed."""
    times = Counter(mutant.fingerprint for mutant in mutants)
    slain = {mutant.fingerprint for mutant in mutants if mutant.number in killed}
    files = {mutant.file for mutant in mutants}
    found = []
    for fingerprint in reasons:
        if times[fingerprint] > 1:
            found.append(f"fits {times[fingerprint]} mutants: {_words(fingerprint)}")
        elif fingerprint in slain:
            found.append(f"was killed, so it does not live: {_words(fingerprint)}")
        elif not times[fingerprint] and (fingerprint[0] in files or not Path(fingerprint[0]).exists()):
            found.append(f"fits no mutant: {_words(fingerprint)}")
    return found


def _words(fingerprint):
    file, function, operator, before, after = fingerprint
    return f"{file}, {function}, {operator}: {before} -> {after}"
