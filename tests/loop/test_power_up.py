"""What the firmware does before it goes into service: the board's self-test, and maintenance."""

import pytest

from firmware.link import wire
from firmware.version import VERSION
from tests.support.laptop import blob

KEYS = ("up", "down", "ok")


def restart_with_failing_flash(table):
    """Where the self-test wants to write a file stands a folder."""
    (table.root / "selftest.tmp").mkdir()
    table._boot(2)
    table.run(3)


@pytest.mark.parametrize("imu", ["lsm6dsox", "mpu6050"])
def test_whoever_may_start_starts_with_a_gyro_whose_bias_is_learnt(start, imu):
    table = start(imu=imu)
    table.world.imu.zero_rate_dps = (0.0, 20.0, 0.0)
    table.power_off()
    table.power_on()
    table.run(0.4)
    table.laptop.hello()
    began_s = table.world.now_s
    while (status := table.status())["st"] == "BOOT":
        assert table.world.now_s < began_s + 1.0
    assert abs(status["rate"]) <= 20 and abs(status["inv"] + 7000) < 40


def test_h35_a_board_that_fails_its_self_test_is_locked_and_says_which_part(table):
    restart_with_failing_flash(table)
    found = table.status()
    assert (found["selftest"], found["lock"], found["st"]) == ("flash", 1, "LOCKED")
    why = table.laptop.ask("why", who="", of="lock", at=0)
    assert why["code"] == "SELFTEST" and why["text"].endswith(": flash.")
    assert found["n_lock"] == 2
    assert "hold OK while switching on" in table.laptop.ask("why", who="", of="lock", at=1)["text"]
    table.press("down")
    table.run(3)
    assert table.inv_deg < -69.9
    table.laptop.hello()
    assert table.laptop.push(blob())["e"] == "NOT_STORED"


def test_h35_a_board_that_fails_its_self_test_head_down_still_returns(table):
    table.down_to(15)
    table.release("down")
    restart_with_failing_flash(table)
    table.tap("up")
    table.until_upright()


def power_up_with(table, keys) -> bytes:
    """Power off and on with these buttons held; what the table answers to a hello."""
    table.power_off()
    table.serial_out()
    for key in keys:
        table.press(key)
    table.power_on()
    table.run(2)
    for key in keys:
        table.release(key)
    table.serial_in(wire.frame([("i", 1), ("c", "hello"), ("p", 1)]))
    table.run(1)
    return table.serial_out()


def test_three_buttons_at_power_up_leave_the_board_to_maintenance_with_everything_inert(table):
    assert power_up_with(table, KEYS) == b""
    table.press("down")
    table.run(2)
    assert not table.world.contactor_closed and not table.world.drive_permille


@pytest.mark.parametrize("keys", [("up", "down"), ("down", "ok"), ("ok",), ()])
def test_fewer_buttons_do_not(table, keys):
    assert VERSION.encode() in power_up_with(table, keys)


def test_away_from_upright_there_is_no_maintenance(table):
    table.world.plant.place(-40.0)
    assert VERSION.encode() in power_up_with(table, KEYS)


def test_no_restart_leads_to_maintenance(table):
    for key in KEYS:
        table.press(key)
    table._boot(2)
    table.run(2)
    for key in KEYS:
        table.release(key)
    table.laptop.hello()
