"""`bascule sim`: a simulated table at wall-clock speed, on a port that any serial program can open."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from bascule import output
from bascule.commands import page_open, sim_page
from bascule.errors import BAD_INPUT, Problem
from bascule.simulator import home
from bascule.simulator.front import KEYS, Front
from bascule.simulator.grips import Hand
from bascule.simulator.hands import HELP, Hands, Pressable
from bascule.simulator.interrupts import Interrupts, flagged
from bascule.simulator.keyboard import Typed, typed
from bascule.speech.spoken import as_told, in_english
from bascule.speech.told import later
from bascule.table import ports
from bascule.terminal.screen import Screen, possible
from hal.sim.home.rig import Rig
from hal.world.port import Port, SocketPort, open_port, pace
from hal.world.table import WorldTable

if TYPE_CHECKING:
    from hal.emulated.table import EmulatedTable

_DRAW_S = 0.1
_AS_TEXT = "t"


@dataclass(frozen=True, slots=True)
class Introduction:
    """A simulated table that has begun to run."""

    port: Annotated[str, "What to give as --port."]
    interpreter: Annotated[str, "What runs the firmware: `micropython`, `cpython` or `emulated`."]
    version: Annotated[str, "Version of the interpreter, or the emulated chip."]
    serial: Annotated[str, "Serial of the table."]
    pid: Annotated[int, "Number of the process that runs it."]
    page: Annotated[str | None, "Address of its page in the browser; null without one."]


def run(
    interpreter: str | None,
    as_json: bool,
    listen: bool,
    speed: float,
    state_dir: Path | None,
    start_deg: float,
    browser: bool,
    headless: bool,
) -> None:
    """Run a table until quit, SIGTERM (both exit code 0) or Ctrl-C (130)."""
    runs_on = home.choose(interpreter)
    with flagged() as seen, in_english(), contextlib.ExitStack() as opened:
        if state_dir:
            place = opened.enter_context(home.held(home.folder(state_dir)))
            home.check_room(state_dir)
        else:
            place = opened.enter_context(home.scratch())
        port = SocketPort() if listen else open_port()
        opened.callback(port.close)
        serial = opened.enter_context(ports.announced(port.name))

        def make(folder: str) -> WorldTable:
            return _table(runs_on.interpreter, folder, start_deg, serial)

        if sim_page.wanted(headless):
            life, page = opened.enter_context(sim_page.opened(make, place, state_dir is not None, port, speed))
            said = _introduce(port, runs_on, as_json, listen, serial, page)
            page_open.show(page, browser and not as_json)
            _at_the_keyboard(Hand(life.grips, "terminal"), seen, opened.enter_context(typed()), life.run, said)
        else:
            table = opened.enter_context(make(place))
            said = _introduce(port, runs_on, as_json, listen, serial, None)
            keyboard = opened.enter_context(typed())
            _at_the_keyboard(table, seen, keyboard, lambda goes_on: pace(table, port, goes_on, speed), said)


def _table(interpreter: str, place: str, start_deg: float, serial: str) -> Rig | EmulatedTable:
    if interpreter != home.EMULATED:
        return Rig(interpreter, state_dir=place, start_deg=start_deg, serial=serial)
    from hal.emulated.build import EmulatorError, built_image, path
    from hal.emulated.table import EmulatedTable

    try:
        path()
        return EmulatedTable(built_image(), Path(place), start_deg=start_deg, keep=True)
    except EmulatorError as missing:
        raise Problem(
            BAD_INPUT, "NOT_BUILT", as_told(str(missing)), later("In a checkout, `make emulated` builds both.")
        ) from missing


def _introduce(port: Port, runs_on: home.Home, as_json: bool, listen: bool, serial: str, page: str | None) -> list[str]:
    """Say where it is; what was said."""
    home.tell(runs_on, "" if listen else port.name)
    found = Introduction(port.name, runs_on.interpreter, runs_on.version, serial, os.getpid(), page)
    said = [f"table on {port.name} ({runs_on.interpreter} {runs_on.version}, simulated)"]
    if page:
        said.append(f"see it move: {page}")
    output.facts(found, as_json, said)
    return said


def _at_the_keyboard(
    table: Pressable,
    seen: Interrupts,
    keyboard: Typed,
    run: Callable[[Callable[[], bool]], None],
    said: Sequence[str],
) -> None:
    """Let the table run, and what is typed press its buttons, until one of them ends it."""
    hands = Hands(table)
    front = Front(said)

    def goes_on() -> bool:
        _obey(hands, keyboard, front)
        hands.let_go()
        return not (hands.quit or seen.terminated or seen.interrupted)

    if not keyboard.keys or not possible(sys.stderr):
        if keyboard.keys:
            output.note(f"keys: {KEYS}")
        run(goes_on)
        return
    with Screen(sys.stderr) as screen:
        next_s = 0.0

        def goes_on_drawn() -> bool:
            nonlocal next_s
            if time.monotonic() >= next_s:
                next_s = time.monotonic() + _DRAW_S
                screen.draw([*screen.said, *front.lines(table.world, hands, screen.size, screen.fine)])
            return goes_on()

        run(goes_on_drawn)


def _obey(hands: Hands, keyboard: Typed, front: Front) -> None:
    while (said := keyboard.take()) is not None:
        if keyboard.keys and said == _AS_TEXT:
            front.as_text = not front.as_text
        elif keyboard.keys:
            hands.key(said)
        elif not hands.line(said):
            output.note(f"error UNKNOWN_LINE: {said!r} is not understood\nhint: {HELP}")
