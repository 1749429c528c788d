"""`bascule profile push`: checked here first, stored on the table, and the table's own screening result read back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bascule import output
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, Problem
from bascule.facts import INLINED, LOCKED, Cap, Reason, ScreeningResult
from bascule.profile import checked, reader, screening, words
from bascule.profile.checked import Profile
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.table import upload, why
from bascule.table.client import Table, connected

# What the table adds by itself: a cap, and reasons for locking.
_PROGRESSION = "progression"
_OF_THE_DAY = ("WAIT", "ENOUGH_TODAY", "TODAY")


@dataclass(frozen=True, slots=True)
class Pushed:
    """A profile that was stored, and what the table makes of it."""

    id: Annotated[str, "Id of the person."]
    port: Annotated[str, "Port on which the table answers."]
    revision: Annotated[int, "Counts the profiles ever stored or removed."]
    result: Annotated[ScreeningResult, INLINED]
    laptop_agrees: Annotated[bool, "Whether the laptop's own screening of the profile comes to the same."]


def run(file: Path, port: str | None, as_json: bool) -> int:
    """Push `file`. A refused profile is not sent; one that locks is, because the table must know it."""
    now = datetime.datetime.now()
    profile, result = well_formed(file, now.date(), as_json)
    with connected(port, now) as table:
        pushed = send(table, profile, result)
    output.facts(pushed, as_json, lines(pushed, profile))
    return LOCKED_OUT if pushed.result.verdict == LOCKED else DONE


def well_formed(file: Path, today: datetime.date, as_json: bool) -> tuple[Profile, ScreeningResult]:
    """A profile that a table would take, and its screening. Problem, and all that is wrong, when it would not."""
    found = checked.check(reader.read(file), today)
    result = screening.result(found, today)
    if found.profile is None:
        if not as_json:
            output.facts(result, False, words.lines(result))
        hint = later("Correct {file}; `bascule profile check` says whether it is right.", file=file)
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", later("the profile is malformed and was not sent"), hint, result)
    return found.profile, result


def send(table: Table, profile: Profile, ours: ScreeningResult) -> Pushed:
    """Store a profile on the table; what the table makes of it, and whether that is what the laptop does."""
    revision = upload.store(table, profile.blob)
    theirs = why.screening_result(table, profile.id)
    return Pushed(profile.id, table.port, revision, theirs, _of_the_profile(theirs) == _of_the_profile(ours))


def _of_the_profile(result: ScreeningResult) -> tuple[list[Cap], list[Reason]]:
    """What comes from the profile alone. How far a person has come only the table knows."""
    caps = [cap for cap in result.caps if cap.origin != _PROGRESSION]
    return caps, [one for one in result.reasons if one.code not in _OF_THE_DAY]


def lines(pushed: Pushed, profile: Profile) -> list[str]:
    """The result of a push in words."""
    said = [say("stored as revision {number} on {port}", number=pushed.revision, port=pushed.port)]
    said += words.lines(pushed.result, profile.fields)
    if not pushed.laptop_agrees:
        said.append(say("the laptop's verdict differs; the table's verdict is the one in force"))
    return said
