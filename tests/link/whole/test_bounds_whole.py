"""One past the last that is answered, on a table with several people: each is told of nobody but themselves."""

import base64

import pytest

from firmware.link import messages, wire
from firmware.link.checks import Refusal, check
from firmware.profile.form import to_wire
from tests.link.commands import ANNA
from tests.support.profiles import profile

BEN = profile("total_hip_replacement", id="ben", name="Ben")


def put(desk, off, data):
    return desk.ask("profile.put", off=off, d=base64.b64encode(data).decode())


def test_with_two_people_each_is_told_whether_they_are_the_chosen_one_and_past_them_there_is_nobody(desk):
    desk.push(ANNA)
    desk.push(BEN)
    for chosen in (1, 0):
        assert desk.chosen.place == chosen
        assert [desk.ask("people", at=at)["chosen"] for at in (0, 1)] == [int(at == chosen) for at in (0, 1)]
        for at in range(2, 8):
            assert desk.refused("people", at=at) == ("PAST_END", "at", "There is no such entry. There are 2.")
        desk.chosen.choose(1)


def test_past_the_last_reason_there_is_none_however_far(desk):
    desk.push(BEN)
    (count,) = {desk.ask("why", who="", of="lock", at=0)["n"]}
    for at in (count, count + 1, 99):
        assert desk.refused("why", who="", of="lock", at=at)[:2] == ("PAST_END", "at")


def test_away_from_rest_nobody_on_either_side_of_the_chosen_one_is_read(desk):
    """Reading a profile takes many periods, and a person may be upside down."""
    for who in ("anna", "ben", "cleo"):
        desk.push({**ANNA, "id": who})
    desk.chosen.choose(-1)
    assert desk.chosen.who == "ben"
    desk.status.upright_idle = desk.status.at_upright = False
    told = {who: desk.ask("profile.verdict", who=who).get("e") for who in ("anna", "ben", "cleo")}
    assert told == {"anna": "NOT_UPRIGHT", "ben": None, "cleo": "NOT_UPRIGHT"}


def test_anybody_can_be_taken_away_whatever_their_place(desk):
    for who in ("anna", "ben", "cleo"):
        desk.push({**ANNA, "id": who})
    for number, who in enumerate(("ben", "cleo", "anna"), 4):
        assert desk.ask("profile.remove", who=who) == {"rev": number}
    assert desk.chosen.people.ids == [""] * 8


def test_nothing_of_a_profile_that_was_begun_before_gets_into_the_next_one(desk):
    put(desk, 0, b"abcdef")
    put(desk, 0, b"abc")
    assert put(desk, 4, b"ef")["e"] == "OFFSET", "d was never sent again"
    assert put(desk, 3, b"xyz") == {"off": 6}


def test_a_commit_that_says_another_length_or_digest_than_was_sent_stores_nothing(desk):
    blob = to_wire(ANNA)
    for length, digest, code in (
        (len(blob) - 1, "0", "LENGTH"), (len(blob) + 1, "0", "LENGTH"), (len(blob), "0", "DIGEST"),
        (len(blob), "f", "DIGEST"),
    ):  # fmt: skip
        desk.put(blob)
        assert desk.refused("profile.commit", n=length, sha=digest * 64)[0] == code
        assert desk.chosen.people.revision == 0


def test_what_a_reader_finds_has_a_number_of_its_own():
    """A laptop that took one for another would pass noise on as a message, or tell of damage that there was not."""
    assert len({wire.NOTHING, wire.FRAME, wire.BAD_CRC, wire.OVERLONG, wire.CONSOLE}) == 5


def test_a_laptop_that_may_only_read_may_send_all_that_changes_nothing():
    assert messages.READ_ONLY == (
        "hello", "status", "watch", "profile.get", "people", "progress", "panel", "profile.verdict", "why",
    )  # fmt: skip


def test_a_refusal_says_its_code_to_whoever_prints_it():
    for message in ({"i": 1, "c": 5}, {"i": 1, "c": []}):
        with pytest.raises(Refusal, match=r"^UNKNOWN_COMMAND$") as caught:
            check(message)
        assert (caught.value.code, caught.value.field) == ("UNKNOWN_COMMAND", "c")


def test_of_one_reading_four_damaged_lines_are_looked_at_and_the_last(desk, mocker):
    """Each costs some 0.3 ms on the chip, and a tick has 20."""
    desk.step(5)
    take = mocker.spy(desk.server._decoder, "take")
    desk.cable.inbox = b"$x\n" * 21
    desk.step()
    assert take.call_count == 5
    desk.heard()
    assert desk.ask("status")["bad_crc"] == 21
    desk.step(60)
    assert desk.heard() == [], "no command was passed over"


def test_an_error_is_told_again_after_a_whole_second(desk):
    for passed_ms, told in ((0, True), (999, False), (1000, True)):
        desk.step(100)
        began_ms = desk.now_ms
        assert [one["e"] for one in desk.say(b"$x\n", 1) + desk.say(b"", 1)] == ["BAD_CRC"]
        desk.now_ms = began_ms + passed_ms
        desk.heard()
        if passed_ms:
            assert bool(desk.say(b"$x\n", 1) + desk.say(b"", 1)) is told, passed_ms


STATUS = wire.frame([("i", 1), ("c", "status")])


def test_a_step_answers_one_thing_and_reads_nothing_beside_a_command_that_waited(desk):
    """First what waited for room, then that others were passed over, then what came meanwhile."""
    desk.step(5)
    desk.cable.space = 0
    desk.say(STATUS * 4, 30)
    assert desk.server._waiting is not None and desk.server._passed_over
    desk.cable.space = None
    desk.step()
    desk.heard()
    told = []
    desk.cable.inbox = STATUS
    for _ in range(4):
        desk.cable.reads.clear()
        desk.step()
        told.append((sorted(one.get("e", "") for one in desk.heard()), desk.cable.reads[:]))
    assert told == [([""], []), (["TOO_FAST"], []), ([""], [len(STATUS)]), ([], [0])]


def test_an_answer_is_written_behind_one_of_512_bytes_and_waits_behind_a_byte_more(desk):
    for waiting, answered in ((512, True), (513, False)):
        desk.step(5)
        desk.cable.space = 0
        desk.server._queue(b"\n" * waiting)
        desk.cable.inbox = STATUS
        desk.step(2)
        assert (desk.server._length > waiting) is answered, waiting
        desk.cable.space = None
        desk.step(3)
        assert desk.cable.outbox[waiting:].startswith(b'${"i":1,"ok":1,')
        desk.cable.outbox = b""


def test_that_commands_were_passed_over_is_told_though_others_wait_before_it_may_be(desk):
    """It may be told a second after the last error, and until then the laptop goes on."""
    assert [one["e"] for one in desk.say(b"$x\n")] == ["BAD_CRC"]
    for count in (4, 3):
        desk.cable.space = 0
        desk.say(STATUS * count, 10)
        desk.cable.space = None
        desk.step(4)
        assert [one.get("e", "") for one in desk.heard()] == [""] * 3, count
    assert desk.say(b"$x\n" * 21, 4) == []
    desk.step(60)
    assert [one["e"] for one in desk.heard()] == ["TOO_FAST"]


def test_too_fast_is_told_only_where_a_command_was_passed_over_among_damaged_lines(desk):
    for damaged, told in ((b"$x\n" * 4 + STATUS, [""]), (b"$x\n" * 4 + STATUS + b"$x\n", ["TOO_FAST"])):
        desk.step(100)
        desk.cable.space = 0
        desk.server._queue(b"\n" * 513)
        desk.cable.inbox = damaged
        desk.step(4)
        desk.cable.space = None
        desk.step(60)
        assert [one.get("e", "") for one in desk.heard()] == told, damaged
