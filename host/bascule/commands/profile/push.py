"""`bascule profile push`: checked here first, stored on the table, and the table's own verdict read back."""

from __future__ import annotations

import base64
import datetime
import hashlib
from pathlib import Path
from typing import Any

from bascule import output
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, Problem
from bascule.profile import screening, words
from bascule.table import stored
from bascule.table.client import Table, connected
from firmware.link import messages

# What the table adds by itself: a cap, and reasons for locking.
_PROGRESSION = "progression"
_OF_THE_DAY = ("WAIT", "ENOUGH_TODAY", "TODAY")


def run(file: Path, port: str | None, as_json: bool) -> int:
    """Push `file`. A refused profile is not sent; one that locks is, because the table must know it."""
    now = datetime.datetime.now()
    judged = well_formed(file, now.date(), as_json)
    with connected(port, now) as table:
        facts = send(table, judged)
    output.facts(facts, as_json, lines(facts))
    return LOCKED_OUT if facts["verdict"] == screening.LOCKED else DONE


def well_formed(file: Path, today: datetime.date, as_json: bool) -> screening.Judged:
    """The verdict on a profile that a table would take. Problem, and all that is wrong, when it would not."""
    judged = screening.judge_file(file, today)
    if judged.verdict == screening.REFUSED:
        facts = judged.as_json()
        if not as_json:
            output.facts(facts, False, words.lines(facts))
        hint = f"Correct {file}; `bascule profile check` says when it is right."
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", "the profile is not well formed and was not sent", hint, facts)
    return judged


def send(table: Table, judged: screening.Judged) -> dict[str, Any]:
    """Store a judged profile on the table; the table's verdict, and whether it is the laptop's too."""
    blob = judged.blob
    for offset in range(0, len(blob), messages.PIECE):
        output.progress(f"sending byte {offset} of {len(blob)}")
        piece = base64.b64encode(blob[offset : offset + messages.PIECE]).decode()
        table.ask("profile.put", off=offset, d=piece)
    facts = {"port": table.port, "revision": _commit(table, blob), **stored.verdict(table, judged.person_id)}
    return {**facts, "laptop_agrees": _screened(facts) == _screened(judged.as_json())}


def _screened(verdict: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """The part of a verdict that comes from the profile alone. How far a person has come only the table knows."""
    caps = [cap for cap in verdict["caps"] if cap["origin"] != _PROGRESSION]
    return caps, [one for one in verdict["reasons"] if one["code"] not in _OF_THE_DAY]


def _commit(table: Table, blob: bytes) -> int:
    try:
        answer = table.ask("profile.commit", n=len(blob), sha=hashlib.sha256(blob).hexdigest())
    except Problem as problem:
        if problem.code == "REFUSED":
            problem.facts["reasons"] = reasons = stored.why_refused(table)
            problem.hint = " ".join(one["text"] for one in reasons)
        raise
    return int(answer["rev"])


def lines(facts: dict[str, Any]) -> list[str]:
    """The result of a push in words."""
    said = [f"stored as revision {facts['revision']} on {facts['port']}", *words.lines(facts)]
    if not facts["laptop_agrees"]:
        said.append("the laptop judges this profile otherwise; the table's verdict is the one in force")
    return said
