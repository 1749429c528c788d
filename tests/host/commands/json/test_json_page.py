"""What deploy, doctor and errors print with --json, and that docs/json.md tells it all."""

import dataclasses
import datetime
import hashlib
import json
from typing import Annotated

import pytest
from click.testing import CliRunner

from bascule import facts
from bascule.cli.main import cli
from docs.generator import json_page
from firmware.version import VERSION
from tests.host.commands.json.json_table import (
    BENS,
    PRINTED,
    STATUS,
    dataclasses_of,
    leaves,
)
from tests.support.host import pico
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, save
from tests.support.host.table_stub import HELLO, TableStub, frame


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
    calm |= {"lang": "en", "gaps": 0}

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
                fine("language", "the panel speaks English"),
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


def test_every_command_with_json_stands_on_the_page_and_no_other():
    having = {words for words, one in leaves(cli) if any("--json" in option.opts for option in one.params)}
    assert having | {"demo", "panel --watch"} == set(json_page.COMMANDS)


def test_help_says_where_it_is_one_object_and_where_lines():
    for words, command in leaves(cli):
        for option in command.params:
            if "--json" in option.opts:
                assert ("JSON Lines" in option.help) == (words in json_page.LINES), words


@pytest.mark.parametrize("kind", PRINTED, ids=lambda one: one.__name__)
def test_facts_are_frozen_and_say_what_they_are_in_which_unit(kind):
    for one in dataclasses_of(kind):
        assert one.__dataclass_params__.frozen, one
    for path, what, unit, sentence in json_page.keys(kind):
        assert (sentence[0].isupper() or sentence[0] == "`") and sentence.endswith("."), path
        assert unit or "number" not in what.replace("whole number", ""), f"{path} has no unit"


def test_a_field_of_an_inlined_dataclass_stands_among_the_others():
    assert facts.as_json(json_page.COMMANDS["panel"](json_page.Page("CHOOSE", ("a",), "new"), ())) == {
        "page": "CHOOSE",
        "lines": ["a"],
        "shown": "new",
        "warnings": [],
    }


def test_a_new_key_makes_the_page_stale(monkeypatch):
    before = json_page.page()
    more = dataclasses.make_dataclass("More", [("tilt_deg", Annotated[float, "How far."])], frozen=True)
    monkeypatch.setattr(more, "__doc__", "More.")
    monkeypatch.setitem(json_page.COMMANDS, "devices", more)
    assert "| `tilt_deg` | number | degrees | How far. |" in json_page.page()
    assert json_page.page() != before
