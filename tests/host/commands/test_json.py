"""What each command prints with --json: the whole object on fixed inputs, as docs/json.md has it."""

import dataclasses
import datetime
import hashlib
import json
from types import SimpleNamespace
from typing import Annotated, get_args, get_type_hints

import click
import pytest
from click.testing import CliRunner

from bascule import facts
from bascule.cli.main import cli
from bascule.commands import watch
from bascule.conditions import meaning
from docs.generator import json_page
from firmware.safety.faults import FAULTS
from firmware.screening import conditions as table
from firmware.version import VERSION
from tests.support import pico
from tests.support.people_table import PeopleTable
from tests.support.persons import ANNA, BEN, cleared, save
from tests.support.table_stub import HELLO, TableStub, frame

STATUS = {
    "st": "FAULT", "inv": -7001, "lim": 2550, "pos": -6998, "rate": 123, "drv": -45, "ma": 1234, "mv": 23987,
    "bat": 25123, "in": 1249, "flt": 4, "resp": 1, "lock": 1, "n_lock": 1, "rev": 3, "bad_crc": 5, "overlong": 6,
    "unknown": 7, "failed": 8, "disp": 0, "selftest": "imu rtc", "up_ms": 5432, "day": 20261123,
}  # fmt: skip
TELEMETRY = {"t": "tel", "n": 1, "ms": 1234, "st": "INVERTING", "inv": -1234, "lim": 2550, "drv": 505, "flt": 4}
RATING = {"limit_deg": 60.0, "origin": "table_rating", "condition": ""}
OWN = {"limit_deg": 25.0, "origin": "profile", "condition": ""}
SCIATICA = "Sciatica: Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect."


def row(key):
    return table.find(key)


def told(key):
    """A reason's or a warning's text that is made of a row of the table of conditions."""
    never = row(key)[table.CATEGORY] == table.ABSOLUTE
    return table.WORDS["CONDITION_ABSOLUTE" if never else "WARNING"] % (row(key)[table.NAME], row(key)[table.REASON])


ANNAS = {
    "verdict": "usable",
    "limit_deg": 25.0,
    "bound_by": "profile",
    "caps": [RATING, OWN],
    "reasons": [],
    "session_s": 180,
    "warnings": [],
    "notes": [],
}
BENS_REASON = {
    "code": "CONDITION_ABSOLUTE",
    "text": told("total_hip_replacement"),
    "condition": "total_hip_replacement",
}
BENS = {**ANNAS, "verdict": "locked", "limit_deg": 0.0, "bound_by": "lockout", "reasons": [BENS_REASON], "session_s": 0}
DYSPLASIA = {"limit_deg": 20.0, "origin": "condition:hip_dysplasia", "condition": "hip_dysplasia"}
CLEARED = {"limit_deg": 15.0, "origin": "clearance:hip_dysplasia", "condition": "hip_dysplasia"}
CARLAS = {
    **ANNAS,
    "limit_deg": 15.0,
    "bound_by": "clearance:hip_dysplasia",
    "caps": [RATING, OWN, DYSPLASIA, CLEARED],
}
SECOND_PERSON = {
    "code": "SECOND_PERSON",
    "text": "60 years or older: A second person must be present, and must know how to bring the table back and how to "
    "release it by hand.",
    "condition": "",
}


@pytest.fixture
def offline():
    """offline(words...): exit code and the one object, of a command that needs no table."""

    def run(*words):
        ran = CliRunner().invoke(cli, [*words, "--json"])
        assert ran.stdout.count("\n") == 1
        return ran.exit_code, json.loads(ran.stdout)

    return run


@pytest.fixture
def at(patient):
    """at(table, words...): exit code and the one object, the port taken out, of a command at `table`."""

    def run(stub_of, *words):
        with TableStub(stub_of) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port, "--json"])
        assert ran.stdout.count("\n") == 1
        found = json.loads(ran.stdout)
        assert found.pop("port", stub.port) == stub.port
        return ran.exit_code, found

    return run


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
    page = {"page": "CHOOSE", "lines": ["Anna", "25 deg  180 s", "", "OK: go on"]}
    assert at(PeopleTable({**ANNA, "born": 1960}), "panel") == (0, {**page, "warnings": [SECOND_PERSON]})


def test_profile_new(offline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    person = ["--name", "Anna", "--id", "anna", "--born", "1980", "--height-cm", "170", "--weight-kg", "68"]
    limits = ["--condition", "sciatica", "--max-inversion-deg", "25", "--session-s", "180"]
    assert offline("profile", "new", *person, *limits) == (0, {"file": "anna.toml", **ANNAS, "notes": [SCIATICA]})


@pytest.mark.parametrize(
    ("changes", "code", "expected"),
    [
        ({}, 0, {"notes": [SCIATICA]}),
        ({"born": 1960}, 0, {"warnings": [SECOND_PERSON], "notes": [SCIATICA], "caps": [RATING, OWN, "age"]}),
        ({"conditions": ["total_hip_replacement"]}, 3, BENS),
        ({"conditions": ["claustrophobia"]}, 0, {"warnings": ["claustrophobia"]}),
    ],
)
def test_profile_check(offline, tmp_path, changes, code, expected):
    stand_ins = {
        "age": {"limit_deg": 30.0, "origin": "age", "condition": ""},
        "claustrophobia": {"code": "WARNING", "text": told("claustrophobia"), "condition": "claustrophobia"},
    }
    whole = {
        key: [stand_ins.get(one, one) if isinstance(one, str) else one for one in value]
        if isinstance(value, list)
        else value
        for key, value in {**ANNAS, **expected}.items()
    }
    file = save(tmp_path / "p", {**ANNA, **changes})
    assert offline("profile", "check", str(file), "--today", "2026-11-23") == (code, whole)


def test_profile_check_of_what_is_refused(offline, tmp_path):
    clearance = {**cleared()["clearances"][0], "issued": 20261301}
    wrong = {**ANNA, "conditions": ["hip_dysplasia", "glaucome"], "clearances": [clearance], "born": 2050}
    text = save(tmp_path / "p", wrong).read_text().replace("issued = 20261301", 'issued = "soon"')
    (tmp_path / "wrong.toml").write_text(text)
    assert offline("profile", "check", str(tmp_path / "wrong.toml"), "--today", "2026-11-23") == (
        2,
        {
            "verdict": "refused",
            "limit_deg": 0.0,
            "bound_by": "refused",
            "caps": [],
            "reasons": [
                {
                    "code": "WRONG_TYPE",
                    "text": "clearances[0].issued must be a date: write it without quotes or time, as 2026-11-01. "
                    "It says 'soon'.",
                    "condition": "hip_dysplasia",
                },
                {
                    "code": "UNKNOWN_CONDITION",
                    "text": "conditions[1]: 'glaucome' is not known here. Write the one that you mean: glaucoma.",
                    "condition": "glaucome",
                },
                {
                    "code": "OUT_OF_RANGE",
                    "text": "born must not be after 2026, but says 2050: write the year of birth.",
                    "condition": "",
                },
            ],
            "session_s": 0,
            "warnings": [],
            "notes": [],
        },
    )


def test_profile_explain(offline):
    assert offline("profile", "explain", "hip_labral_tear") == (
        0,
        {
            "conditions": [
                {
                    "key": "hip_labral_tear",
                    "name": row("hip_labral_tear")[table.NAME],
                    "category": "until cleared",
                    "role": row("hip_labral_tear")[table.ROLE],
                    "cap_deg": 20.0,
                    "wait_days": 0,
                    "reason": row("hip_labral_tear")[table.REASON],
                    "source": row("hip_labral_tear")[table.SOURCE],
                    "session_s": 0,
                    "means": "the table stays locked until there is a valid clearance",
                    "marks": {"[F]": meaning.MARKS["[F]"], "[D]": meaning.MARKS["[D]"]},
                }
            ],
            "note": meaning.PROPOSALS,
        },
    )


def test_profile_push(at, tmp_path):
    file = save(tmp_path / "p", cleared())
    stored = {"id": "carla", "revision": 1, **CARLAS, "laptop_agrees": True}
    assert at(PeopleTable(), "profile", "push", str(file)) == (0, stored)


def test_profile_list(at):
    anna = {"id": "anna", "name": "Anna", "verdict": "usable", "limit_deg": 25.0, "chosen": False}
    ben = {"id": "ben", "name": "Ben", "verdict": "locked", "limit_deg": 0.0, "chosen": True}
    assert at(PeopleTable(ANNA, BEN), "profile", "list") == (0, {"people": [anna, ben]})


def as_file(profile):
    """The fields of a profile as a file has them, days as text."""
    fields = {key: value for key, value in profile.items() if key != "max_inversion_cdeg"}
    return {**fields, "max_inversion_deg": profile["max_inversion_cdeg"] // 100}


def days(clearance):
    shown = as_file(clearance)
    return {**shown, **{key: f"{datetime.datetime.strptime(str(shown[key]), '%Y%m%d'):%Y-%m-%d}" for key in
                        ("issued", "expires")}}  # fmt: skip


def test_profile_show(at):
    carla = cleared()
    profile = {**as_file(carla), "clearances": [days(carla["clearances"][0])]}
    assert at(PeopleTable(carla), "profile", "show") == (0, {"revision": 1, "profile": profile, **CARLAS})


def test_profile_show_where_none_is_stored(at):
    code, found = at(PeopleTable(), "profile", "show")
    nothing = {"code": "NO_PROFILE", "text": table.WORDS["NO_PROFILE"], "condition": ""}
    locked = {**BENS, "caps": [RATING], "reasons": [nothing]}
    assert (code, found) == (0, {"revision": 0, "profile": None, **locked})


def test_profile_diff(at, tmp_path):
    carla = cleared(max_inversion_cdeg=1250)
    other = {**ANNA, "id": "carla", "conditions": ["hip_dysplasia", "sciatica"], "beyond_60": False}
    file = save(tmp_path / "p", {**carla, "weight_kg": 70, "programme": {"down_s": 20, "level_s": 30, "times": 2}})
    code, found = at(PeopleTable(other), "profile", "diff", str(file))
    assert (code, set(found)) == (7, {"id", "on_table", "differences", "file", "table"})
    assert (found["id"], found["on_table"]) == ("carla", True)
    assert found["differences"] == [
        {"field": "name", "file": "Carla", "table": "Anna"},
        {"field": "weight_kg", "file": 70, "table": 68},
        {"field": "beyond_60", "file": None, "table": False},
        {"field": "conditions", "file": None, "table": "sciatica"},
        {"field": "programme.down_s", "file": 20, "table": None},
        {"field": "programme.level_s", "file": 30, "table": None},
        {"field": "programme.times", "file": 2, "table": None},
        {"field": "clearances", "file": {**days(carla["clearances"][0]), "max_inversion_deg": 12.5}, "table": None},
    ]
    bound = {**CLEARED, "limit_deg": 12.5}
    assert found["file"] == {**CARLAS, "limit_deg": 12.5, "caps": [RATING, OWN, DYSPLASIA, bound]}
    reason = {"code": "NOT_CLEARED", "text": told("hip_dysplasia"), "condition": "hip_dysplasia"}
    assert found["table"] == {**BENS, "caps": [RATING, OWN, DYSPLASIA], "reasons": [reason], "notes": []}


def test_profile_diff_with_nobody(at, tmp_path):
    file = save(tmp_path / "p", ANNA)
    nobody = {"id": "anna", "on_table": False, "differences": [], "file": {**ANNAS, "notes": [SCIATICA]}, "table": None}
    assert at(PeopleTable(), "profile", "diff", str(file)) == (7, nobody)


def test_profile_export_and_import(at, tmp_path):
    (tmp_path / "p").mkdir()
    written = [str(tmp_path / "p" / name) for name in ("anna.toml", "ben.toml")]
    assert at(PeopleTable(ANNA, BEN), "profile", "export", str(tmp_path / "p")) == (0, {"written": written})
    other = PeopleTable()
    with TableStub(other) as stub:
        ran = CliRunner().invoke(cli, ["profile", "import", str(tmp_path / "p"), "-p", stub.port, "--json"])
    both = [
        {"id": "anna", "port": stub.port, "revision": 1, **ANNAS, "laptop_agrees": True},
        {"id": "ben", "port": stub.port, "revision": 2, **BENS, "laptop_agrees": True},
    ]
    assert (ran.exit_code, json.loads(ran.stdout)) == (3, {"pushed": both})


def test_profile_remove(at):
    assert at(PeopleTable(ANNA, BEN), "profile", "remove", "ben", "--yes") == (0, {"removed": "ben", "revision": 3})


def test_profile_progress(at):
    assert at(PeopleTable(ANNA, BEN), "profile", "progress") == (
        0,
        {
            "who": "ben",
            "verdict": "locked",
            "bound_by": "lockout",
            "reasons": [BENS_REASON],
            "allowed_now_deg": 0.0,
            "allowed_now_s": 0,
            "step": 2,
            "limit_deg": 25.0,
            "head_down_s": 120,
            "sessions_done": 1,
            "sessions_needed": 3,
            "days_to_wait": 4,
            "sessions_today": 1,
            "sessions_a_day": 3,
            "next_session_min": 20,
        },
    )


def test_deploy(tmp_path, mocker):
    data, program = pico.image()
    image = tmp_path / "bascule.uf2"
    image.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    (tmp_path / "image.json").write_text(json.dumps({"uf2": "bascule.uf2", "sha256": digest, "version": "0.1.0"}))
    drive = pico.drive(tmp_path / "RPI-RP2")
    mocker.patch("bascule.deploy.bootsel._places", return_value=[drive])

    def telling(command):
        return frame({"i": command["i"], **HELLO, "img": program}) if command["c"] == "hello" else b""

    with TableStub(telling) as stub, pico.BootRom(drive, len(data)):
        ran = CliRunner().invoke(cli, ["deploy", str(image), "--yes", "-p", stub.port, "--json"])
    assert (ran.exit_code, json.loads(ran.stdout)) == (
        0,
        {
            "image": str(image),
            "bytes": len(data),
            "sha256": digest,
            "version": "0.1.0",
            "program_sha256": program,
            "drive": str(drive),
            "port": stub.port,
            "serial": "T-1",
            "firmware": "0.1.0",
            "runs": program,
        },
    )


def test_doctor(at, mocker):
    mocker.patch("bascule.deploy.uf2.built", return_value=None)
    mocker.patch("bascule.doctor.table_check._APART_S", 0.0)
    mocker.patch("bascule.doctor.port_check.checked", return_value=[])
    today = f"{datetime.date.today():%Y%m%d}"
    people = PeopleTable(ANNA)
    people.day = int(today)
    calm = {**STATUS, "st": "READY", "flt": 0, "lock": 0, "n_lock": 0, "disp": 1, "selftest": "", "day": int(today)}

    def answer(command):
        if command["c"] == "hello":
            return frame({"i": command["i"], **HELLO, "fw": VERSION})
        if command["c"] == "status":
            return frame({"i": command["i"], **calm, "mv": 20500, "rate": command["i"] % 7})
        return people(command)

    with TableStub(answer) as stub:
        ran = CliRunner().invoke(cli, ["doctor", "-p", stub.port, "--json"])

    def fine(name, text):
        return {"name": name, "verdict": "ok", "text": text, "do": "", "exit_code": 0}

    assert (ran.exit_code, json.loads(ran.stdout)) == (
        5,
        {
            "ok": False,
            "checks": [
                fine("port", f"{stub.port} is the port that was asked for"),
                fine("hello", "table T-1 answers"),
                fine("versions", f"firmware and tool are both {VERSION}"),
                fine("self-test", "every part of the board answered at start-up"),
                fine("sensor", "-70.01 degrees with a little noise; the position sensor agrees"),
                fine("display", "the panel's display answers"),
                {
                    "name": "supply",
                    "verdict": "trouble",
                    "text": "20.5 V at the motor's supply, which should be about 24",
                    "do": "Check the supply and the fuses.",
                    "exit_code": 5,
                },
                fine("battery", "25.1 V"),
                fine("STOP", "released, and its loop is closed"),
                fine("ankle locks", "left closed, right closed: to test them, open and close each, and run this again"),
                fine("clock", f"the table's date is {today[:4]}-{today[4:6]}-{today[6:]}"),
                fine("profile", "Anna: up to 25 degrees past horizontal"),
            ],
        },
    )


def test_an_error(offline):
    assert offline("status") == (
        4,
        {
            "error": {
                "code": "NO_TABLE",
                "text": "no table was found",
                "hint": "Plug the table in, start one with `bascule sim`, or name the port with -p.",
            }
        },
    )


def test_what_stands_beside_an_error(at, offline, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = save(tmp_path / "p", {**ANNA, "weight_kg": 5})
    heavy = {
        "code": "OUT_OF_RANGE",
        "text": "weight_kg must be from 20 to 300, not 5: write the weight in kilograms, as weight_kg = 68.",
        "condition": "",
    }
    refused = {**BENS, "verdict": "refused", "bound_by": "refused", "caps": [], "reasons": [heavy]}
    found = at(PeopleTable(), "profile", "push", str(file))[1]
    assert found == {"error": found["error"], **refused}
    found = at(PeopleTable(), "profile", "import", str(tmp_path / "p"))[1]
    assert found == {"error": found["error"], "reasons": [{"file": str(file), **heavy}]}
    found = offline("profile", "new", "--weight-kg", "5")[1]
    by_option = "--weight-kg must be from 20 to 300, not 5: write the weight in kilograms, as --weight-kg 68."
    assert found == {"error": found["error"], "reasons": [{**heavy, "text": by_option}]}


def leaves(command, before=()):
    """(words, command) of every command that does something."""
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from leaves(one, (*before, name))
    else:
        yield " ".join(before), command


def test_every_command_with_json_stands_on_the_page_and_no_other():
    having = {words for words, one in leaves(cli) if any("--json" in option.opts for option in one.params)}
    assert having | {"demo", "panel --watch"} == set(json_page.COMMANDS)


def test_help_says_where_it_is_one_object_and_where_lines():
    for words, command in leaves(cli):
        for option in command.params:
            if "--json" in option.opts:
                assert ("JSON Lines" in option.help) == (words in json_page.LINES), words


PRINTED = [*json_page.COMMANDS.values(), facts.Failed, *(kind for _, kind in json_page.BESIDE)]


def dataclasses_of(kind):
    yield kind
    for hint in get_type_hints(kind).values():
        for one in (hint, *get_args(hint)):
            if dataclasses.is_dataclass(one):
                yield from dataclasses_of(one)


@pytest.mark.parametrize("kind", PRINTED, ids=lambda one: one.__name__)
def test_facts_are_frozen_and_say_what_they_are_in_which_unit(kind):
    for one in dataclasses_of(kind):
        assert one.__dataclass_params__.frozen, one
    for path, what, unit, sentence in json_page.keys(kind):
        assert (sentence[0].isupper() or sentence[0] == "`") and sentence.endswith("."), path
        assert unit or "number" not in what.replace("whole number", ""), f"{path} has no unit"


def test_a_field_of_an_inlined_dataclass_stands_among_the_others():
    assert facts.as_json(json_page.COMMANDS["panel"](json_page.Page("CHOOSE", ("a",)), ())) == {
        "page": "CHOOSE",
        "lines": ["a"],
        "warnings": [],
    }


def test_a_new_key_makes_the_page_stale(monkeypatch):
    before = json_page.page()
    more = dataclasses.make_dataclass("More", [("tilt_deg", Annotated[float, "How far."])], frozen=True)
    monkeypatch.setattr(more, "__doc__", "More.")
    monkeypatch.setitem(json_page.COMMANDS, "devices", more)
    assert "| `tilt_deg` | number | degrees | How far. |" in json_page.page()
    assert json_page.page() != before
