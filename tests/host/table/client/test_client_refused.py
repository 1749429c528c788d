"""The laptop's end of the link where a table refuses, is of another protocol, or says too little."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import bascule
from bascule.cli.main import cli
from bascule.errors import NO_TABLE, REFUSED, Problem
from bascule.table import client
from tests.host.table.client.answering import STATUS, TELEMETRY, answering, ok, status
from tests.support.host.table_stub import TableStub, frame


def test_a_table_of_another_protocol_is_read_only(now, capsys):
    def version(command):
        return frame({"i": command["i"], "e": "VERSION", "m": "The laptop uses protocol 1, the table 2.", "f": "p"})

    with TableStub(answering(hello=version, status=ok(STATUS))) as stub, client.connected(stub.port, now) as table:
        assert table.ask("status")["st"] == "READY"
        with pytest.raises(Problem) as caught:
            table.ask("profile.put", off=0, d="AA==")
    assert (caught.value.exit_code, caught.value.code) == (REFUSED, "VERSION")
    assert "the table 2" in caught.value.text
    assert {one["c"] for one in stub.heard} == {"hello", "status"}
    assert "the table 2" in capsys.readouterr().err


def test_a_refusal_is_told_in_the_tables_words_with_what_to_do(now):
    def refuse(command):
        return frame({"i": command["i"], "e": "NOT_UPRIGHT", "m": "A profile is taken only upright."})

    with (
        TableStub(answering(profile_put=refuse)) as stub,
        client.connected(stub.port, now) as table,
        pytest.raises(Problem) as caught,
    ):
        table.ask("profile.put", off=0, d="AA==")
    assert (caught.value.exit_code, caught.value.code) == (REFUSED, "NOT_UPRIGHT")
    assert "only upright" in caught.value.text
    assert caught.value.hint


def test_a_profile_that_only_the_table_refuses_is_told_with_its_reasons():
    why = ["born must be from 1950 to 2010.", "weight_kg must be from 40 to 120."]

    def refuse(command):
        return frame({"i": command["i"], "e": "REFUSED", "m": "The profile is not in form."})

    def reason(command):
        at = command["at"]
        return frame(
            {"i": command["i"], "n": 2, "code": "OUT_OF_RANGE", "field": "-", "text": why[at], "cdeg": 0, "key": ""}
        )

    answer = answering(profile_put=ok({"off": 0}), profile_commit=refuse, why=reason)
    example = Path(bascule.__file__).parent / "examples" / "anna.toml"
    with TableStub(answer) as stub:
        ran = CliRunner().invoke(cli, ["profile", "push", str(example), "-p", stub.port, "--json"])
    found = json.loads(ran.stdout)
    assert (ran.exit_code, found["error"]["code"]) == (REFUSED, "REFUSED")
    assert [one["text"] for one in found["reasons"]] == why
    assert why[1] in ran.stderr


def test_a_verdict_other_than_the_laptops_is_told():
    def caps(command):
        cap = {"code": "CAP", "field": "", "text": "table_rating", "cdeg": 1500, "key": ""}
        return frame({"i": command["i"], "n": 1, **cap})

    verdict = ok(
        {"verdict": "usable", "lim": 1500, "by": "table_rating", "n_caps": 1, "n_reasons": 0, "n_warnings": 0, "s": 60}
    )
    answer = answering(
        profile_put=ok({"off": 0}),
        profile_commit=ok({"rev": 4, "verdict": "usable"}),
        profile_verdict=verdict,
        why=caps,
    )
    example = Path(bascule.__file__).parent / "examples" / "anna.toml"
    with TableStub(answer) as stub:
        ran = CliRunner().invoke(cli, ["profile", "push", str(example), "-p", stub.port])
    assert ran.exit_code == 0
    assert "begins at 15 degrees" in ran.stdout
    assert "the laptop's verdict differs" in ran.stdout


@pytest.mark.parametrize(
    ("code", "words", "hint"),
    [
        (
            "CLOCK_BACKWARDS",
            "The table has logged a later time.",
            "If this computer's time is right, press OK at the table's panel until it asks for the time, then UP.",
        ),
        ("CLOCK_LEAP", "The day is over ten years past.", "Set this computer's clock and try again."),
        ("BAD_DAY", "This is no day of the calendar.", "Set this computer's clock and try again."),
    ],
)
def test_a_date_the_table_does_not_take_is_a_warning_and_a_push_still_goes_through(now, capsys, code, words, hint):
    def doubting(command):
        return frame({"i": command["i"], "e": code, "m": words, "f": "day"})

    answer = answering(clock_set=doubting, status=ok(STATUS), profile_put=ok({"off": 1}))
    with TableStub(answer) as stub, client.connected(stub.port, now) as table:
        assert table.ask("status")["st"] == "READY"
        assert table.ask("profile.put", off=0, d="AA==")["off"] == 1
    (warning,) = capsys.readouterr().err.splitlines()
    assert warning == f"warning: the table did not accept this computer's time: the table refused: {words} {hint}"


def test_an_answer_that_lacks_a_field_is_told_in_words():
    short = {key: value for key, value in STATUS.items() if key != "inv"}
    with TableStub(answering(status=ok(short))) as stub:
        code, found, err = status(stub.port)
    assert (code, found["error"]["code"]) == (1, "BAD_ANSWER")
    assert "inv" in err


@pytest.mark.long
def test_watch_flags_what_is_stale_and_keeps_the_last_angle(monkeypatch):
    monkeypatch.setattr("bascule.commands.watch.STALE_S", 0.2)

    def watch(command):
        return frame({"i": command["i"], "ok": 1}) + (frame(TELEMETRY) if len(stub.heard) == 3 else b"")

    with TableStub(answering(watch=watch)) as stub:
        ran = CliRunner().invoke(cli, ["watch", "-p", stub.port, "--json", "--seconds", "0.5"])
    first, second, *_ = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert (first["stale"], first["inversion_deg"], first["state"]) == (False, -12.34, "INVERTING")
    assert (second["stale"], second["inversion_deg"]) == (True, -12.34)
    assert stub.heard[-1] == {"i": stub.heard[-1]["i"], "c": "watch", "on": 0}


@pytest.mark.long
def test_watch_ends_when_the_port_is_lost():
    def watch(command):
        return frame({"i": command["i"], "ok": 1}) if command["on"] and len(stub.heard) == 3 else None

    with TableStub(answering(watch=watch)) as stub:
        ran = CliRunner().invoke(cli, ["watch", "-p", stub.port, "--json", "--seconds", "5"])
    assert ran.exit_code == NO_TABLE
    assert json.loads(ran.stdout.splitlines()[-1])["error"]["code"] == "PORT_LOST"
