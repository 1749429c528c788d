"""What each command prints with --json: the whole object on fixed inputs, of a table and its panel."""

import json
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.commands import watch
from firmware.safety.faults import FAULTS
from tests.host.commands.json.json_table import ANNAS, SCIATICA, SECOND_PERSON, STATUS, TELEMETRY
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA
from tests.support.host.table_stub import HELLO, TableStub, frame


def test_devices(offline, mocker):
    usb = SimpleNamespace(device="/dev/ttyACM0", vid=0x2E8A, pid=5, serial_number="E66138")
    mocker.patch("serial.tools.list_ports.comports", return_value=[usb])
    assert offline("devices") == (0, {"tables": [{"port": "/dev/ttyACM0", "kind": "usb", "serial": "E66138"}]})


def test_status(at):
    def answer(command):
        if command["c"] == "hello":
            return frame({"i": command["i"], **HELLO, "img": "0123456789abcdef" * 4})
        if command["c"] == "status":
            return frame({"i": command["i"], **STATUS})
        if command["c"] != "why":
            return b""
        code = {"fault": "IMU_STALE", "lock": "NO_PROFILE"}[command["of"]]
        why = {"code": code, "field": "", "text": f"{code} in words", "cdeg": 0, "key": ""}
        return frame({"i": command["i"], "n": 1, **why})

    assert at(answer, "status") == (
        0,
        {
            "serial": "T-1",
            "firmware": "0.1.0",
            "program_sha256": "0123456789abcdef" * 4,
            "state": "FAULT",
            "inversion_deg": -70.01,
            "limit_deg": 25.5,
            "position_deg": -69.98,
            "rate_deg_per_s": 1.23,
            "drive_percent": -4.5,
            "current_a": 1.234,
            "supply_v": 23.987,
            "fault": {"code": "IMU_STALE", "text": "IMU_STALE in words"},
            "locked": True,
            "lock_reasons": [{"code": "NO_PROFILE", "text": "NO_PROFILE in words", "condition": ""}],
            "revision": 3,
            "up_s": 5.432,
            "day": 20261123,
            "display_answers": False,
            "selftest": ["imu", "rtc"],
            "language": "de",
            "language_lost": False,
            "said_in_english": 2,
            "link": {"bad_crc": 5, "overlong": 6, "unknown": 7, "failed": 8},
            "read_only": False,
        },
    )


def test_status_of_a_table_that_has_nothing_to_tell(at):
    quiet = {**STATUS, "flt": 0, "lock": 0, "n_lock": 0, "day": 0, "selftest": "", "disp": 1}

    def answer(command):
        return frame({"i": command["i"], **quiet}) if command["c"] == "status" else b""

    found = at(answer, "status")[1]
    parts = ("program_sha256", "fault", "locked", "lock_reasons", "day", "selftest", "display_answers")
    assert [found[key] for key in parts] == [None, None, False, [], None, [], True]


@pytest.mark.long
def test_watch_is_one_object_a_line(patient, monkeypatch):
    monkeypatch.setattr(watch, "STALE_S", 0.2)

    def answer(command):
        """Nothing at first; a frame when it is asked again; the port is gone when it is asked once more."""
        asked = [one["c"] for one in stub.heard].count("watch")
        begun = b"" if command["c"] != "watch" else frame({"i": command["i"], "ok": 1})
        return None if asked == 3 else begun + frame(TELEMETRY) if asked == 2 else begun

    with TableStub(answer) as stub:
        ran = CliRunner().invoke(cli, ["watch", "-p", stub.port, "--json", "--seconds", "30"])
    nothing, heard, stale, failed = [json.loads(line) for line in ran.stdout.splitlines()]
    now = {
        "time_s": 1.234,
        "state": "INVERTING",
        "inversion_deg": -12.34,
        "limit_deg": 25.5,
        "drive_percent": 50.5,
        "fault": FAULTS[4][0],
    }
    assert nothing == {**dict.fromkeys(now), "stale": True}
    assert heard == {**now, "stale": False}
    assert stale == {**now, "stale": True}
    assert (ran.exit_code, list(failed), failed["error"]["code"]) == (4, ["error"], "PORT_LOST")


def test_panel(at):
    page = {"page": "CHOOSE", "lines": ["Anna", "25 deg  180 s", "", "OK: go on"], "shown": "stands"}
    assert at(PeopleTable({**ANNA, "born": 1960}), "panel") == (0, {**page, "warnings": [SECOND_PERSON]})


def test_profile_new(offline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    person = ["--name", "Anna", "--id", "anna", "--born", "1980", "--height-cm", "170", "--weight-kg", "68"]
    limits = ["--condition", "sciatica", "--max-inversion-deg", "25", "--session-s", "180"]
    assert offline("profile", "new", *person, *limits) == (0, {"file": "anna.toml", **ANNAS, "notes": [SCIATICA]})
