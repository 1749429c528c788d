"""The hands of `bascule sim`: lines, keys and Ctrl-C."""

import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from tests.host.simulator.sim.sim_process import (
    COMMAND,
    EXAMPLES,
    FAST,
    ON_ITS_TERMINAL,
    _shown,
    confirm,
    seasoned,
    tell,
    wait_for,
)


@pytest.mark.long
def test_hands_on_stop_and_locks(sim, tmp_path):
    table = sim("--home", "cpython", *FAST, *seasoned(tmp_path))
    tell("profile", "push", str(EXAMPLES / "anna.toml"))
    confirm(table)
    wait_for("READY")
    table.say("hold down")
    wait_for("INVERTING", above_deg=-60.0)
    table.say("stop")
    wait_for("STOPPED")
    table.say("release down")
    table.say("unstop")
    wait_for("HOLDING")
    table.say("lock left open")
    assert wait_for("RAISING")["fault"]["code"] == "ANKLE_OPEN"


@pytest.mark.long
def test_a_line_not_understood_is_told_and_the_end_of_stdin_ends_nothing(sim):
    table = sim("--home", "cpython")
    table.say("hold up")
    table.process.stdin.close()
    assert tell("status")[0] == 0
    table.process.send_signal(signal.SIGTERM)
    assert table.process.wait(10) == 0
    assert "UNKNOWN_LINE" in table.process.stderr.read().decode()


@pytest.mark.long
@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_ctrl_c_ends_it_with_130_and_no_traceback(sim, home, micropython):
    table = sim("--home", home, start_new_session=True)
    os.killpg(table.process.pid, signal.SIGINT)
    code, said = table.ended()
    assert (code, said.strip()) == (130, "")


@pytest.mark.long
def test_keys_on_a_terminal(sim, tmp_path, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    keyboard, screen = pty.openpty()
    terminal = {"stdin": screen, "stderr": screen, "start_new_session": True}
    table = sim("--home", "cpython", *FAST, *seasoned(tmp_path), command=ON_ITS_TERMINAL, **terminal)
    tell("profile", "push", str(EXAMPLES / "anna.toml"))
    while (page := tell("panel")[1]["page"]) != "ARMED":
        os.write(keyboard, b"n" if page == "QUESTION" else b"o")
        time.sleep(0.05)
    wait_for("READY")
    os.write(keyboard, b"d")
    wait_for("INVERTING", above_deg=-60.0)
    assert b"pressed: DOWN" in _shown(keyboard, b"pressed: DOWN")
    os.write(keyboard, b"d")
    wait_for("HOLDING")
    os.write(keyboard, b"q")
    assert table.process.wait(10) == 0
    os.close(screen)
    os.close(keyboard)


@pytest.mark.long
def test_watch_writes_over_its_line_on_a_terminal_that_cannot_be_drawn_on(sim):
    sim("--home", "cpython", *FAST)
    keyboard, screen = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "dumb"}
    with subprocess.Popen([*COMMAND, "watch"], env=environment, stdout=screen, stderr=subprocess.PIPE) as watch:
        seen = _shown(keyboard, b" deg   limit  0.00 deg") + _shown(keyboard, b"\r\x1b[K")
        watch.send_signal(signal.SIGINT)
        assert watch.wait(10) == 130
        assert watch.stderr.read().strip() == b""
    os.close(screen)
    os.close(keyboard)
    assert b"\r\x1b[K" in seen
    assert b"\n" not in seen


def test_without_micropython_it_says_so_and_runs_on_cpython(mocker):
    from bascule.simulator import home

    mocker.patch("bascule.simulator.home.find_micropython", return_value=None)
    assert home.choose(None).interpreter == "cpython"
    assert "CPython" in home.choose(None).note
    assert home.choose("cpython").note == ""
    ran = CliRunner().invoke(cli, ["sim", "--home", "micropython"])
    assert (ran.exit_code, ran.stderr.startswith("error NO_INTERPRETER: ")) == (2, True)
