"""The demo's two sessions on a simulated table: what is done, what came of it, and whether it is as it must be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.facts import Reason, ScreeningResult
from bascule.simulator import picture
from bascule.simulator.bench import Bench
from bascule.table import panel

_HOLD_S = 8.0
_REST_S = 3.0
_LOCKED_HOLD_S = 10.0
_TAP_S = 0.5
# At the panel: a press too short to move anything, how long a page is waited for until a press counts, what each page
# waits for, and more pages than there are.
_PRESS_S = 0.2
_READ_S = 6.0
_KEYS = {"CHOOSE": "ok", "ABOUT": "ok", "QUESTION": "down", "WARNING": "ok"}
_MOST_PAGES = 30
# A way down or up that takes longer than this is stuck.
_DOWN_S = 120.0
_UP_S = 240.0
# On the way back the table stands at level so long, against dizziness, and so far from level at most.
_PAUSE_S, _LEVEL_DEG = 60.0, 1.0
# What a first session allows of the first profile's 25 degrees;
# how far the true peak may be over it and short of it; standing still; upright.
_LIMIT_DEG = 15.0
_OVER_DEG, _SHORT_DEG = 0.5, 1.0
_STILL_DEG = 0.1
_UPRIGHT_DEG = -68.0

_HELD, _LET_GO = "DOWN is held", "DOWN is let go"

Event = tuple[float, str]
# Stores the profile of that file on the table; what the table makes of it.
Push = Callable[[str], ScreeningResult]


@dataclass(frozen=True, slots=True)
class Inverted:
    """What came of the session that a new person had."""

    limit_deg: Annotated[float, "The table's limit for it, past horizontal."]
    confirmed_at_panel: Annotated[bool, "Whether it was confirmed at the panel."]
    peak_deg: Annotated[float, "The furthest head-down that the world saw, past horizontal."]
    held_at_limit: Annotated[bool, "Whether the table came to its limit and stayed there while DOWN was held."]
    paused_at_level_s: Annotated[float, "Longest time on the way back that it said it paused and truly was at level."]
    returned_upright: Annotated[bool, "Whether it came back upright."]


@dataclass(frozen=True, slots=True)
class LockedOut:
    """What came of a person with a hip replacement."""

    locked_reasons: Annotated[tuple[Reason, ...], "Why the table locked."]
    moved_while_locked_deg: Annotated[float, "How far it moved while DOWN was held."]


def inverted(bench: Bench, push: Push, events: list[Event]) -> Inverted:
    """A new person confirms at the panel, goes down to the limit, stays, and comes back with the pause at level."""

    def say(what: str) -> None:
        _say(bench, events, what)

    events.append((0.0, "power on"))
    pushed = push("anna.toml")
    say(f"profile anna stored: {pushed.verdict}, limit {pushed.limit_deg:g} deg by {pushed.bound_by}")
    _confirm(bench, say)
    confirmed = bench.run_until("READY", _REST_S * 2)
    say(_HELD)
    bench.table.press("down")
    reached = bench.run_until("AT_LIMIT", _DOWN_S)
    bench.run(_HOLD_S)
    stayed = reached and bench.state == "AT_LIMIT"
    bench.table.release("down")
    say(_LET_GO)
    bench.run(_REST_S)
    say("UP is pressed")
    turned_s = bench.now_s
    bench.table.press("up")
    bench.run(_TAP_S)
    bench.table.release("up")
    # Upright again; the next session is not before half an hour.
    back = bench.run_until("LOCKED", _UP_S)
    bench.run(_REST_S)
    return Inverted(
        limit_deg=pushed.limit_deg,
        confirmed_at_panel=confirmed,
        peak_deg=round(max(deg for _, deg in bench.truth), 3),
        held_at_limit=stayed,
        paused_at_level_s=paused_at_level_s([one for one in bench.samples() if one.time_s >= turned_s]),
        returned_upright=back and bench.inv_deg < _UPRIGHT_DEG,
    )


def locked_out(bench: Bench, push: Push, events: list[Event]) -> LockedOut:
    """A person with a hip replacement: the table stores the profile, says why, and does not move."""
    pushed = push("ben_hip_replacement.toml")
    _say(bench, events, f"profile ben stored: {pushed.verdict}")
    for one in pushed.reasons:
        _say(bench, events, f"the table: {one.text}")
    bench.run_until("LOCKED", _REST_S)
    before = len(bench.truth)
    start_deg = bench.inv_deg
    _say(bench, events, _HELD)
    bench.table.press("down")
    bench.run(_LOCKED_HOLD_S)
    bench.table.release("down")
    moved = max(abs(deg - start_deg) for _, deg in bench.truth[before:])
    _say(bench, events, _LET_GO)
    _say(bench, events, f"the table has moved by {moved:.3f} deg")
    bench.run(_REST_S)
    return LockedOut(pushed.reasons, round(moved, 3))


def _confirm(bench: Bench, say: Callable[[str], None]) -> None:
    """Press what the panel asks for: no to every question, OK to the rest."""
    for _ in range(_MOST_PAGES):
        shown = _read(bench)
        if shown.page not in _KEYS:
            return
        key = _KEYS[shown.page]
        say(f"panel: {' | '.join(line for line in shown.lines if line)}")
        bench.table.press(key)
        bench.run(_PRESS_S)
        bench.table.release(key)
        bench.run(_PRESS_S)


def _read(bench: Bench) -> panel.Page:
    """The page at the panel, when it has been there for long enough."""
    end_s = bench.now_s + _READ_S
    shown = bench.call(panel.read)
    while shown.page in _KEYS and shown.shown != panel.STANDS and bench.now_s < end_s:
        bench.run(_PRESS_S)
        shown = bench.call(panel.read)
    return shown


def _say(bench: Bench, events: list[Event], what: str) -> None:
    events.append((bench.now_s, what))
    output.progress(f"{bench.now_s:7.1f} s  {what}")


def held(events: list[Event]) -> list[tuple[float, float]]:
    starts = [at for at, what in events if what == _HELD]
    return list(zip(starts, [at for at, what in events if what == _LET_GO], strict=True))


def timeline(events: list[Event], samples: list[picture.Sample]) -> list[str]:
    """What was done and which states the table went through, one line each in order of time."""
    starts = {sample.time_s: sample for sample in reversed(samples)}
    states = [
        (start, f"{state} at {starts[start].inversion_deg:.1f} deg") for start, _, state in picture.bands(samples)
    ]
    return [f"{at:7.1f} s  {what}" for at, what in sorted(events + states, key=lambda event: event[0])]


def paused_at_level_s(samples: list[picture.Sample]) -> float:
    """The longest time without a break that the table says it pauses and is truly at level."""
    longest_s, since_s = 0.0, None
    for one in samples:
        if since_s is not None:
            longest_s = max(longest_s, one.time_s - since_s)
        if one.state != "LEVEL_PAUSE" or abs(one.true_deg) > _LEVEL_DEG:
            since_s = None
        elif since_s is None:
            since_s = one.time_s
    return round(longest_s, 2)


def complaints(inverted: Inverted, locked: LockedOut) -> list[str]:
    """What is not as it must be, in sentences; none when all is well."""
    limit, peak = inverted.limit_deg, inverted.peak_deg
    wrong = []
    if limit != _LIMIT_DEG:
        wrong.append(f"the table's limit is {limit} degrees and not {_LIMIT_DEG}")
    if not limit - _SHORT_DEG <= peak <= limit + _OVER_DEG:
        wrong.append(f"the peak of {peak} degrees is too far from the limit of {limit} degrees")
    if not inverted.confirmed_at_panel:
        wrong.append("the session could not be confirmed at the panel")
    if not inverted.held_at_limit:
        wrong.append("the table did not come to its limit and stay there while DOWN was held")
    if not inverted.paused_at_level_s >= _PAUSE_S:
        wrong.append(f"the table paused at level for {inverted.paused_at_level_s} s and not for {_PAUSE_S:g} s")
    if not inverted.returned_upright:
        wrong.append("the table did not come back upright")
    if not any("hip replacement" in one.text.lower() for one in locked.locked_reasons):
        wrong.append("the table gave no lock reason that names the hip replacement")
    if not locked.moved_while_locked_deg < _STILL_DEG:
        wrong.append(f"the locked table moved by {locked.moved_while_locked_deg} degrees")
    return wrong
