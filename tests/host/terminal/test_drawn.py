"""`bascule watch` and `bascule sim` on a terminal: what stands there, and how it is left."""

import contextlib
import re
import signal
import subprocess
import time

import pytest

from bascule.table.client import connected
from bascule.terminal.following import Follower
from tests.host.table.client.answering import STATUS, TELEMETRY, answering, ok
from tests.support.host.drawn import Drawn
from tests.support.host.table_stub import TableStub, frame

PANEL = {"page": "SESSION", "l1": "Anna", "l2": "going down", "l3": "now 5 deg", "l4": "", "shown": "new"}


def telling(**changed):
    """Telemetry, one line for each question that is answered; and the rest of what is asked."""

    def watch(command):
        return frame({"i": command["i"], "ok": 1}) + frame({**TELEMETRY, **changed})

    def page(command):
        return frame({"i": command["i"], "ok": 1, **PANEL}) + frame({**TELEMETRY, **changed})

    return answering(watch=watch, panel=page, status=ok(STATUS))


def watching(stub, **given):
    return Drawn("watch", "-p", stub.port, **given)


@pytest.mark.long
def test_watch_shows_the_state_the_angle_the_limit_and_the_panel():
    with TableStub(telling()) as stub, watching(stub) as drawn:
        shown = drawn.wait_for("going down")
        assert "INVERTING: Going head-down" in shown
        assert "-12.34 deg" in shown and "limit 25.00 deg" in shown
        assert drawn.ended(signal.SIGINT) == 130
        assert drawn.as_before
        assert "Traceback" not in drawn.raw


@pytest.mark.long
def test_watch_leaves_the_terminal_as_it_was_when_it_is_ended_from_outside():
    with TableStub(telling()) as stub, watching(stub) as drawn:
        drawn.wait_for("going down")
        assert not drawn.as_before
        assert drawn.ended(signal.SIGTERM) == 128 + signal.SIGTERM
        assert drawn.as_before


@pytest.mark.long
def test_watch_fits_a_window_that_becomes_narrow():
    with TableStub(telling()) as stub, watching(stub, columns=100) as drawn:
        drawn.wait_for("going down")
        drawn.resize(30, 12)
        shown = drawn.wait_for(lambda text: any(re.fullmatch(r"\[.{28}\]", line) for line in text.split("\n")))
        assert "limit 25.00" in shown and "now 5 deg" in shown


@pytest.mark.long
@pytest.mark.parametrize("no_color", [None, "1"])
def test_watch_says_in_words_that_nothing_comes_any_more(no_color):
    quiet = answering(watch=telling())
    with TableStub(quiet) as stub, watching(stub, NO_COLOR=no_color) as drawn:
        drawn.wait_for("INVERTING")
        shown = drawn.wait_for("NO DATA")
        assert "INVERTING" in shown
        assert ("\x1b[2m" in drawn.raw) is (no_color is None)


def test_watch_draws_with_ascii_where_the_terminal_has_no_more():
    with TableStub(telling()) as stub, watching(stub, PYTHONIOENCODING="ascii") as drawn:
        assert "###" in drawn.wait_for("going down")
        assert drawn.raw.isascii()


@pytest.mark.long
def test_watch_says_that_the_port_is_lost_and_goes_on_with_trying():
    asked = []

    def lost(command):
        asked.append(command["c"])
        return telling()(command) if asked.count("panel") < 3 else None

    with TableStub(lost) as stub, watching(stub) as drawn:
        drawn.wait_for("Trying again")
        assert drawn.ended(signal.SIGINT) == 130
        assert drawn.as_before


@pytest.mark.long
def test_watch_finds_a_table_again_and_says_that_it_restarted(now):
    def gone(command):
        return None if command["c"] == "panel" else telling(ms=90_000)(command)

    with (
        TableStub(gone) as first,
        TableStub(telling(ms=1_000)) as second,
        connected(first.port, now) as table,
        Follower(table, lambda: connected(second.port, now)) as follower,
    ):
        end = time.monotonic() + 30
        while not (follower.seen.restarted and follower.seen.page and not follower.seen.trouble):
            follower.check()
            assert time.monotonic() < end, follower.seen
            time.sleep(0.02)
        assert follower.seen.heard.time_s == 1.0


def test_whoever_ends_the_view_leaves_no_table_talking_to_nobody(now):
    """The next program at the port would read yesterday's telemetry first."""
    with TableStub(telling()) as stub, connected(stub.port, now) as table:
        with Follower(table, lambda: connected(stub.port, now)) as follower:
            end = time.monotonic() + 30
            while follower.seen.page is None:
                follower.check()
                assert time.monotonic() < end, follower.seen
                time.sleep(0.02)
        assert [asked["on"] for asked in stub.heard if asked["c"] == "watch"] == [1, 0]


@pytest.mark.long
def test_a_defect_while_following_is_not_swallowed(now):
    @contextlib.contextmanager
    def broken():
        raise ZeroDivisionError
        yield

    with (
        TableStub(lambda command: None if command["c"] == "watch" else b"") as stub,
        connected(stub.port, now) as table,
        Follower(table, broken) as follower,
    ):
        follower.join(30)
        with pytest.raises(ZeroDivisionError):
            follower.check()


def test_watch_prints_lines_where_nobody_sees_a_terminal():
    with TableStub(telling()) as stub, watching(stub, stdout=subprocess.PIPE) as drawn:
        first = drawn.process.stdout.readline().decode()
        assert first.startswith("INVERTING ")
        assert "\x1b" not in first


@pytest.mark.long
def test_sim_shows_the_dots_of_its_panel_or_their_text_and_how_far_it_is_turned():
    with Drawn("sim", "--headless", "--home", "cpython", "--speed", "20", lines=30) as drawn:
        dots = drawn.wait_for(lambda text: any(sign in text for sign in "⡇⡆"))
        assert "+---" not in dots
        assert "/dev/" in dots and "d DOWN" in dots
        drawn.type(b"t")
        assert "Push a profile" in drawn.wait_for("Nobody locked")
        drawn.type(b"d")
        drawn.wait_for("pressed: DOWN")
        drawn.type(b"q")
        assert drawn.ended() == 0
        assert drawn.as_before


@pytest.mark.long
def test_sim_shows_text_where_there_is_no_room_for_dots():
    with Drawn("sim", "--headless", "--home", "cpython", "--speed", "20", columns=60, lines=20) as drawn:
        assert "Push a profile" in drawn.wait_for("Nobody locked")
        assert drawn.ended(signal.SIGINT) == 130
        assert drawn.as_before


@pytest.mark.parametrize("kind", ["xterm", "dumb"])
def test_ctrl_z_gives_the_terminal_back_and_fg_takes_it_again(kind):
    with Drawn("sim", "--headless", "--home", "cpython", "--speed", "20", columns=60, lines=20, TERM=kind) as drawn:
        drawn.wait_for("Push a profile" if kind == "xterm" else lambda _: "keys: " in drawn.raw)
        drawn.type(b"\x1a")
        drawn.paused()
        assert drawn.as_before if kind == "xterm" else drawn.has_its_settings
        drawn.goes_on()
        drawn.type(b"q")
        assert drawn.ended() == 0
        assert drawn.has_its_settings
