"""Status and clock on the table's own server."""

import pytest

from tests.link.commands import CLEARED, why_locked
from tests.support.desk import MINUTE, Desk
from tests.support.profiles import TODAY


def test_status_reports_the_record(desk):
    record = desk.status
    record.state, record.inv_cdeg, record.limit_cdeg, record.pos_cdeg, record.rate_cdps = 4, -1234, 2500, -1200, 300
    record.drive_permille, record.current_ma, record.supply_mv = 800, 2100, 23950
    record.battery_mv, record.bits = 25100, 1249
    record.fault, record.response, record.locked, record.link_errors = 6, 2, False, 4
    record.display = True
    answer = desk.ask("status")
    assert answer.pop("up_ms") > 0
    assert answer == {
        "st": "INVERTING",
        "inv": -1234,
        "lim": 2500,
        "pos": -1200,
        "rate": 300,
        "drv": 800,
        "ma": 2100,
        "mv": 23950,
        "bat": 25100,
        "in": 1249,
        "flt": 6,
        "resp": 2,
        "lang": "en",
        "lang_lost": 0,
        "gaps": 0,
        "lock": 0,
        "n_lock": 1,
        "rev": 0,
        "bad_crc": 0,
        "overlong": 0,
        "unknown": 0,
        "failed": 4,
        "disp": 1,
        "selftest": "",
        "day": TODAY,
    }


def test_the_clock_decides_what_a_clearance_is_worth(tmp_path):
    desk = Desk(tmp_path)
    desk.hello()
    desk.push(CLEARED)
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    assert desk.ask("clock.set", day=TODAY, min=MINUTE) == {"day": TODAY}
    assert desk.ask("profile.verdict", who="")["verdict"] == "usable"


def test_a_clock_set_back_takes_the_date_away(desk):
    desk.push(CLEARED)
    assert desk.refused("clock.set", day=TODAY - 1, min=MINUTE)[:2] == ("CLOCK_BACKWARDS", "day")
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    desk.ask("clock.set", day=TODAY, min=MINUTE)
    assert why_locked(desk) == []


@pytest.mark.parametrize(
    ("day", "unplugged", "code", "why"),
    [
        (20991231, False, "CLOCK_LEAP", "A laptop's time was refused: it is more than ten years ahead"),
        (TODAY, True, "CLOCK_FAILED", "The table's clock did not take a laptop's time."),
    ],
)
def test_the_lock_says_why_a_time_was_refused_until_one_is_taken(tmp_path, day, unplugged, code, why):
    desk = Desk(tmp_path)
    desk.hello()
    desk.push(CLEARED)
    assert desk.why("lock")[-1][2].startswith("Connect the laptop")
    if unplugged:
        desk.rtc.unplug()
    assert desk.refused("clock.set", day=day, min=MINUTE)[0] == code
    assert desk.why("lock")[-1][0] == "NO_CLOCK" and desk.why("lock")[-1][2].startswith(why)
    desk.rtc.plug()
    desk.ask("clock.set", day=TODAY, min=MINUTE)
    assert why_locked(desk) == []


@pytest.mark.parametrize("day", [20260229, 20261131, 20261301, 20261200])
def test_a_day_that_does_not_exist_changes_nothing(desk, day):
    desk.push(CLEARED)
    assert desk.refused("clock.set", day=day, min=MINUTE)[:2] == ("BAD_DAY", "day")
    assert why_locked(desk) == []


def test_a_new_day_takes_effect_only_upright_and_at_rest(desk):
    desk.push(CLEARED)
    desk.status.upright_idle = False
    assert desk.ask("clock.set", day=20270302, min=MINUTE) == {"day": 20270302}
    assert desk.ask("profile.verdict", who="")["verdict"] == "usable"
    desk.status.upright_idle = True
    desk.ask("clock.set", day=20270302, min=MINUTE)
    assert why_locked(desk) == ["NOT_CLEARED", "CLEARANCE_EXPIRED"]


def test_a_clock_set_back_by_an_hour_keeps_the_date(desk):
    desk.push(CLEARED)
    assert desk.ask("clock.set", day=TODAY, min=MINUTE - 60) == {"day": TODAY}
    assert why_locked(desk) == []


def test_a_clock_that_does_not_take_the_time_says_so_and_locks_what_needs_a_date(desk):
    desk.push(CLEARED)
    desk.rtc.unplug()
    assert desk.refused("clock.set", day=TODAY, min=MINUTE)[0] == "CLOCK_FAILED"
    assert why_locked(desk) == ["NOT_CLEARED", "NO_CLOCK"]
    desk.rtc.plug()
    assert desk.ask("clock.set", day=TODAY, min=MINUTE) == {"day": TODAY}
    assert why_locked(desk) == []


def test_on_the_way_the_clock_chip_is_left_alone(tmp_path, mocker):
    desk = Desk(tmp_path)
    desk.hello()
    desk.status.upright_idle = False
    transfers = [mocker.spy(desk.rtc.bus, name) for name in ("read", "write")]
    assert desk.ask("clock.set", day=TODAY + 1, min=MINUTE) == {"day": TODAY + 1}
    assert [one.call_count for one in transfers] == [0, 0]
    desk.status.upright_idle = True
    desk.push(CLEARED)
    assert why_locked(desk) == []


def test_before_hello_no_time_that_is_told_leaves_a_word_behind(tmp_path):
    """A laptop that the table has not let in does not decide what a person reads as the reason of a lock."""
    desk = Desk(tmp_path)
    before = desk.calendar.when(desk.now_ms)
    for told in ({"day": 5, "min": MINUTE}, {"day": TODAY, "min": 9999}, {"day": TODAY}, {"day": TODAY, "min": MINUTE}):
        assert "e" in desk.ask("clock.set", **told)
        assert desk.calendar.when(desk.now_ms).same(before)
    desk.hello()
    desk.ask("clock.set", day=5, min=MINUTE)
    assert desk.calendar.when(desk.now_ms).note, "let in, it does"
