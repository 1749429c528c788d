"""`bascule demo`: one whole session on a simulated table over a real serial port, then one the table locks out."""

from __future__ import annotations

import datetime
import tempfile
import time
from pathlib import Path
from typing import Any

from bascule import output
from bascule.commands.profile import push
from bascule.errors import DONE, UNEXPECTED
from bascule.profile import screening
from bascule.simulator import home, picture, session
from bascule.simulator.bench import Bench
from bascule.simulator.interrupts import flagged

_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(interpreter: str | None, out: Path, json_only: bool) -> int:
    """Run it, draw it, judge it. The last line is one JSON object."""
    runs_on = home.choose(interpreter)
    file = home.folder(out) / "demo.png"
    events: list[session.Event] = []
    started = time.monotonic()
    with (
        flagged() as seen,
        tempfile.TemporaryDirectory(prefix="bascule-") as place,
        Bench(runs_on.interpreter, place, seen) as bench,
    ):

        def store(name: str) -> dict[str, Any]:
            return _push(bench, name)

        home.tell(runs_on, bench.port)
        facts = session.inverted(bench, store, events) | session.locked_out(bench, store, events)
        facts |= {"interpreter": runs_on.interpreter, "interpreter_version": runs_on.version}
        facts |= {"virtual_s": round(bench.now_s, 2), "wall_s": round(time.monotonic() - started, 2)}
        samples = bench.samples()
    where = f"firmware on {runs_on.interpreter} {runs_on.version}"
    title = f"bascule demo: a first session of 15 degrees, then a hip replacement ({where})"
    picture.draw(samples, session.held(events), title, file)
    facts["picture"] = str(file)
    if not json_only:
        output.facts(None, False, session.timeline(events, samples))
    output.facts(facts, True, ())
    wrong = session.complaints(facts)
    for sentence in wrong:
        output.note(f"error DEMO: {sentence}")
    return UNEXPECTED if wrong else DONE


def _push(bench: Bench, name: str) -> dict[str, Any]:
    judged = screening.judge_file(_EXAMPLES / name, datetime.date.today())
    return bench.call(lambda table: push.send(table, judged))
