"""What is wrong with a profile whose fields came from options, told by the options that somebody has to correct."""

from __future__ import annotations

import re
from dataclasses import replace

from bascule.facts import Reason

# By field of the file.
_OPTIONS = {
    "name": "--name",
    "id": "--id",
    "born": "--born",
    "height_cm": "--height-cm",
    "weight_kg": "--weight-kg",
    "max_inversion_deg": "--max-inversion-deg",
    "session_s": "--session-s",
    "conditions": "--condition",
}
_FIELD = re.compile(rf"\b({'|'.join(_OPTIONS)})(?: = |\b(?=\[|:| is | must | has ))")
_PLACE = re.compile(r"^(clearances\[(?P<number>\d+)\]|since)\.(?P<part>\w+)")
_NO_CONDITION = re.compile(r"^conditions\[\d+\].* '(none|no|nothing)'[. ]", re.IGNORECASE)
# Of a list of conditions what to write is told as a file has it, with brackets.
_A_LIST = re.compile(r"^conditions(\[\d+\])? (?P<what>[^:]*): write .*?(?P<said> It says .*)?$")
_AS_A_FIELD = re.compile(r"(\w+) = (?:'([^']*)'|([^'., ]+))")
# How a file names the table that a day stands in.
_IN_A_FILE = re.compile(r" under a line \[since\],|\[since\] and |without quotes or time, ")


def told(reason: Reason) -> Reason:
    """`reason`, which speaks of a field of a file, with the option that gives it."""
    told = _by_option(reason.text)
    return reason if told == reason.text else replace(reason, text=told)


def _by_option(reason: str) -> str:
    nothing = _NO_CONDITION.match(reason)
    if nothing:
        return f"--condition {nothing[1]} is no condition: if there is none, write --nothing-to-declare instead."
    if reason.startswith("nothing_to_declare "):
        return "--nothing-to-declare and --condition cannot both be given: leave one of them out."
    if reason.startswith("beyond_60 "):
        return "--max-inversion-deg is more than 60: give --beyond-60 too if that is meant, else a smaller angle."
    if _A_LIST.match(reason):
        return _A_LIST.sub(r"--condition \g<what>.\g<said>", reason)
    reason = _IN_A_FILE.sub("", reason)
    place = _PLACE.match(reason)
    if place is None:
        return re.sub(r"--condition\[\d+\]", "--condition", _FIELD.sub(_option, reason))
    rest = _AS_A_FIELD.sub(r"\1=\2\3", reason[place.end() :]).replace("max_inversion_deg", "max")
    if place["number"] is None:
        return f"--since {place['part']}:{rest}"
    part = place["part"].replace("max_inversion_deg", "max")
    return f"--clearance number {int(place['number']) + 1}: {part}{rest}"


def _option(found: re.Match[str]) -> str:
    return _OPTIONS[found[1]] + (" " if found[0].endswith("= ") else "")
