"""`bascule demo`: one whole session on a simulated table over a real serial port, then one the table locks out."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bascule import output
from bascule.commands.profile import push
from bascule.errors import BAD_INPUT, DONE, UNEXPECTED, Problem
from bascule.facts import INLINED, ScreeningResult
from bascule.simulator import home, picture, session
from bascule.simulator.bench import Bench
from bascule.simulator.interrupts import flagged
from bascule.speech.spoken import in_english
from bascule.speech.told import later

_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


_PICTURE_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """What came of both sessions."""

    inverted: Annotated[session.Inverted, INLINED]
    locked: Annotated[session.LockedOut, INLINED]
    interpreter: Annotated[str, "What ran the firmware: `micropython` or `cpython`."]
    interpreter_version: Annotated[str, "Its version."]
    virtual_s: Annotated[float, "Time that passed on the table."]
    wall_s: Annotated[float, "Time that it took."]
    picture: Annotated[str, "Path of the picture."]


def run(interpreter: str | None, out: Path, json_only: bool) -> int:
    """Run it, draw it, judge it. The last line is one JSON object."""
    runs_on = home.choose(interpreter)
    file = home.folder(out) / "demo.png"
    home.check_room(file.parent, _PICTURE_BYTES)
    events: list[session.Event] = []
    started = time.monotonic()
    with (
        flagged() as seen,
        in_english(),
        home.scratch() as place,
        Bench(runs_on.interpreter, place, seen) as bench,
    ):

        def store(name: str) -> ScreeningResult:
            return _push(bench, name)

        home.tell(runs_on, bench.port)
        inverted = session.inverted(bench, store, events)
        locked = session.locked_out(bench, store, events)
        virtual_s, wall_s = round(bench.now_s, 2), round(time.monotonic() - started, 2)
        samples = bench.samples()
    where = f"firmware on {runs_on.interpreter} {runs_on.version}"
    title = f"bascule demo: a first session of 15 degrees, then a hip replacement ({where})"
    _draw(samples, events, title, file)
    if not json_only:
        output.say(session.timeline(events, samples))
    found = Demonstrated(inverted, locked, runs_on.interpreter, runs_on.version, virtual_s, wall_s, str(file))
    output.facts(found, True, ())
    wrong = session.complaints(inverted, locked)
    for sentence in wrong:
        output.note(f"error DEMO: {sentence}")
    return UNEXPECTED if wrong else DONE


def _push(bench: Bench, name: str) -> ScreeningResult:
    profile, result = push.well_formed(_EXAMPLES / name, datetime.date.today(), as_json=True)
    try:
        return bench.call(lambda table: push.send(table, profile, result)).result
    except Problem as problem:
        if problem.code != "FLASH_FULL":
            raise
        text = later("the disk that holds the files of the table became full")
        raise Problem(
            UNEXPECTED, "NO_ROOM", text, later("Make room, or set TMPDIR to a folder that has some.")
        ) from problem


def _draw(samples: list[picture.Sample], events: list[session.Event], title: str, file: Path) -> None:
    try:
        picture.draw(samples, session.held(events), title, file)
    except OSError as failure:
        file.unlink(missing_ok=True)
        text = later("{file} cannot be written: {reason}", file=file, reason=failure.strerror or failure)
        if failure.errno in output.NO_ROOM:
            raise Problem(
                UNEXPECTED, "NO_ROOM", text, later("Make room there, or name another folder by --out.")
            ) from failure
        raise Problem(
            BAD_INPUT, "NOT_WRITTEN", text, later("Name a folder with --out that may be written to.")
        ) from failure
