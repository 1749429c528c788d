"""The server on the cable: bounded work, noise, a laptop that does not read."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firmware.link import wire
from tests.support.desk import Desk

STATUS = wire.frame([("i", 1), ("c", "status")])


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def errors(messages):
    return [message.get("e") for message in messages if message.get("t") == "err"]


def test_a_quiet_line_stays_quiet(desk):
    desk.step(100)
    assert desk.cable.outbox == b""


def test_one_command_a_step_and_at_most_64_bytes_a_read(desk):
    desk.cable.inbox = STATUS * 5
    for expected in range(1, 6):
        before = len(desk.cable.reads)
        while not desk.cable.outbox:
            desk.step()
        assert len(desk.heard()) == 1, expected
        assert len(desk.cable.reads) - before <= len(STATUS) // 64 + 1
    desk.step(5)
    assert desk.heard() == []
    assert max(desk.cable.reads) <= 64


def test_the_answer_carries_the_id_of_the_question(desk):
    for number in (0, 7, 2**30 - 1):
        assert desk.send([("i", number), ("c", "watch"), ("on", 0)]) == {"i": number, "ok": 1}


@pytest.mark.parametrize(
    ("noise", "code"),
    [
        (STATUS[:10] + b"\n", "BAD_CRC"),
        (STATUS.replace(b"status", b"sTatus"), "BAD_CRC"),
        (b"$" + b"x" * 600 + b"\n", "OVERLONG"),
        (b"$*00000000\n", "BAD_JSON"),
        (b"$" + b"[1]" + b"*" + wire.crc_hex(b"[1]") + b"\n", "BAD_JSON"),
        (wire.frame([("c", "status")]), "NO_ID"),
        (wire.frame([("i", "1"), ("c", "status")]), "NO_ID"),
        (wire.frame([("i", True), ("c", "status")]), "NO_ID"),
        (wire.frame([("i", -1), ("c", "status")]), "NO_ID"),
        (wire.frame([("i", 2**30), ("c", "status")]), "NO_ID"),
    ],
)
def test_what_cannot_be_answered_by_id_is_told(desk, noise, code):
    (told,) = desk.say(noise)
    assert told == {"t": "err", "e": code, "m": told["m"]}
    assert told["m"].endswith("ignored.")
    assert len(desk.say(STATUS)) == 1


@pytest.mark.parametrize(
    "noise", [b"\x03", b"\x04", b"\r\x03\r\x01", b"AT\r", b"AT\r\nATZ\r\n", b"\n\n\r\n", b"\xff" * 700]
)
def test_noise_outside_frames_is_passed_over_in_silence(desk, noise):
    assert desk.say(noise) == []
    (answer,) = desk.say(STATUS)
    assert (answer["bad_crc"], answer["overlong"], answer["unknown"]) == (0, 0, 0)


def test_losses_are_counted(desk):
    desk.say(b"$x\n" * 3 + b"$" + b"x" * 600 + b"\n" + wire.frame([("i", 1), ("c", "fly")]) + b"$*00000000\n")
    (answer,) = desk.say(STATUS)
    assert (answer["bad_crc"], answer["overlong"], answer["unknown"]) == (3, 1, 2)


@given(st.binary(max_size=300))
@settings(max_examples=60)
def test_no_noise_costs_more_than_errors_and_the_next_command_is_answered(tmp_path_factory, noise):
    desk = Desk(tmp_path_factory.getbasetemp())
    for message in desk.say(noise + b"\n"):
        assert message["t"] == "err"
    assert len(desk.say(STATUS)) == 1


def test_partial_writes_lose_nothing(desk):
    whole = desk.say(STATUS)
    desk.cable.space = 0
    desk.cable.inbox = STATUS
    desk.step(3)
    assert desk.cable.outbox == b""
    for _ in range(200):
        desk.cable.space = 3
        desk.step()
    assert len(desk.cable.outbox) > 150
    (answer,) = desk.heard()
    assert {**answer, "up_ms": 0} == {**whole[0], "up_ms": 0}


def test_of_a_laptop_that_does_not_read_the_first_commands_and_the_newest_are_answered(desk):
    desk.cable.space = 0
    desk.cable.inbox = b"".join(wire.frame([("i", number), ("c", "status")]) for number in range(1, 31))
    desk.step(500)
    assert desk.cable.inbox == b""
    assert max(desk.cable.reads) <= 64
    desk.cable.space = None
    desk.step(100)
    answered = [message["i"] for message in desk.heard() if "i" in message]
    assert answered[:2] == [1, 2] and answered[-1] == 30 and len(answered) <= 4


def test_telemetry_comes_ten_times_a_second_once_asked_for(desk):
    desk.step(50)
    assert desk.heard() == []
    assert desk.ask("watch", on=1) == {}
    desk.step(500)
    lines = desk.heard()
    assert {line["t"] for line in lines} == {"tel"}
    assert [line["ms"] - lines[0]["ms"] for line in lines] == [100 * number for number in range(len(lines))]
    assert len(lines) == 100
    desk.ask("watch", on=0)
    desk.step(100)
    assert desk.heard() == []


def test_telemetry_goes_on_across_the_wrap_of_the_clock(tmp_path):
    desk = Desk(tmp_path, now_ms=2**30 - 1000)
    desk.ask("watch", on=1)
    desk.step(100)
    lines = desk.heard()
    assert len(lines) == 20
    assert lines[-1]["ms"] < 2000 < lines[0]["ms"]
    assert 2000 < desk.ask("status")["up_ms"] < 3000


def test_telemetry_is_left_out_first_and_the_gap_shows(desk):
    desk.ask("watch", on=1)
    desk.step(10)
    desk.cable.space = 40
    desk.step(500)
    assert len(desk.cable.outbox) > 40
    desk.cable.space = None
    desk.step(10)
    numbers = [line["n"] for line in desk.heard()]
    gaps = [after - before for before, after in itertools.pairwise(numbers) if after - before != 1]
    assert len(gaps) == 1
    assert 90 <= gaps[0] <= 110


def test_an_answer_is_not_mixed_into_half_a_line_of_telemetry(desk):
    desk.ask("watch", on=1)
    desk.heard()
    asked, answered, told = 20, 0, 0
    for _ in range(asked):
        desk.cable.inbox += STATUS
        for _ in range(80):
            desk.cable.space = 7
            desk.step()
        heard = desk.heard()
        answered += sum("i" in message for message in heard)
        told += sum(message.get("t") == "tel" for message in heard)
    assert answered == asked and told > asked / 2


def test_an_answer_that_fails_on_the_way_leaves_the_next_command_whole(desk):
    desk.status.state = 99
    with pytest.raises(IndexError):
        desk.say(STATUS)
    desk.status.state = 1
    assert desk.ask("watch", on=0) == {}


def test_an_answer_is_written_in_the_order_of_the_table_of_messages(desk):
    desk.cable.inbox = STATUS
    desk.step(3)
    names = list(json.loads(desk.cable.outbox[1:-10]))
    assert names[:4] == ["i", "ok", "st", "inv"]
