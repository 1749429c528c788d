"""The laptop's end of the link against a table that misbehaves, over a real pty."""

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import bascule
from bascule.cli.main import cli
from bascule.errors import NO_ANSWER, NO_TABLE, REFUSED, Problem
from bascule.table import client
from tests.support.table_stub import HELLO, TableStub, frame

STATUS = {
    "st": "READY", "inv": -7000, "lim": 2500, "pos": -6990, "rate": 0, "drv": 0, "ma": 0, "mv": 24000, "flt": 0,
    "resp": 0, "lock": 0, "n_lock": 0, "rev": 3, "bad_crc": 0, "overlong": 0, "unknown": 0, "failed": 0, "disp": 1,
    "selftest": "", "bat": 25000, "in": 1249, "up_ms": 5000, "day": 20261123,
}  # fmt: skip
TELEMETRY = {"t": "tel", "n": 1, "ms": 1200, "st": "INVERTING", "inv": -1234, "lim": 2500, "drv": 500, "flt": 0}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """A table that is silent is silent at once."""
    monkeypatch.setattr(client, "_HELLO_S", 0.6)
    monkeypatch.setattr(client, "_HELLO_TRY_S", 0.2)
    monkeypatch.setattr(client, "_ANSWER_S", 0.3)
    monkeypatch.setattr(client, "_CHANGE_S", 0.9)


def status(port):
    ran = CliRunner().invoke(cli, ["status", "-p", port, "--json"])
    return ran.exit_code, json.loads(ran.stdout), ran.stderr


def answering(**by_command):
    """Answers by command; what is not given is left to the stub."""
    return lambda command: by_command.get(command["c"].replace(".", "_"), lambda _: b"")(command)


def ok(fields):
    return lambda command: frame({"i": command["i"], "ok": 1, **fields})


def test_hello_comes_first_then_the_date_then_the_question(now):
    with TableStub(answering(status=ok(STATUS))) as stub, client.connected(stub.port, now) as table:
        table.ask("status")
    assert [one["c"] for one in stub.heard] == ["hello", "clock.set", "status"]
    assert (stub.heard[1]["day"], stub.heard[1]["min"]) == (20261123, 23 * 60 + 59)
    assert len({one["i"] for one in stub.heard}) == 3


def test_who_only_looks_sets_no_clock():
    with TableStub(answering(status=ok(STATUS))) as stub, client.looked_at(stub.port) as table:
        table.ask("status")
    assert [one["c"] for one in stub.heard] == ["hello", "status"]


@pytest.mark.parametrize("command", ["hello", "status"])
def test_an_answer_that_lacks_any_field_is_no_answer(now, command):
    whole = {"hello": HELLO, "status": STATUS}[command]
    for name in whole:
        torn = ok({key: value for key, value in whole.items() if key != name})
        expected = pytest.raises(Problem, match=f"{command} has no valid {name}$")
        with (
            TableStub(answering(**{"status": ok(STATUS), command: torn})) as stub,
            expected,
            client.connected(stub.port, now) as table,
        ):
            table.ask("status")


def test_status_tells_the_program_where_the_table_does():
    told = ok({"p": 1, "fw": "0.1.0", "sn": "T-1", "rev": 3, "up_ms": 1000, "img": "0123456789abcdef" * 4})
    with TableStub(answering(hello=told, status=ok(STATUS))) as stub:
        found = status(stub.port)[1]
        ran = CliRunner().invoke(cli, ["status", "-p", stub.port])
    assert found["program_sha256"] == "0123456789abcdef" * 4
    assert f"table T-1 on {stub.port}, firmware 0.1.0, program 0123456789abcdef\n" in ran.stdout


def test_status_in_units():
    with TableStub(answering(status=ok(STATUS))) as stub:
        code, found, err = status(stub.port)
    assert (code, err) == (0, "")
    assert found["inversion_deg"] == -70.0
    assert found["limit_deg"] == 25.0
    assert found["supply_v"] == 24.0
    assert (found["state"], found["locked"], found["firmware"]) == ("READY", False, "0.1.0")


def test_console_lines_telemetry_and_answers_of_others_are_not_the_answer():
    def noisy(command):
        other = frame({"i": command["i"] - 1, **STATUS, "st": "FAULT"})
        torn = frame({"i": command["i"], **STATUS, "st": "STOPPED"}).replace(b"24000", b"24001")
        return b"MPY: soft reboot\r\n" + torn + frame(TELEMETRY) + other + ok(STATUS)(command)

    with TableStub(answering(status=noisy)) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["state"]) == (0, "READY")


def test_the_last_words_of_a_firmware_are_passed_on():
    def dying(command):
        return b"\r\nescaped: ValueError()\r\n" + ok(STATUS)(command)

    with TableStub(answering(status=dying)) as stub:
        code, _, err = status(stub.port)
    assert code == 0
    assert "escaped: ValueError()" in err


def damaged_first(times):
    seen = []

    def answer(command):
        seen.append(command)
        return frame({"t": "err", "e": "BAD_CRC", "m": "-"}) if len(seen) <= times else ok(STATUS)(command)

    return answer


def test_a_question_that_arrived_damaged_is_asked_once_more():
    with TableStub(answering(status=damaged_first(1))) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["state"]) == (0, "READY")
    assert [one["c"] for one in stub.heard].count("status") == 2


def test_a_question_damaged_twice_is_no_answer():
    with TableStub(answering(status=damaged_first(2))) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["error"]["code"]) == (NO_ANSWER, "NO_ANSWER")
    assert [one["c"] for one in stub.heard].count("status") == 2


def test_a_commit_without_an_answer_is_not_sent_again(now):
    with TableStub(answering()) as stub, client.connected(stub.port, now) as table:
        with pytest.raises(Problem) as caught:
            table.ask("profile.commit", n=1, sha="0" * 64)
        assert caught.value.exit_code == NO_ANSWER
        assert "profile show" in caught.value.hint
    assert [one["c"] for one in stub.heard].count("profile.commit") == 1


@pytest.mark.parametrize("late", ["hello", "status"])
def test_an_answer_that_comes_after_the_question_was_asked_again_will_do(late):
    held = []

    def slow(command):
        said = frame({"i": command["i"], "ok": 1, **(HELLO if command["c"] == "hello" else STATUS)})
        if command["c"] == late:
            held.append(said)
            return held[0] if len(held) == 2 else b"\n"
        return said if command["c"] == "status" else b""

    with TableStub(slow) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["state"]) == (0, "READY")
    assert [one["c"] for one in stub.heard].count(late) == 2


def test_a_commit_may_take_longer_than_a_question(now):
    def late(command):
        time.sleep(0.5)
        return ok({"rev": 4, "verdict": "OK"})(command)

    with TableStub(answering(profile_commit=late)) as stub, client.connected(stub.port, now) as table:
        assert table.ask("profile.commit", n=1, sha="0" * 64)["rev"] == 4
    assert [one["c"] for one in stub.heard].count("profile.commit") == 1


def test_a_silent_port_is_no_answer_in_time():
    def silent(_command):
        return b"\n"

    started = time.monotonic()
    with TableStub(silent) as stub:
        code, found, err = status(stub.port)
    assert (code, found["error"]["code"]) == (NO_ANSWER, "NO_ANSWER")
    assert err.startswith("error NO_ANSWER: ")
    assert time.monotonic() - started < 2


def test_a_port_that_goes_away_is_lost():
    with TableStub(answering(status=lambda _: None)) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["error"]["code"]) == (NO_TABLE, "PORT_LOST")


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
    assert "up to 15 degrees" in ran.stdout
    assert "the laptop's verdict differs" in ran.stdout


@pytest.mark.parametrize(
    ("code", "words", "hint"),
    [
        (
            "CLOCK_BACKWARDS",
            "The table has logged a later time.",
            "If this computer's time is right, switch the table off, hold OK while switching it on, and connect again.",
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


def test_watch_ends_when_the_port_is_lost():
    def watch(command):
        return frame({"i": command["i"], "ok": 1}) if command["on"] and len(stub.heard) == 3 else None

    with TableStub(answering(watch=watch)) as stub:
        ran = CliRunner().invoke(cli, ["watch", "-p", stub.port, "--json", "--seconds", "5"])
    assert ran.exit_code == NO_TABLE
    assert json.loads(ran.stdout.splitlines()[-1])["error"]["code"] == "PORT_LOST"
