"""`bascule sim` as a process, and the laptop's commands as a person types them beside it."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import bascule
from bascule.cli.main import cli
from tests.support.seasoned import season
from tests.support.table_stub import frame

EXAMPLES = Path(bascule.__file__).parent / "examples"
COMMAND = [sys.executable, "-m", "bascule"]
# Makes its stdin the terminal in whose foreground it is.
ON_ITS_TERMINAL = [
    sys.executable,
    "-c",
    "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from bascule.__main__ import main; main()",
]
WITHOUT_PTY = [sys.executable, "-c", "import sys; sys.modules['pty'] = None; from bascule.__main__ import main; main()"]
# Quick enough for the tests, slow enough for a laptop to keep up on a busy machine.
FAST = ["--speed", "30"]


class Sim:
    """The process, its facts, and its stdin."""

    def __init__(self, *words, command=COMMAND, **options):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        self.process = subprocess.Popen([*command, "sim", "--json", *words], env=environment, **streams)
        self.facts = json.loads(self.process.stdout.readline())
        self.port = self.facts["port"]

    def say(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def ended(self):
        """Exit code and stderr."""
        _, said = self.process.communicate(timeout=10)
        return self.process.returncode, (said or b"").decode()


@pytest.fixture
def sim():
    running = []

    def start(*words, **options):
        running.append(Sim(*words, **options))
        return running[-1]

    yield start
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        for stream in (one.process.stdin, one.process.stdout, one.process.stderr):
            if stream is not None:
                stream.close()


def tell(*words):
    """Exit code and the JSON object of one command of the laptop."""
    ran = CliRunner().invoke(cli, [*words, "--json"])
    return ran.exit_code, json.loads(ran.stdout)


def seasoned(folder):
    """A state folder that remembers Anna as one who may have 60 degrees by her sessions, and the words to use it."""
    flash = folder / "state" / "flash"
    flash.mkdir(parents=True)
    season(flash)
    return ["--state-dir", str(folder / "state")]


def confirm(table):
    """Answer what the panel asks, as somebody would who reads it in another terminal, and confirm the session."""
    for _ in range(20):
        page = tell("panel")[1]["page"]
        if page == "ARMED":
            return
        table.say("press down" if page == "QUESTION" else "press ok")
        time.sleep(0.05)
    pytest.fail(f"the panel still shows {page}")


def wait_for(state, seconds=10, above_deg=-180.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = tell("status")[1]
        if found["state"] == state and found["inversion_deg"] > above_deg:
            return found
    pytest.fail(f"still {found} after {seconds} s")


@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_the_main_job_by_hand(sim, home, micropython, tmp_path):
    table = sim("--home", home, *FAST, *seasoned(tmp_path))
    version = table.facts.pop("version")
    assert version[0].isdecimal()
    who = {"interpreter": home, "serial": "SIM-0001", "pid": table.process.pid}
    assert table.facts == {"port": table.port, **who}
    assert tell("devices")[1] == {"tables": [{"port": table.port, "kind": "simulated", "serial": "SIM-0001"}]}

    code, found = tell("profile", "push", str(EXAMPLES / "anna.toml"))
    assert (code, found["verdict"], found["limit_deg"], found["bound_by"]) == (0, "usable", 25.0, "profile")
    assert (found["revision"], found["laptop_agrees"]) == (1, True)
    wait_for("CONFIRM")
    confirm(table)
    wait_for("READY")

    table.say("hold down")
    assert wait_for("AT_LIMIT")["inversion_deg"] == pytest.approx(24.7, abs=0.8)
    code, found = tell("profile", "push", str(EXAMPLES / "ben_hip_replacement.toml"))
    assert (code, found["error"]["code"]) == (5, "NOT_UPRIGHT")
    table.say("release down")
    wait_for("HOLDING")
    table.say("press up")
    wait_for("LEVEL_PAUSE")
    assert tell("profile", "show")[1]["profile"]["name"] == "Anna"
    table.say("quit")
    assert table.ended() == (0, "")
    assert tell("devices")[1] == {"tables": []}


def test_a_hip_replacement_is_stored_and_locks_and_stays_over_a_restart(sim, tmp_path):
    table = sim("--home", "cpython", "--state-dir", str(tmp_path / "state"), *FAST)
    code, pushed = tell("profile", "push", str(EXAMPLES / "ben_hip_replacement.toml"))
    assert (code, pushed["verdict"]) == (3, "locked")
    assert "Total hip replacement" in pushed["reasons"][0]["text"]
    table.process.send_signal(signal.SIGTERM)
    assert table.ended() == (0, "")

    sim("--home", "cpython", "--state-dir", str(tmp_path / "state"), *FAST)
    code, shown = tell("profile", "show")
    assert (code, shown["revision"], shown["profile"]["name"]) == (0, 1, "Ben")
    assert shown["profile"]["max_inversion_deg"] == 25.0
    found = wait_for("LOCKED")
    assert found["lock_reasons"] == pushed["reasons"]


def test_a_clearance_counts_from_the_first_connection_on(sim, tmp_path):
    """The table has no date before the laptop brings it; the verdict read back must already be today's."""
    today = time.strftime("%Y-%m-%d")
    text = (EXAMPLES / "carla_cleared.toml").read_text()
    file = tmp_path / "carla.toml"
    file.write_text(text.replace("2026-11-01", today).replace("2027-03-01", today))
    sim("--home", "cpython", *FAST)
    code, found = tell("profile", "push", str(file))
    assert (code, found["limit_deg"], found["bound_by"]) == (0, 15.0, "progression")
    assert "clearance:acute_hip_instability" in [one["origin"] for one in found["caps"]]
    assert found["laptop_agrees"] is True
    shown = tell("profile", "show")[1]["profile"]["clearances"][0]
    assert (shown["issued"], shown["expires"], shown["max_inversion_deg"]) == (today, today, 20.0)


def test_a_refused_profile_is_not_sent(sim, tmp_path):
    file = tmp_path / "bad.toml"
    file.write_text((EXAMPLES / "anna.toml").read_text().replace("= 25", "= 95"))
    sim("--home", "cpython", *FAST)
    code, found = tell("profile", "push", str(file))
    assert (code, found["error"]["code"], found["verdict"]) == (2, "PROFILE_REFUSED", "refused")
    assert "max_inversion_deg" in found["reasons"][0]["text"]
    shown = tell("profile", "show")[1]
    assert (shown["revision"], shown["profile"], shown["reasons"][0]["code"]) == (0, None, "NO_PROFILE")


def test_two_tables_are_never_guessed_between(sim):
    tables = [sim("--home", "cpython", "--listen", *FAST) for _ in range(2)]
    ports = [table.port for table in tables]
    serials = [tell("status", "-p", port)[1]["serial"] for port in ports]
    assert serials == [table.facts["serial"] for table in tables] == ["SIM-0001", "SIM-0002"]
    code, found = tell("status")
    assert (code, found["error"]["code"]) == (2, "SEVERAL_TABLES")
    assert all(port in found["error"]["text"] for port in ports)
    assert tell("status", "-p", ports[1])[0] == 0


def test_over_a_socket(sim):
    table = sim("--home", "cpython", "--listen", *FAST)
    assert table.port.startswith("socket://127.0.0.1:")
    assert tell("profile", "push", str(EXAMPLES / "anna.toml"))[0] == 0
    ran = CliRunner().invoke(cli, ["watch", "--json", "--seconds", "0.5"])
    frames = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert len(frames) > 3
    assert {one["stale"] for one in frames} == {False}
    table.say("quit")
    assert table.ended() == (0, "")


def test_where_there_is_no_pty_it_listens_and_says_so(sim):
    table = sim("--home", "cpython", *FAST, command=WITHOUT_PTY)
    assert tell("status")[0] == 0
    table.say("quit")
    assert table.ended() == (0, "note: this platform has no pty, so the table listens on a socket\n")


def test_a_plain_pyserial_script_is_enough(sim):
    """Only what docs/protocol.md says: no code of the product on this side."""
    import serial

    table = sim("--home", "cpython")
    with serial.Serial(table.port, timeout=3) as port:
        port.write(frame({"i": 7, "c": "hello", "p": 1}))
        line = port.readline()
    answer = json.loads(line[1:-10])
    assert (answer["i"], answer["sn"]) == (7, "SIM-0001")


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


def test_a_line_not_understood_is_told_and_the_end_of_stdin_ends_nothing(sim):
    table = sim("--home", "cpython")
    table.say("hold up")
    table.process.stdin.close()
    assert tell("status")[0] == 0
    table.process.send_signal(signal.SIGTERM)
    assert table.process.wait(10) == 0
    assert "UNKNOWN_LINE" in table.process.stderr.read().decode()


@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_ctrl_c_ends_it_with_130_and_no_traceback(sim, home, micropython):
    table = sim("--home", home, start_new_session=True)
    os.killpg(table.process.pid, signal.SIGINT)
    code, said = table.ended()
    assert (code, said.strip()) == (130, "")


def test_keys_on_a_terminal(sim, tmp_path):
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
    assert b"DOWN" in _shown(keyboard, b"DOWN\r")
    os.write(keyboard, b"d")
    wait_for("HOLDING")
    os.write(keyboard, b"q")
    assert table.process.wait(10) == 0
    os.close(screen)
    os.close(keyboard)


def test_watch_writes_over_its_line_on_a_terminal(sim):
    sim("--home", "cpython", *FAST)
    keyboard, screen = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([*COMMAND, "watch"], env=environment, stdout=screen, stderr=subprocess.PIPE) as watch:
        seen = _shown(keyboard, b" deg   limit  0.00 deg") + _shown(keyboard, b"\r\x1b[K")
        watch.send_signal(signal.SIGINT)
        assert watch.wait(10) == 130
        assert watch.stderr.read().strip() == b""
    os.close(screen)
    os.close(keyboard)
    assert b"\r\x1b[K" in seen
    assert b"\n" not in seen


def _shown(keyboard, awaited, seconds=3):
    seen = b""
    end = time.monotonic() + seconds
    while awaited not in seen and time.monotonic() < end:
        if select.select([keyboard], [], [], 0.1)[0]:
            seen += os.read(keyboard, 4096)
    return seen


def test_without_micropython_it_says_so_and_runs_on_cpython(mocker):
    from bascule.simulator import home

    mocker.patch("bascule.simulator.home.find_micropython", return_value=None)
    assert home.choose(None).interpreter == "cpython"
    assert "CPython" in home.choose(None).note
    assert home.choose("cpython").note == ""
    ran = CliRunner().invoke(cli, ["sim", "--home", "micropython"])
    assert (ran.exit_code, ran.stderr.startswith("error NO_INTERPRETER: ")) == (2, True)
