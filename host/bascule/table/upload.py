"""A profile onto the table: its bytes piece by piece, and the commit that stores them."""

from __future__ import annotations

import base64
import hashlib

from bascule import output
from bascule.errors import Problem
from bascule.facts import Objections
from bascule.speech.spoken import as_told, say
from bascule.speech.told import lines
from bascule.table import why
from bascule.table.client import Table
from firmware.link import messages


def store(table: Table, blob: bytes) -> int:
    """The revision it is stored as. Problem, with the table's reasons, when the table does not take it."""
    for offset in range(0, len(blob), messages.PIECE):
        output.progress(say("sending byte {at} of {count}", at=offset, count=len(blob)))
        piece = base64.b64encode(blob[offset : offset + messages.PIECE]).decode()
        table.ask("profile.put", off=offset, d=piece)
    try:
        answer = table.ask("profile.commit", n=len(blob), sha=hashlib.sha256(blob).hexdigest())
    except Problem as problem:
        if problem.code == "REFUSED":
            reasons = why.refused(table)
            problem.facts += (Objections(reasons),)
            problem.hint = lines(*(as_told(one.text) for one in reasons), between=" ")
        raise
    return int(answer["rev"])
