"""The laptop's end of the link: hello, questions, answers, and what is lost."""

import time

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.errors import NO_ANSWER, NO_TABLE, Problem
from bascule.table import client
from tests.host.table.client.answering import STATUS, TELEMETRY, answering, damaged_first, ok, status
from tests.support.host.table_stub import HELLO, TableStub, frame


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


def test_telemetry_is_heard_while_an_answer_is_awaited_by_whoever_wants_it():
    heard = []
    with (
        TableStub(answering(status=lambda command: frame(TELEMETRY) + ok(STATUS)(command))) as stub,
        client.looked_at(stub.port) as table,
    ):
        table.ask("status")
        assert table.listen(0.1).inversion_deg == -12.34
        table.hears = heard.append
        table.ask("status")
        assert [one.inversion_deg for one in heard] == [-12.34]
        assert table.listen(0.1) is None


def test_the_last_words_of_a_firmware_are_passed_on():
    def dying(command):
        return b"\r\nescaped: ValueError()\r\n" + ok(STATUS)(command)

    with TableStub(answering(status=dying)) as stub:
        code, _, err = status(stub.port)
    assert code == 0
    assert "escaped: ValueError()" in err


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


@pytest.mark.long
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


@pytest.mark.long
def test_a_commit_may_take_longer_than_a_question(now):
    def late(command):
        time.sleep(0.5)
        return ok({"rev": 4, "verdict": "OK"})(command)

    with TableStub(answering(profile_commit=late)) as stub, client.connected(stub.port, now) as table:
        assert table.ask("profile.commit", n=1, sha="0" * 64)["rev"] == 4
    assert [one["c"] for one in stub.heard].count("profile.commit") == 1


@pytest.mark.long
def test_a_silent_port_is_no_answer_in_time():
    def silent(_command):
        return b"\n"

    with TableStub(silent) as stub:
        code, found, err = status(stub.port)
    assert (code, found["error"]["code"]) == (NO_ANSWER, "NO_ANSWER")
    assert err.startswith("error NO_ANSWER: ")


def test_a_port_that_goes_away_is_lost():
    with TableStub(answering(status=lambda _: None)) as stub:
        code, found, _ = status(stub.port)
    assert (code, found["error"]["code"]) == (NO_TABLE, "PORT_LOST")


def test_that_others_ask_too_fast_is_no_answer_and_nothing_is_asked_twice():
    seen = []

    def answer(command):
        seen.append(command)
        return frame({"t": "err", "e": "TOO_FAST", "m": "-"}) + ok(STATUS)(command)

    with TableStub(answering(status=answer)) as stub:
        assert status(stub.port)[0] == 0
    assert len(seen) == 1
