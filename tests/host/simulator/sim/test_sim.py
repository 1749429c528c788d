"""`bascule sim` in a process of its own, with `push`, `status` and `watch` beside it."""

import errno
import json
import signal
import time

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.simulator import home
from tests.host.simulator.sim.sim_process import (
    EXAMPLES,
    FAST,
    WITHOUT_PTY,
    confirm,
    seasoned,
    tell,
    wait_for,
)
from tests.support.host.table_stub import frame


@pytest.mark.long
def test_the_main_job_by_hand(sim, micropython, tmp_path):
    table = sim("--home", "micropython", *FAST, *seasoned(tmp_path))
    version = table.facts.pop("version")
    assert version[0].isdecimal()
    who = {"interpreter": "micropython", "serial": "SIM-0001", "pid": table.process.pid, "page": None}
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
def test_a_refused_profile_is_not_sent(sim, tmp_path):
    file = tmp_path / "bad.toml"
    file.write_text((EXAMPLES / "anna.toml").read_text().replace("= 25", "= 95"))
    sim("--home", "cpython", *FAST)
    code, found = tell("profile", "push", str(file))
    assert (code, found["error"]["code"], found["verdict"]) == (2, "PROFILE_REFUSED", "refused")
    assert "max_inversion_deg" in found["reasons"][0]["text"]
    shown = tell("profile", "show")[1]
    assert (shown["revision"], shown["profile"], shown["reasons"][0]["code"]) == (0, None, "NO_PROFILE")


@pytest.mark.long
def test_two_tables_are_never_guessed_between(sim):
    tables = [sim("--home", "cpython", "--listen", *FAST) for _ in range(2)]
    ports = [table.port for table in tables]
    serials = [tell("status", "-p", port)[1]["serial"] for port in ports]
    assert serials == [table.facts["serial"] for table in tables] == ["SIM-0001", "SIM-0002"]
    code, found = tell("status")
    assert (code, found["error"]["code"]) == (2, "SEVERAL_TABLES")
    assert all(port in found["error"]["text"] for port in ports)
    assert tell("status", "-p", ports[1])[0] == 0


@pytest.mark.long
def test_a_folder_belongs_to_one_table_until_that_ends_however_it_does(sim, tmp_path):
    words = ("--home", "cpython", "--state-dir", str(tmp_path / "state"), *FAST)
    first = sim(*words)
    (tmp_path / "same").symlink_to(tmp_path / "state")
    for folder in ("state", "same"):
        code, found = tell("sim", "--home", "cpython", "--state-dir", str(tmp_path / folder))
        assert (code, found["error"]["code"]) == (2, "FOLDER_IN_USE")
    assert tell("status")[0] == 0
    first.process.kill()
    first.process.wait()
    second = sim(*words)
    assert tell("status", "-p", second.port)[0] == 0


def test_a_folder_whose_system_knows_no_locks_is_used(tmp_path, mocker):
    mocker.patch("bascule.simulator.home._lock", side_effect=OSError(errno.ENOLCK, "no locks"))
    with home.held(tmp_path) as place:
        assert place == str(tmp_path)


@pytest.mark.long
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


@pytest.mark.long
def test_where_there_is_no_pty_it_listens_and_says_so(sim):
    table = sim("--home", "cpython", *FAST, command=WITHOUT_PTY)
    assert tell("status")[0] == 0
    table.say("quit")
    assert table.ended() == (0, "note: this platform has no pty, so the table listens on a socket\n")


@pytest.mark.long
def test_a_plain_pyserial_script_is_enough(sim):
    """Only what docs/protocol.md says: no code of the product on this side."""
    import serial

    table = sim("--home", "cpython")
    with serial.Serial(table.port, timeout=3) as port:
        port.write(frame({"i": 7, "c": "hello", "p": 1}))
        line = port.readline()
    answer = json.loads(line[1:-10])
    assert (answer["i"], answer["sn"]) == (7, "SIM-0001")
