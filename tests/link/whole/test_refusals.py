"""What is refused while a table does something else, or cannot do it: the reason is told, and all stays as it was."""

import itertools

import pytest

from firmware.link import wire
from firmware.profile.form import to_wire
from tests.link.commands import ANNA, facts
from tests.support.desk import TICK_MS, Desk
from tests.support.profiles import TODAY, profile

STATUS = wire.frame([("i", 1), ("c", "status")])


def errors(messages):
    return [message["e"] for message in messages if message.get("t") == "err"]


def test_a_refusal_names_a_field_only_where_it_is_about_one(desk):
    blob = to_wire(ANNA)
    sha = "0" * 64
    assert set(desk.ask("profile.commit", n=len(blob), sha=sha)) == {"e", "m"}
    desk.put(blob)
    assert set(desk.ask("profile.commit", n=len(blob), sha=sha)) == {"e", "m", "f"}


def test_a_refusal_without_more_to_say_ends_with_its_sentence(desk):
    assert desk.refused("profile.remove", who="ben")[2] == "Nobody with this id is stored on the table."
    assert desk.refused("hello", p=2)[2].endswith("protocols. The laptop uses protocol 2, the table 1.")


def test_a_removal_that_flash_refuses_is_told_and_the_person_stays(tmp_path):
    desk = Desk(tmp_path)
    desk.hello(TODAY)
    desk.push(ANNA)
    before = facts(desk)
    (tmp_path / "profile_0.bin.new").mkdir()
    assert desk.refused("profile.remove", who="")[0] == "NOT_STORED"
    assert facts(desk) == before and desk.ask("people", at=0)["id"] == "anna"


def test_whoever_is_not_on_the_table_is_not_mistaken_for_somebody_who_is(desk):
    desk.push(ANNA)
    for command, more in (
        ("profile.get", {"off": 0}), ("profile.verdict", {}), ("progress", {}), ("why", {"of": "lock", "at": 0}),
        ("profile.remove", {}),
    ):  # fmt: skip
        assert desk.refused(command, who="ben", **more)[:2] == ("NO_SUCH_PERSON", "who")


def test_only_a_time_that_was_told_wrongly_is_why_there_is_none(tmp_path):
    desk = Desk(tmp_path)
    desk.hello()
    before = desk.calendar.when(desk.now_ms)
    for command, fields in (("watch", {"on": 5}), ("people", {}), ("fly", {}), ("clock.sett", {"day": 5, "min": 0})):
        assert "e" in desk.ask(command, **fields)
        assert desk.calendar.when(desk.now_ms).same(before)
    assert "e" in desk.ask("clock.set", day=5, min=0)
    assert not desk.calendar.when(desk.now_ms).same(before)


def test_a_piece_past_the_longest_profile_is_told_how_long_that_is(desk):
    desk.put(b"x" * 4080)
    answer = desk.ask("profile.put", off=4080, d="eHh4eHh4eHh4eHh4eHh4eHh4eHh4")
    assert (answer["e"], answer["f"]) == ("OUT_OF_RANGE", "d")
    assert answer["m"].endswith("A profile has at most 4096 bytes.")


@pytest.mark.parametrize("noise", [b"$x\n", b"$" + b"x" * 600 + b"\n"])
def test_noise_takes_no_place_from_a_command_that_waits_for_room(desk, noise):
    desk.cable.space = 0
    desk.say(b"".join(wire.frame([("i", number), ("c", "status")]) for number in (1, 2, 3)) + noise, 40)
    desk.cable.space = None
    desk.step(60)
    told = desk.heard()
    assert [one["i"] for one in told if "i" in one] == [1, 2, 3] and errors(told) == []
    answer = desk.ask("status")
    assert (answer["bad_crc"] + answer["overlong"], answer["unknown"]) == (1, 0)


@pytest.mark.parametrize("torn", range(9))
def test_a_command_right_behind_torn_ones_is_answered(desk, torn):
    """As an editor leaves them that was interrupted: one begins before the last has ended."""
    told = desk.say(b"".join(b"$%d" % number for number in range(torn)) + STATUS, 20)
    (answer,) = [one for one in told if "i" in one]
    assert answer["ok"] == 1 and desk.ask("status")["bad_crc"] == torn


def test_past_the_last_person_it_is_told_how_many_there_are(desk):
    assert desk.refused("people", at=0) == ("PAST_END", "at", "There is no such entry. There are 0.")
    desk.push(ANNA)
    desk.push(profile(id="ben", name="Ben"))
    assert [desk.ask("people", at=at)["n"] for at in (0, 1)] == [2, 2]
    assert desk.refused("people", at=2) == ("PAST_END", "at", "There is no such entry. There are 2.")


def test_each_person_is_told_with_their_own_verdict_and_limit(desk):
    desk.push(ANNA)
    desk.push(profile("total_hip_replacement", id="ben", name="Ben"))
    told = [desk.ask("people", at=at) for at in (0, 1)]
    assert told == [
        {"n": 2, "id": "anna", "name": ANNA["name"], "verdict": "usable", "lim": 2500, "chosen": 0},
        {"n": 2, "id": "ben", "name": "Ben", "verdict": "locked", "lim": 0, "chosen": 1},
    ]
    assert desk.ask("profile.verdict", who="anna")["lim"] == 2500
    assert desk.ask("profile.verdict", who="ben")["by"] == "lockout"


def test_what_a_table_has_no_word_for_yet_is_read_piece_by_piece_from_anywhere(desk):
    blob = to_wire(profile("hip_dysplasia", name="Z" * 60))
    desk.put(blob)
    desk.commit(blob)
    for off in (0, 1, 239, 240, len(blob) - 1, len(blob)):
        answer = desk.ask("profile.get", who="", off=off)
        piece = wire.binascii.a2b_base64(answer["d"])
        assert (answer["n"], piece) == (len(blob), blob[off : off + 240])


@pytest.mark.parametrize(("steps", "again"), [(1000 // TICK_MS - 1, False), (1000 // TICK_MS, True)])
def test_an_error_is_told_once_a_second_and_not_a_tick_earlier(tmp_path, steps, again):
    desk = Desk(tmp_path, now_ms=5000)
    desk.cable.inbox = b"$x\n"
    desk.step()
    desk.step(steps - 1)
    assert errors(desk.heard()) == ["BAD_CRC"]
    desk.cable.inbox = b"$x\n"
    desk.step(2)
    assert errors(desk.heard()) == (["BAD_CRC"] if again else [])


def test_a_command_of_any_length_is_read_64_bytes_a_tick(desk):
    long = wire.frame([("i", 5), ("c", "x" * 480)])
    desk.cable.inbox = long
    desk.cable.reads.clear()
    desk.step(12)
    (answer,) = desk.heard()
    assert answer["e"] == "UNKNOWN_COMMAND"
    assert desk.cable.reads[: len(long) // 64 + 1] == [64] * (len(long) // 64) + [len(long) % 64]


def test_the_time_since_power_on_is_told_from_the_first_tick_on(tmp_path):
    for start_ms in (0, 123_000, 2**30 - 30):
        desk = Desk(tmp_path, now_ms=start_ms)
        desk.cable.inbox = STATUS
        desk.step(1)
        (answer,) = desk.heard()
        assert answer["up_ms"] == 0
        desk.step(49)
        desk.cable.inbox = STATUS
        desk.step(1)
        (answer,) = desk.heard()
        assert answer["up_ms"] == 1000


@pytest.mark.parametrize(("display", "changed", "shown"), [(False, 0, "dark"), (True, 0, "new")])
def test_what_the_panel_shows_is_told_with_whether_anybody_could_read_it(desk, display, changed, shown):
    desk.push(ANNA)
    desk.status.display = display
    answer = desk.ask("panel")
    assert answer["shown"] == shown
    assert [name for name in answer if name.startswith("l")] == ["l1", "l2", "l3", "l4"]
    assert desk.ask("status")["disp"] == int(display)


def test_only_a_command_that_is_none_is_counted_as_unknown(desk):
    for command, fields in (("watch", {"on": 5}), ("watch", {}), ("panel", {"x": 1}), ("hello", {"p": 9})):
        assert "e" in desk.ask(command, **fields)
        assert desk.ask("status")["unknown"] == 0
    desk.ask("watch", on="1")
    assert desk.ask("fly")["e"] == "UNKNOWN_COMMAND" and desk.ask("status")["unknown"] == 1


@pytest.mark.parametrize(("tick_ms", "apart_ms"), [(20, 100), (30, 120), (99, 198), (100, 100), (101, 101), (250, 250)])
def test_telemetry_goes_on_though_ticks_are_late(desk, tick_ms, apart_ms):
    desk.ask("watch", on=1)
    desk.step(20)
    desk.heard()
    lines = []
    for _ in range(60):
        desk.now_ms += tick_ms - TICK_MS
        desk.step()
        lines += desk.heard()
    told_ms = [line["ms"] for line in lines if line.get("t") == "tel"]
    apart = [after - before for before, after in itertools.pairwise(told_ms[1:])]
    assert len(apart) >= 10 and set(apart) == {apart_ms}


def test_a_table_that_has_nothing_to_say_leaves_the_port_alone(desk, mocker):
    write = mocker.spy(desk.cable, "write")
    desk.step(200)
    assert write.call_count == 0


def test_what_was_lost_is_counted_up_to_the_end_of_the_numbers_and_then_from_0(desk):
    answers = desk.server._answers
    answers.bad_crc = answers.overlong = answers.unknown = 2**30 - 1
    desk.status.link_errors = 2**30 + 5
    answer = desk.ask("status")
    assert [answer[name] for name in ("bad_crc", "overlong", "unknown", "failed")] == [2**30 - 1] * 3 + [5]
    desk.say(b"$x\n" + b"$" + b"x" * 600 + b"\n" + wire.frame([("i", 1), ("c", "fly")]))
    answer = desk.ask("status")
    assert [answer[name] for name in ("bad_crc", "overlong", "unknown", "failed")] == [0, 0, 0, 5]
