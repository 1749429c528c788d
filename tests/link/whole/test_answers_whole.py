"""Whole answers of a table: every number that a person is told is the one of the table, and none of another."""

import base64

import pytest

from firmware.dates import minutes_of
from firmware.link import messages
from firmware.safety import faults
from tests.link.commands import ANNA
from tests.support.desk import MINUTE
from tests.support.profiles import TODAY, clearance, profile

NOW = minutes_of(TODAY, MINUTE)
DAY = NOW // 1440


def test_whoever_asks_how_far_they_have_come_is_told_every_number_as_it_is(desk):
    desk.push({**ANNA, "max_inversion_cdeg": 6000, "hold_cdeg": 4000, "days_per_step": 14})
    record = desk.chosen.record
    record.step, record.done, record.first_day, record.own_first_day = 2, 1, DAY - 3, DAY - 3
    record.last_day, record.sessions, record.own_sessions = DAY, 2, 2
    record.ended_min = record.own_ended_min = NOW - 30
    record.worse, record.pain_before, record.pain_after = 1, 5, 3
    assert desk.ask("progress", who="anna") == {
        "step": 2,
        "cap": 2500,
        "s": 120,
        "done": 1,
        "need": 3,
        "days": 11,
        "today": 2,
        "most": 3,
        "next": desk.ask("progress", who="")["next"],
        "hold": 4000,
        "worse": 1,
        "before": 5,
        "after": 3,
    }
    assert 0 < desk.ask("progress", who="")["next"] < 1440


@pytest.mark.parametrize(("locked", "display"), [(True, False), (False, True)])
def test_a_lock_a_dark_display_and_a_failed_part_are_told_in_the_status(desk, locked, display):
    desk.status.locked, desk.status.display, desk.status.selftest = locked, display, "imu rtc"
    answer = desk.ask("status")
    assert [answer[name] for name in ("lock", "disp", "selftest", "day")] == [locked, display, "imu rtc", TODAY]
    assert [type(answer[name]) for name in ("lock", "disp")] == [int, int]


def test_how_many_reasons_caps_and_warnings_there_are_is_told_with_the_verdict(desk):
    desk.push(profile("glaucoma", "anxiety", "hip_dysplasia", clearances=[clearance("hip_dysplasia")]))
    assert desk.ask("profile.verdict", who="anna") == {
        "verdict": "locked",
        "lim": 0,
        "by": "lockout",
        "n_caps": len(desk.why("cap")),
        "n_reasons": len(desk.why("lock")),
        "n_warnings": len(desk.why("warning")),
        "s": 0,
    }
    assert desk.ask("status")["n_lock"] == len(desk.why("lock")) == 1
    assert len({len(desk.why(of)) for of in ("cap", "lock", "fault")}) == 3


def test_each_entry_is_told_with_how_many_there_are_and_in_its_own_words(desk):
    desk.push(profile("glaucoma", born=1950))
    assert desk.ask("why", who="", of="cap", at=0) == {
        "n": len(desk.why("cap")), "code": "CAP", "field": "", "text": "table_rating", "cdeg": 6000, "key": "",
    }  # fmt: skip
    answer = desk.ask("why", who="", of="lock", at=0)
    assert (answer["n"], answer["code"], answer["cdeg"], answer["key"]) == (1, "CONDITION_ABSOLUTE", 0, "glaucoma")
    assert answer["text"].startswith("Glaucoma: Pressure in the eye")
    answer = desk.ask("why", who="", of="warning", at=0)
    assert (answer["code"], answer["key"], answer["cdeg"]) == ("SECOND_PERSON", "", 0)


def test_a_fault_is_told_alone_and_past_it_there_is_none(desk):
    desk.status.fault = 1
    row = faults.FAULTS[1]
    assert desk.ask("why", who="", of="fault", at=0) == {
        "n": 1, "code": row[faults.NAME], "field": "", "cdeg": 0, "key": "",
        "text": f"{row[faults.SENTENCE]} {row[faults.REMEDY]}",
    }  # fmt: skip
    assert desk.refused("why", who="", of="fault", at=1)[0] == "PAST_END"


def test_a_malformed_push_is_told_field_by_field(desk):
    desk.push({**ANNA, "born": "x", "weight_kg": 5})
    answers = [desk.ask("why", who="", of="push", at=at) for at in (0, 1)]
    assert [(one["n"], one["code"], one["field"], one["cdeg"], one["key"]) for one in answers] == [
        (2, "WRONG_TYPE", "born", 0, ""),
        (2, "OUT_OF_RANGE", "weight_kg", 0, ""),
    ]
    assert all(one["text"].startswith(one["field"]) for one in answers)


def test_a_piece_that_comes_again_is_taken_only_where_it_says_the_same(desk):
    def put(off, data):
        return desk.ask("profile.put", off=off, d=base64.b64encode(data).decode())

    assert put(0, b"abc") == {"off": 3} and put(3, b"def") == {"off": 6}
    assert put(3, b"def") == {"off": 6}
    assert [put(off, data)["e"] for off, data in ((3, b"deX"), (2, b"cdeX"), (3, b"de"))] == ["OFFSET"] * 3
    assert put(6, b"g") == {"off": 7}
    assert put(0, b"z") == {"off": 1}, "at 0 it begins anew"
    assert "The next piece starts at 1." in put(7, b"h")["m"]


def test_a_stopped_watch_is_told_nothing_more(desk):
    assert desk.ask("watch", on=1) == {} and desk.server._answers.watched
    assert desk.ask("watch", on=0) == {} and not desk.server._answers.watched


def test_a_page_is_told_with_the_lines_that_stand_there(desk):
    desk.push(ANNA)
    answer = desk.ask("panel")
    assert answer["page"] in messages.PAGES and answer["page"] == desk.server._answers._menu.page
    desk.status.display = True
    assert desk.ask("panel")["shown"] == "new"
    shown = desk.server._answers._menu.shown
    shown.stands = lambda changed: changed == desk.chosen.changed
    assert desk.ask("panel")["shown"] == "stands"
