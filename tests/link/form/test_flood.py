"""Floods of what is no command: few errors, little work a step, and the next command is answered soon."""

import random

import pytest

from firmware.link import wire
from tests.support.desk import TICK_MS, Desk

STATUS = wire.frame([("i", 1), ("c", "status")])
SOON_S = 2.0
FLOODS = {
    "dollars": b"$" * 600,
    "a CNC sender's polls": b"\r\n\r\n$$\n$G\n$I\n?$#\n\x18" * 60,
    "lines": b"\n" * 2000,
    "modem probes": b"AT\r\nAT+GCAP\r\nATQ0 V1 E1 S0=0\r\n\x7e\x00\x78\xf0\x7e" * 40,
    "noise": random.Random(7).randbytes(3000),
    "frames with a wrong check": (b"$" + b"x" * 40 + b"*00000000\n") * 60,
    "no command": wire.frame([("a", 1)]) * 60,
    "an endless line": b"$" + b"x" * 3000,
}


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def errors(messages):
    return [message["e"] for message in messages if message.get("t") == "err"]


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_answered_by_one_error_a_second_at_most(desk, flood):
    told, steps = [], 0
    desk.cable.inbox = FLOODS[flood]
    while desk.cable.inbox:
        desk.step(50)
        steps += 50
        told.append(errors(desk.heard()))
    assert max(len(one) for one in told) <= 1
    assert sum(len(one) for one in told) <= 1 + steps * TICK_MS / 1000
    if flood not in ("lines", "modem probes", "an endless line"):
        assert told[0], "but it is told"


@pytest.mark.parametrize("flood", FLOODS)
def test_a_command_right_behind_a_flood_is_answered_soon(desk, flood):
    """As much as a port takes in one go: a laptop waits for the rest."""
    desk.cable.inbox = FLOODS[flood][:800] + STATUS
    desk.step(round(SOON_S * 1000 / TICK_MS))
    (answer,) = [message for message in desk.heard() if "i" in message]
    assert answer["ok"] == 1


def test_an_error_is_told_again_after_a_second(desk):
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]
    assert errors(desk.say(b"$x\n")) == []
    desk.step(1000 // TICK_MS)
    assert errors(desk.say(wire.frame([("c", "status")]))) == ["NO_ID"]


def test_an_error_is_told_across_the_wrap_of_the_clock(tmp_path):
    desk = Desk(tmp_path, now_ms=2**30 - 500)
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]
    desk.step(30)
    assert errors(desk.say(b"$x\n")) == []
    desk.step(30)
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]


def test_what_a_flood_had_is_counted(desk):
    desk.say(b"$" * 600)
    *_, answer = desk.say(b"\n" + STATUS)
    assert 590 <= answer["bad_crc"] <= 610


@pytest.mark.parametrize("flood", FLOODS)
def test_a_step_looks_at_few_lines_of_a_flood(desk, flood, mocker):
    """A look at a line is some 0.3 ms on the chip."""
    finish = mocker.spy(wire.Decoder, "_finish")
    desk.cable.inbox = FLOODS[flood]
    while desk.cable.inbox:
        before = finish.call_count
        desk.step()
        assert finish.call_count - before <= 6
        desk.cable.outbox = b""


def test_an_error_is_told_again_after_more_days_than_the_clock_can_count(tmp_path):
    desk = Desk(tmp_path)
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]
    desk.now_ms = 2**29 + 60_000
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]


def test_of_commands_that_wait_for_room_the_newest_is_answered_and_one_error_tells_of_the_others(desk):
    desk.cable.space = 0
    desk.say(b"".join(wire.frame([("i", number), ("c", "status")]) for number in range(1, 10)), 60)
    desk.cable.space = None
    desk.step(60)
    told = desk.heard()
    answered = [message["i"] for message in told if "i" in message]
    assert answered[-1] == 9 and len(answered) < 9
    assert errors(told) == ["TOO_FAST"]
    assert desk.ask("status")["failed"] == 0


def test_two_questions_at_once_are_both_answered_however_late_the_laptop_reads(desk):
    desk.cable.space = 0
    desk.say(b"".join(wire.frame([("i", number), ("c", "status")]) for number in (1, 2, 3)), 30)
    desk.cable.space = None
    desk.step(60)
    told = desk.heard()
    assert [message["i"] for message in told if "i" in message] == [1, 2, 3]
    assert errors(told) == []


def test_that_commands_were_passed_over_is_told_as_soon_as_an_error_may_be(desk):
    """Right after another error it has to wait for a second, and is not forgotten."""
    assert errors(desk.say(b"$x\n")) == ["BAD_CRC"]
    desk.cable.space = 0
    desk.say(b"".join(wire.frame([("i", number), ("c", "status")]) for number in range(1, 10)), 20)
    desk.cable.space = None
    desk.step(20)
    assert errors(desk.heard()) == []
    desk.step(1000 // TICK_MS)
    assert errors(desk.heard()) == ["TOO_FAST"]


@pytest.mark.parametrize("waits", range(440, 530, 8))
def test_whatever_is_answered_the_room_for_answers_keeps_its_size(desk, waits, monkeypatch):
    """Past its end an answer would grow it, and every later one would be torn."""
    monkeypatch.setattr(desk.server._answers, "answer", lambda *_: [("text", "x" * 470)])
    desk.cable.space = 0
    desk.server._queue(b"x" * waits)
    desk.say(b"$*\n$*\n" + STATUS + b"$*\n" + STATUS, 20)
    assert desk.server._length <= len(desk.server._out) == 1024
