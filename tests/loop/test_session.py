"""The closed loop: the real firmware, the real drivers, the simulated table. What situations play is not here again."""

import pytest

from firmware.person.chosen import Chosen
from firmware.safety.limits import Limits
from tests.support.laptop import blob


@pytest.mark.long
def test_down_goes_to_the_limit_and_is_held_there(table):
    table.down_to(20)
    table.run(10)
    peak_deg = table.inv_deg
    assert 24.0 <= peak_deg <= 25.5
    assert table.status()["st"] == "AT_LIMIT"
    table.run(20)
    assert abs(table.inv_deg - peak_deg) < 0.1


def test_letting_go_of_down_stops_at_once_and_stays(table):
    table.down_to(10)
    table.release("down")
    table.run(0.04)
    assert table.world.drive_permille == 0
    table.run(5)
    assert 10 <= table.inv_deg < 10.5
    assert table.status()["st"] == "HOLDING"


@pytest.mark.long
def test_one_press_of_up_returns_with_a_pause_at_level(table):
    table.down_to(20)
    table.release("down")
    table.run(1)
    table.tap("up")
    table.run_until(lambda: table.inv_deg < 0.5, 15)
    table.run(3)
    level_deg = table.inv_deg
    assert abs(level_deg) < 0.5
    assert table.status()["st"] == "LEVEL_PAUSE"
    table.tap("up")
    table.run(55)
    assert table.inv_deg == level_deg
    table.laptop.ask("watch", on=1)
    table.until_upright()
    table.run(1)
    states = [message["st"] for message in table.laptop.listen() if message.get("t") == "tel"]
    assert set(states) == {"LEVEL_PAUSE", "RAISING", "LOCKED"}
    assert table.status()["st"] == "LOCKED"
    assert table.laptop.ask("why", who="", of="lock", at=0)["code"] == "WAIT"
    assert not table.world.buzzer


def test_a_table_that_was_never_below_level_does_not_pause(table):
    table.down_to(-30)
    table.release("down")
    table.run(1)
    table.tap("up")
    assert table.until_upright() < 30


@pytest.mark.long
def test_down_during_a_return_stops_it_and_up_goes_on(table):
    table.down_to(20)
    table.release("down")
    table.run(1)
    table.tap("up")
    table.run(2)
    table.press("down")
    table.run(3)
    stopped_deg = table.inv_deg
    assert 5 < stopped_deg < 19
    table.run(3)
    assert table.inv_deg == stopped_deg
    table.release("down")
    table.tap("up")
    table.run_until(lambda: table.inv_deg < 0.5, 15)


@pytest.mark.parametrize("way", ["down", "up"])
def test_stop_makes_the_drive_zero_within_40_ms_both_ways(table, way):
    table.down_to(15)
    table.release("down")
    table.run(1)
    table.press(way)
    table.run(1.5)
    assert table.world.drive_permille != 0
    table.press("stop")
    table.run(0.04)
    assert table.world.drive_permille == 0
    table.run(3)
    assert table.status()["st"] == "STOPPED"


def test_stop_let_go_under_a_held_down_does_not_go_on(table):
    table.down_to(5)
    table.press("stop")
    table.run(1)
    table.release("stop")
    stopped_deg = table.inv_deg
    table.run(5)
    assert abs(table.inv_deg - stopped_deg) < 0.3
    table.release("down")
    table.run(0.1)
    table.press("down")
    table.run(3)
    assert table.inv_deg > stopped_deg + 1


@pytest.mark.parametrize("lock", ["lock_left", "lock_right"])
def test_an_open_ankle_lock_keeps_the_table_upright(table, lock):
    table.set_switch(lock, False)
    table.press("down")
    table.run(5)
    assert abs(table.inv_deg + 70) < 0.1


@pytest.mark.long
def test_an_ankle_lock_that_opens_inverted_brings_the_person_up(table):
    table.down_to(20)
    table.set_switch("lock_left", False)
    table.run(0.5)
    assert table.world.buzzer
    table.until_upright()
    table.run(1)
    assert not table.world.buzzer


def test_down_held_at_power_up_moves_nothing(start):
    table = start()
    table.tap("ok")
    table.run(0.2)
    table.power_off()
    table.press("down")
    table.power_on()
    table.run(3)
    table.laptop.hello()
    table.run(7)
    assert abs(table.inv_deg + 70) < 0.1
    table.release("down")
    table.run(0.2)
    assert table.laptop.confirm() == "ARMED"
    table.press("down")
    table.run(3)
    assert table.inv_deg > -69


def test_down_with_up_moves_nothing(table):
    table.press("down")
    table.press("up")
    table.run(5)
    assert abs(table.inv_deg + 70) < 0.1


def test_without_a_profile_the_table_is_locked(start):
    table = start(upright=False)
    table.press("down")
    table.run(5)
    assert abs(table.inv_deg + 70) < 0.1
    assert table.status()["st"] == "LOCKED"
    assert table.laptop.ask("why", who="", of="lock", at=0)["code"] == "NO_PROFILE"


def test_a_contraindicated_profile_is_stored_and_locks(table):
    answer = table.push(nothing_to_declare=False, conditions=["total_hip_replacement"])
    assert answer.get("ok") == 1
    table.press("down")
    table.run(5)
    assert abs(table.inv_deg + 70) < 0.1
    table.release("down")
    reason = table.laptop.ask("why", who="", of="lock", at=0)
    assert reason["code"] == "CONDITION_ABSOLUTE"
    assert "hip" in reason["text"]


@pytest.mark.long
@pytest.mark.both_homes
def test_a_malformed_profile_is_refused_and_the_old_one_stays(table):
    answer = table.push(max_inversion_cdeg=9100)
    assert "e" in answer
    table.down_to(20)
    table.run(10)
    assert 24.0 <= table.inv_deg <= 25.5


def test_h37_a_stricter_profile_is_in_force_before_the_next_tick(table, monkeypatch):
    pushed_s, loaded_s = [], []
    push, load = Chosen.push, Limits.load

    def noted_push(*said):
        pushed_s.append(table.world.now_s)
        return push(*said)

    def noted_load(*said):
        loaded_s.append(table.world.now_s)
        load(*said)

    monkeypatch.setattr(Chosen, "push", noted_push)
    monkeypatch.setattr(Limits, "load", noted_load)
    table.laptop.push(blob(max_inversion_cdeg=1000))
    assert 0 <= loaded_s[0] - pushed_s[0] < 0.01


@pytest.mark.long
@pytest.mark.both_homes
def test_a_profile_survives_a_power_cut(start):
    table = start(profile={"max_inversion_cdeg": 1500})
    table.tap("ok")
    table.run(0.2)
    table.power_off()
    table.run(1)
    table.power_on()
    table.run(3)
    assert table.laptop.confirm() == "ARMED"
    table.down_to(10)
    table.run(10)
    assert 14.0 <= table.inv_deg <= 15.5


@pytest.mark.long
@pytest.mark.both_homes
def test_power_lost_inverted_ends_upright_without_a_press(table):
    table.down_to(20)
    table.power_off()
    table.release("down")
    table.run(5)
    assert table.inv_deg > 19
    table.power_on()
    table.until_upright()


@pytest.mark.long
def test_a_tilt_sensor_that_goes_silent_stops_and_up_creeps_to_level(table):
    table.down_to(20)
    chip = table.world.bus.chips.pop(0x6A)
    table.run(0.2)
    assert table.world.drive_permille == 0 and table.world.buzzer
    table.release("down")
    table.run(1)
    stopped_deg = table.inv_deg
    assert stopped_deg < 21
    table.tap("up")
    table.run(5)
    assert 2 < stopped_deg - table.inv_deg < 5.5
    table.run_until(lambda: table.inv_deg < 0.3, 60)
    table.run(5)
    assert abs(table.inv_deg) < 1
    status = table.status()
    assert (status["st"], status["flt"]) == ("FAULT", 1)
    table.world.bus.chips[0x6A] = chip


@pytest.mark.long
@pytest.mark.both_homes
def test_the_clock_may_wrap_in_the_middle(start):
    table = start(start_ms=(1 << 30) - 30_000)
    table.down_to(20)
    table.run(10)
    assert 24.0 <= table.inv_deg <= 25.5
    table.release("down")
    table.tap("up")
    table.until_upright()
    assert table.boots == [1]
