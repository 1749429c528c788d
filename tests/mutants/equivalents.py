"""The mutants that no test can kill, each with its reason: equivalents.toml, and the rules that keep it honest."""

import tomllib
from collections import Counter
from pathlib import Path

from tests.mutants.schemata import Mutant

_KEYS = ("file", "function", "operator", "before", "after")


def read(path: Path) -> dict[tuple[str, ...], str]:
    """Fingerprint -> reason. Raises KeyError for an entry that lacks a key, ValueError for one without a reason."""
    found = {}
    for entry in tomllib.loads(path.read_text("utf-8")).get("equivalent", []) if path.exists() else []:
        fingerprint = tuple(entry[key] for key in _KEYS)
        if not entry["reason"].strip() or set(entry) != {*_KEYS, "reason"} or fingerprint in found:
            raise ValueError(f"{path.name}: {fingerprint}: needs one reason, and nothing else")
        found[fingerprint] = entry["reason"]
    return found


def complaints(listed: dict[tuple[str, ...], str], mutants: list[Mutant], killed: set[int]) -> list[str]:
    """What is wrong with the list: entries that fit no mutant or several, and entries whose mutant was killed."""
    times = Counter(mutant.fingerprint for mutant in mutants)
    slain = {mutant.fingerprint for mutant in mutants if mutant.number in killed}
    files = {mutant.file for mutant in mutants}
    found = []
    for fingerprint in listed:
        if times[fingerprint] > 1:
            found.append(f"fits {times[fingerprint]} mutants: {_words(fingerprint)}")
        elif fingerprint in slain:
            found.append(f"was killed, so it is not equivalent: {_words(fingerprint)}")
        elif not times[fingerprint] and (fingerprint[0] in files or not Path(fingerprint[0]).exists()):
            found.append(f"fits no mutant: {_words(fingerprint)}")
    return found


def _words(fingerprint):
    file, function, operator, before, after = fingerprint
    return f"{file}, {function}, {operator}: {before} -> {after}"
