"""Programs that share a table each get their own answers, and none can spoil another's."""

import json

from bascule.broker.hub import Hub
from firmware.link import errors, messages, wire


def frame(**fields):
    return wire.frame(fields.items())


class Desk:
    """A hub between programs and a table that the test plays."""

    def __init__(self):
        self.hub = Hub()
        self.now_s = 0.0

    def program(self, greeted=True):
        seat = self.hub.join()
        if greeted:
            self.hub.said(seat, frame(i=1, c="hello", p=messages.PROTOCOL))
            (asked,) = self.asked()
            self.answer(asked["i"], fw="1")
            heard(seat)
        return seat

    def asked(self):
        """What has come to the table since the last call."""
        found = wire.Decoder().feed(self.hub.to_table(self.now_s))
        return [json.loads(body) if kind == wire.FRAME else kind for kind, body in found]

    def answer(self, number, **fields):
        self.hub.heard(frame(i=number, ok=1, **fields))


def heard(seat):
    return [json.loads(body) if kind == wire.FRAME else body for kind, body in wire.Decoder().feed(seat.take())]


def test_each_gets_the_answer_to_its_own_question_under_its_own_id():
    desk = Desk()
    one, two = desk.program(), desk.program()
    desk.hub.said(one, frame(i=7, c="status"))
    desk.hub.said(two, frame(i=7, c="panel"))
    asked = {message["c"]: message["i"] for message in desk.asked()}
    assert len(set(asked.values())) == 2
    desk.answer(asked["panel"], page="NONE")
    desk.answer(asked["status"], st="READY")
    assert heard(one) == [{"i": 7, "ok": 1, "st": "READY"}]
    assert heard(two) == [{"i": 7, "ok": 1, "page": "NONE"}]


def test_the_table_has_two_questions_before_it_at_most_and_programs_take_turns():
    desk = Desk()
    one, two = desk.program(), desk.program()
    for number in range(4):
        desk.hub.said(one, frame(i=number, c="status"))
    desk.hub.said(two, frame(i=9, c="panel"))
    first = desk.asked()
    assert sorted(message["c"] for message in first) == ["panel", "status"]
    assert desk.asked() == []
    desk.answer(first[0]["i"])
    assert len(desk.asked()) == 1


def test_a_question_that_is_not_answered_holds_up_nobody():
    desk = Desk()
    one, two = desk.program(), desk.program()
    for number in (1, 2):
        desk.hub.said(one, frame(i=number, c="status"))
    lost = desk.asked()
    desk.hub.said(two, frame(i=3, c="panel"))
    desk.now_s = 1.4
    assert desk.asked() == []
    desk.now_s = 1.6
    assert [message["c"] for message in desk.asked()] == ["panel"]
    desk.answer(lost[0]["i"], st="READY")
    assert heard(one) == [{"i": 1, "ok": 1, "st": "READY"}]


def test_telemetry_goes_on_while_anybody_watches_and_to_nobody_else():
    desk = Desk()
    one, two = desk.program(), desk.program()
    for seat, on, told in ((one, 1, 1), (two, 1, 1), (one, 0, 1), (two, 0, 0)):
        desk.hub.said(seat, frame(i=2, c="watch", on=on))
        (asked,) = desk.asked()
        assert asked["on"] == told
        desk.answer(asked["i"])
        assert heard(seat) == [{"i": 2, "ok": 1}]
        desk.hub.heard(frame(t="tel", n=1))
        assert (heard(one), heard(two)) == (
            [{"t": "tel", "n": 1}] if one.watches else [],
            [{"t": "tel", "n": 1}] if two.watches else [],
        )


def test_telemetry_ends_when_the_last_that_watched_is_gone():
    desk = Desk()
    one, two = desk.program(), desk.program()
    desk.hub.said(one, frame(i=2, c="watch", on=1))
    desk.answer(desk.asked()[0]["i"])
    desk.hub.leave(one)
    (asked,) = desk.asked()
    assert (asked["c"], asked["on"]) == ("watch", 0)
    desk.answer(asked["i"])
    assert heard(two) == []


def test_a_push_arrives_in_one_piece():
    desk = Desk()
    one, two = desk.program(), desk.program()
    put = {"c": "profile.put", "off": 0, "d": "QQ=="}
    desk.hub.said(one, frame(i=1, **put))
    desk.answer(desk.asked()[0]["i"], off=1)
    desk.hub.said(two, frame(i=2, **put) + frame(i=3, c="status"))
    desk.hub.said(one, frame(i=4, c="profile.commit", n=1, sha="0" * 64))
    (commit,) = desk.asked()
    assert commit["c"] == "profile.commit"
    desk.answer(commit["i"], rev=1)
    assert desk.asked()[0]["c"] == "profile.put"


def test_whoever_falls_silent_in_a_push_gives_way():
    desk = Desk()
    one, two = desk.program(), desk.program()
    put = {"c": "profile.put", "off": 0, "d": "QQ=="}
    desk.hub.said(one, frame(i=1, **put))
    desk.answer(desk.asked()[0]["i"], off=1)
    desk.hub.said(two, frame(i=2, **put))
    assert desk.asked() == []
    desk.now_s = 3.1
    assert desk.asked()[0]["c"] == "profile.put"


def test_a_program_that_has_not_said_hello_changes_nothing():
    desk = Desk()
    desk.program()
    stranger = desk.program(greeted=False)
    desk.hub.said(stranger, frame(i=5, c="profile.remove", who="anna"))
    assert desk.asked() == []
    assert heard(stranger)[0]["e"] == "HELLO_FIRST"


def test_a_program_of_another_protocol_takes_nothing_from_the_others():
    desk = Desk()
    desk.program()
    other = desk.program(greeted=False)
    desk.hub.said(other, frame(i=5, c="hello", p=99))
    (asked,) = desk.asked()
    desk.hub.heard(frame(i=asked["i"], e="VERSION", m="other"))
    (again,) = desk.asked()
    assert (again["c"], again["p"]) == ("hello", messages.PROTOCOL)
    desk.answer(again["i"])
    assert [message.get("e") for message in heard(other)] == ["VERSION"]


def test_what_is_no_frame_passes_as_it_came_and_a_torn_one_as_torn():
    desk = Desk()
    one, two = desk.program(), desk.program()
    desk.hub.said(one, b"AT\r\n")
    assert desk.hub.to_table(0.0) == b"AT\n"
    desk.hub.said(one, b'${"i":1}*00000000\n')
    assert desk.asked() == [wire.BAD_CRC]
    desk.hub.heard(b"Traceback (most recent call last):\n")
    assert heard(one) == heard(two) == [b"Traceback (most recent call last):"]


def test_ids_of_any_place_and_kind_are_given_back_as_they_came():
    desk = Desk()
    seat = desk.program()
    desk.hub.said(seat, b'${"c":"status", "i": 12}*' + wire.crc_hex(b'{"c":"status", "i": 12}') + b"\n")
    (asked,) = desk.asked()
    desk.answer(asked["i"])
    assert heard(seat) == [{"i": 12, "ok": 1}]
    odd = b'{"c":"people","at":1.5,"i":13}'
    desk.hub.said(seat, b"$" + odd + b"*" + wire.crc_hex(odd) + b"\n")
    assert heard(seat)[0] == {"i": 13, "e": "WRONG_TYPE", "m": errors.sentence("WRONG_TYPE")}


def test_a_program_that_does_not_read_loses_telemetry_first():
    desk = Desk()
    slow, quick = desk.program(), desk.program()
    for seat in (slow, quick):
        desk.hub.said(seat, frame(i=2, c="watch", on=1))
        desk.answer(desk.asked()[0]["i"])
        seat.take()
    for number in range(2000):
        desk.hub.heard(frame(t="tel", n=number))
        quick.take()
    desk.hub.said(slow, frame(i=3, c="status"))
    desk.answer(desk.asked()[0]["i"])
    assert len(slow.unread) < 17000
    assert heard(slow)[-1] == {"i": 3, "ok": 1}


def test_a_push_that_ends_with_its_program_keeps_nobody_waiting():
    desk = Desk()
    one, two = desk.program(), desk.program()
    desk.hub.said(one, frame(i=1, c="profile.put", off=0, d="AAAA"))
    desk.answer(desk.asked()[0]["i"], off=3)
    desk.hub.leave(one)
    desk.hub.said(two, frame(i=1, c="profile.put", off=0, d="BBBB"))
    assert [message["d"] for message in desk.asked()] == ["BBBB"]
