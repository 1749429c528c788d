"""Several people, the dose, and what a table remembers, through the whole loop."""

import pytest

from tests.loop.conftest import Run
from tests.support.laptop import blob

DAY_S = 24 * 3600


def new(table: Run, **changes: object) -> dict:
    """Push the profile of somebody whom the table does not know."""
    answer = table.laptop.push(blob(**changes))
    table.run(0.2)
    return answer


def verdict(table: Run, who: str = "") -> tuple[int, str]:
    said = table.laptop.ask("profile.verdict", who=who)
    return said["lim"], said["by"]


def locks(table: Run) -> list[str]:
    count = table.laptop.ask("profile.verdict", who="")["n_reasons"]
    return [table.laptop.ask("why", who="", of="lock", at=at)["code"] for at in range(count)]


def session(table: Run, hold_s: float = 85.0, stop: bool = False) -> None:
    """Down to the limit, there for a while, and back upright by UP."""
    table.press("down")
    table.run(hold_s)
    table.release("down")
    table.run(0.2)
    if stop:
        table.tap("stop")
        table.run(0.5)
    table.tap("up")
    table.until_upright()
    table.run(1)


def rest(table: Run, seconds: float) -> None:
    """Switched off for so long: the clock chip counts it all the same, and no tick has to be run."""
    table.power_off()
    table.run(seconds)
    table.power_on()
    table.run(3)


def test_h24_without_a_confirmation_nothing_moves(start):
    table = start(upright=False)
    assert new(table)["verdict"] == "usable"
    table.press("down")
    table.run(5)
    assert abs(table.inv_deg + 70) < 0.1
    assert (table.status()["st"], table.status()["lim"]) == ("CONFIRM", 0)


@pytest.mark.long
def test_a_new_person_begins_at_15_degrees(start):
    table = start(upright=False)
    new(table, max_inversion_cdeg=6000)
    assert verdict(table) == (1500, "progression")
    assert table.laptop.confirm() == "ARMED"
    table.down_to(14)
    table.run(5)
    assert 14 < table.inv_deg < 15.5


def test_h24_each_session_is_confirmed_anew_and_not_before_half_an_hour(table):
    session(table, hold_s=3)
    assert (locks(table), table.status()["st"]) == (["WAIT"], "LOCKED")
    assert table.laptop.confirm() == "LOCKED"
    rest(table, 31 * 60)
    assert locks(table) == []
    upright_deg = table.inv_deg
    table.press("down")
    table.run(5)
    assert table.inv_deg == upright_deg
    table.release("down")
    assert table.laptop.confirm() == "ARMED"


@pytest.mark.long
def test_three_completed_sessions_and_seven_days_make_a_step_and_a_push_takes_nothing_back(start):
    table = start(upright=False)
    new(table, max_inversion_cdeg=6000)
    for _ in range(3):
        assert table.laptop.confirm() == "ARMED"
        session(table)
        table.laptop.felt()
        rest(table, 31 * 60)
    assert locks(table) == ["ENOUGH_TODAY"]
    assert table.laptop.ask("progress", who="anna")["done"] == 3
    new(table, max_inversion_cdeg=5500)
    assert locks(table) == ["ENOUGH_TODAY"]
    rest(table, 7 * DAY_S)
    assert verdict(table) == (2000, "progression")
    assert table.laptop.ask("progress", who="")["step"] == 1


@pytest.mark.long
def test_a_session_that_stop_cut_short_does_not_count_as_tolerated(start):
    table = start(upright=False)
    new(table)
    table.laptop.confirm()
    session(table, stop=True)
    progress = table.laptop.ask("progress", who="")
    assert (progress["done"], progress["today"]) == (0, 1)


@pytest.mark.long
def test_a_session_above_the_angle_of_its_step_does_not_count(start):
    """Where a cap binds, and where somebody lets go before the limit."""
    table = start(upright=False)
    new(table, max_inversion_cdeg=1200)
    table.laptop.confirm()
    session(table)
    assert table.laptop.ask("progress", who="")["done"] == 0
    new(table)
    rest(table, 31 * 60)
    table.laptop.confirm()
    table.down_to(10)
    table.release("down")
    for _ in range(4):
        table.run(10)
        table.laptop.tap("ok")
    table.tap("up")
    table.until_upright()
    table.run(1)
    progress = table.laptop.ask("progress", who="")
    assert (progress["done"], progress["today"]) == (0, 2)


@pytest.mark.long
def test_nobody_who_does_not_answer_the_buzzer_has_tolerated_a_session(start):
    table = start(upright=False)
    new(table)
    table.laptop.confirm()
    table.down_to(14.5)
    table.release("down")
    table.until_upright()
    table.run(1)
    progress = table.laptop.ask("progress", who="")
    assert (progress["done"], progress["today"]) == (0, 1)


@pytest.mark.long
def test_mains_lost_while_the_end_of_the_time_is_shown_cuts_a_session_short(start):
    table = start(upright=False)
    new(table)
    table.laptop.confirm()
    table.down_to(14.5)
    table.until_state("RETURNING", 90)
    table.set_switch("mains", False)
    table.run(0.5)
    table.release("down")
    table.until_upright()
    table.set_switch("mains", True)
    table.run(1)
    progress = table.laptop.ask("progress", who="")
    assert (progress["done"], progress["today"]) == (0, 1)


@pytest.mark.long
def test_half_an_hour_is_never_less(start):
    """Ended in the last second of a minute, which is all that is kept of it."""
    table = start(upright=False)
    new(table)
    table.laptop.confirm()
    table.press("down")
    table.run(3)
    table.release("down")
    table.run(56 - table.world.now_s % 60)
    table.tap("up")
    table.until_upright()
    ended_s = table.world.now_s
    rest(table, 29.5 * 60)
    table.run_until(lambda: table.world.now_s - ended_s >= 1799, 60)
    assert locks(table) == ["WAIT"]
    rest(table, 61)
    assert locks(table) == []


@pytest.mark.long
def test_power_lost_in_a_session_counts_it_and_not_as_tolerated(table):
    table.down_to(20)
    table.run(35)
    table.power_off()
    table.release("down")
    table.run(2)
    table.power_on()
    table.until_upright()
    table.run(2)
    table.laptop.hello()
    progress = table.laptop.ask("progress", who="anna")
    assert (progress["done"], progress["today"]) == (0, 1)
    assert locks(table) == ["WAIT"]


@pytest.mark.long
def test_h24_the_chosen_persons_limit_is_the_one_that_holds(start):
    table = start(upright=False)
    for name, most in (("ben", 2500), ("cleo", 1000)):
        table.laptop.season(name)
        new(table, id=name, name=name.title(), max_inversion_cdeg=most)
    assert verdict(table) == (1000, "profile") and verdict(table, "ben") == (2500, "profile")
    table.laptop.tap("down")
    assert table.laptop.ask("panel")["l1"] == "Ben"
    table.laptop.tap("up")
    assert table.laptop.confirm() == "ARMED"
    table.press("down")
    table.run(60)
    assert 9 < table.inv_deg < 10.5


@pytest.mark.long
def test_h28_a_yes_of_today_locks_until_tomorrow(start):
    table = start(upright=False)
    new(table)
    assert table.laptop.confirm(yes=(2,)) == "LOCKED"
    assert locks(table) == ["TODAY"]
    rest(table, 5)
    assert table.laptop.confirm() == "LOCKED"
    rest(table, DAY_S)
    assert table.laptop.confirm() == "ARMED"


def test_other_conditions_void_the_clearances_of_before(start):
    table = start(upright=False)
    cleared = {
        "condition": "hip_labral_tear", "clinician": "A. Example", "role": "physician",
        "issued": 20261101, "expires": 20270301, "max_inversion_cdeg": 1500,
    }  # fmt: skip
    torn = {"nothing_to_declare": False, "clearances": [cleared]}
    new(table, conditions=["hip_labral_tear"], **torn)
    assert locks(table) == []
    new(table, conditions=["hip_labral_tear", "sciatica"], **torn)
    assert locks(table) == ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]
    new(table, conditions=["hip_labral_tear"], **torn)
    assert locks(table) == ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]


def test_removing_a_profile_and_pushing_it_again_takes_nothing_back(table):
    session(table, hold_s=3)
    assert table.laptop.ask("profile.remove", who="anna")["ok"] == 1
    assert table.status()["st"] == "LOCKED"
    new(table)
    assert locks(table) == ["WAIT"]
    assert table.laptop.ask("profile.remove", who="nobody")["e"] == "NO_SUCH_PERSON"


def test_no_order_of_removals_and_pushes_makes_somebody_new_again(start):
    table = start(upright=False)
    new(table)
    table.laptop.confirm()
    table.press("down")
    table.run(3)
    table.release("down")
    table.tap("up")
    table.until_upright()
    table.run(1)
    for number in range(7):
        new(table, id=f"p{number}")
    for who in ("anna", "zoe"):
        if who == "zoe":
            new(table, id=who)
        assert table.laptop.ask("profile.remove", who=who)["ok"] == 1
    new(table)
    assert locks(table) == ["WAIT"]
