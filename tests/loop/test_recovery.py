"""What the board does after it restarted, failed, or met a part that came back."""

import pytest

from firmware.control.session import Session
from firmware.link.server import Server
from firmware.safety import faults
from tests.support.laptop import Laptop, blob


def fault(table) -> str:
    return str(faults.FAULTS[table.status()["flt"]][faults.NAME])


def restart(table) -> None:
    """Make the board restart by itself: its clock stands still for it, so its watchdog is not fed."""
    table._boot(2)
    table.run(3)
    table.laptop = Laptop(table)


def test_h18_after_more_than_three_restarts_the_table_is_locked_says_why_and_still_returns(table):
    table.down_to(15)
    table.release("down")
    for _ in range(4):
        restart(table)
    assert table.status()["lock"] == 1
    assert table.laptop.ask("why", who="", of="lock", at=0)["code"] == "RECOVERY"
    assert table.status()["day"] == 0, "without what is stored no day is believed in"
    table.tap("up")
    table.until_upright()
    table.press("down")
    table.run(5)
    assert table.inv_deg < -68.9
    table.release("down")
    table.laptop.hello()
    assert table.laptop.push(blob())["e"] == "NOT_STORED"


def test_h18_what_is_stored_and_ends_every_start_is_left_alone_after_a_few(table, monkeypatch):
    def end_the_start(_root):
        raise RuntimeError("planted")

    monkeypatch.setattr("firmware.main.People", end_the_start)
    table._boot(2)
    table.run(10)
    table.laptop = Laptop(table)
    assert table.laptop.ask("why", who="", of="lock", at=0)["code"] == "RECOVERY"
    assert 3 <= len(table.boots) <= 8


@pytest.mark.long
def test_h18_power_off_and_on_ends_it_and_so_does_half_a_minute_of_good_running(table):
    table.laptop.tap("ok")
    table.run(0.2)
    for _ in range(4):
        restart(table)
    assert table.laptop.ask("why", who="", of="lock", at=0)["code"] == "RECOVERY"
    table.power_off()
    table.power_on()
    table.run(3)
    table.laptop.hello()
    table.run(1)
    assert table.status()["lock"] == 0
    for _ in range(3):
        restart(table)
    table.run(35)
    restart(table)
    table.laptop.hello()
    table.run(1)
    assert table.status()["lock"] == 0


@pytest.mark.long
def test_h17_restarted_head_down_it_waits_ten_seconds_for_up_and_then_returns(table):
    table.down_to(20)
    table.release("down")
    restart(table)
    table.run(5.5)
    assert table.inv_deg > 19
    table.run(4)
    assert table.inv_deg < 19.5
    table.until_upright()


@pytest.mark.long
def test_the_pause_at_level_lasts_a_minute(table):
    table.down_to(10)
    table.release("down")
    table.run(1)
    table.tap("up")
    table.until_state("LEVEL_PAUSE", 20)
    assert 59 < table.run_until(lambda: table.inv_deg < -1, 65) < 62


def test_a_tilt_sensor_that_comes_back_unconfigured_is_set_up_again(table):
    chip = table.world.bus.chips.pop(0x6A)
    table.run(2)
    chip.reset()
    table.world.bus.chips[0x6A] = chip
    table.run(4)
    assert fault(table) == "IMU_STALE"
    table.tap("up")
    table.run(0.5)
    assert fault(table) == "NONE"
    table.down_to(-60)


def test_in_a_fault_upright_the_contactor_opens_and_a_profile_may_be_taken(table):
    table.world.bus.chips.pop(0x6A)
    table.run(2)
    assert table.status()["st"] == "FAULT"
    assert not table.world.contactor_closed
    assert table.laptop.push(blob())["ok"] == 1


def test_with_down_held_and_the_contactor_closed_a_push_is_refused(table):
    table.press("down")
    table.run_until(lambda: table.world.contactor_closed, 2)
    assert table.laptop.push(blob())["e"] == "BUSY"


def test_h38_an_error_in_control_returns_and_one_that_stays_restarts(table, monkeypatch):
    table.down_to(10)
    table.release("down")
    table.run(1)
    good = Session.step

    def bad(*_):
        raise IndexError

    monkeypatch.setattr(Session, "step", bad)
    table.run(0.2)
    assert fault(table) == "INTERNAL"
    table.run(2)
    assert len(table.boots) > 1
    monkeypatch.setattr(Session, "step", good)
    table.until_upright()


def test_h38_an_error_in_the_link_costs_nothing_but_the_answer(table, monkeypatch):
    table.down_to(10)
    good = Server.step

    def bad(*_):
        raise IndexError

    monkeypatch.setattr(Server, "step", bad)
    table.run(3)
    assert table.inv_deg > 14
    monkeypatch.setattr(Server, "step", good)
    status = table.status()
    assert status["failed"] > 100 and status["flt"] == 0
    assert len(table.boots) == 1


def test_holding_ok_at_power_up_forgets_a_day_that_a_wrong_clock_told(table):
    assert table.laptop.set_clock(20261120)["e"] == "CLOCK_BACKWARDS"
    table.power_off()
    table.press("ok")
    table.power_on()
    table.run(3)
    table.release("ok")
    table.laptop = Laptop(table)
    table.laptop.ask("hello", p=1)
    assert table.laptop.set_clock(20261120)["ok"] == 1


@pytest.mark.long
def test_a_power_cut_at_level_costs_nothing_of_the_pause(table):
    table.down_to(10)
    table.release("down")
    table.tap("up")
    table.until_state("LEVEL_PAUSE", 60)
    table.run(3)
    table.power_off()
    table.run(1)
    table.power_on()
    table.run(3)
    table.laptop = Laptop(table)
    table.tap("up")
    table.run(59)
    assert table.status()["st"] == "LEVEL_PAUSE"
    assert abs(table.inv_deg) < 0.5
    table.until_upright()


def test_a_power_cut_above_level_owes_no_pause(table):
    table.down_to(-30)
    table.release("down")
    table.power_off()
    table.power_on()
    table.run(3)
    table.laptop = Laptop(table)
    table.tap("up")
    table.until_upright(40)
