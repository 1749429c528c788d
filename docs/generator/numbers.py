"""Fills {source.NAME} in a sentence with the code's own number, in the unit that the name's suffix gives."""

import math
import string
from types import SimpleNamespace

from firmware import executive, housekeeping, main
from firmware.control import bridge_check, budget, buttons, motion, sensors, session
from firmware.link import wire
from firmware.panel import menu, shown
from firmware.safety import checks, core, envelope, faults, limits
from firmware.screening import conditions
from firmware.store import calendar
from hal import contract
from hal.world import invariants
from tests.proof.limit import assumptions


class _AnyOf:
    """Names of several modules as one."""

    def __init__(self, *modules):
        self._modules = modules

    def __getattr__(self, name):
        for module in self._modules:
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"the code has no number {name}")


SOURCES = {
    "bridge_check": bridge_check,
    "budget": budget,
    "buttons": buttons,
    "calendar": calendar,
    "conditions": conditions,
    "contract": contract,
    "executive": executive,
    "housekeeping": housekeeping,
    "invariants": invariants,
    "limit": assumptions,
    "limits": limits,
    "main": main,
    "safety": _AnyOf(core, checks, envelope),
    "menu": menu,
    "motion": motion,
    "sensors": sensors,
    "session": session,
    "shown": shown,
    "wire": wire,
    "hold": SimpleNamespace(
        **{row[faults.NAME] + "_MS": faults.HOLD_MS[code] for code, row in enumerate(faults.FAULTS)}
    ),
}


def filled(text):
    """The text with every {source.NAME} replaced. KeyError or AttributeError when the code has no such number."""
    parts = []
    for before, field, _, _ in string.Formatter().parse(text):
        parts.append(before)
        if field is not None:
            source, _, name = field.partition(".")
            parts.append(in_words(name, getattr(SOURCES[source], name)))
    return "".join(parts)


def in_words(name, number):
    """A number with its unit in words, from the suffix of its name: STALL_MS, 1000 is "1 s"."""
    suffix = name.rpartition("_")[2]
    if suffix == "S":
        return in_words("MS", round(number * 1000))
    if suffix == "MS":
        return f"{number / 1000:g} s" if number >= 1000 else f"{number} ms"
    if suffix == "MG2":
        return f"{math.sqrt(number) / 1000:g} g"
    if suffix == "TICKS":
        return in_words("MS", number * executive.PERIOD_MS)
    scale, unit = _UNITS.get(suffix, (1, ""))
    shown = f"{number / scale:g}"
    return f"{shown} {unit}".replace("degrees", "degree" if shown in ("1", "-1") else "degrees").strip()


_UNITS = {
    "CDEG": (100, "degrees"),
    "DEG": (1, "degrees"),
    "DPS": (1, "degrees a second"),
    "CDPS": (100, "degrees a second"),
    "CDPS2": (100, "degrees a second squared"),
    "MA": (1000, "A"),
    "MV": (1000, "V"),
    "MG": (1000, "g"),
    "PERMILLE": (10, "%"),
    "PERCENT": (1, "%"),
    "DAYS": (1, "days"),
    "MIN": (1, "minutes"),
    "FRAME": (1, "bytes"),
    "BYTES": (1, "bytes"),
}
