"""A table that is fitted with an MPU-6050: found without being told, and a whole session with it, in both homes."""

import pytest

from hal.world.chips import lsm6dsox, mpu6050
from hal.world.noise import Noise


@pytest.mark.long
@pytest.mark.both_homes
def test_a_whole_session(start):
    table = start(imu="mpu6050")
    table.down_to(20)
    table.run(10)
    peak_deg = table.inv_deg
    assert 24.0 <= peak_deg <= 25.5
    table.run(5)
    assert abs(table.inv_deg - peak_deg) < 0.1
    status = table.status()
    assert (status["st"], status["flt"]) == ("AT_LIMIT", 0) and abs(status["inv"] / 100 - peak_deg) < 0.3
    table.release("down")
    table.run(1)
    table.tap("up")
    table.until_state("LEVEL_PAUSE", 20)
    assert abs(table.inv_deg) < 0.5
    table.until_upright()
    assert not table.world.buzzer


def test_one_that_replaces_an_lsm6dsox_is_found_too(start):
    table = start()
    table.world.bus.chips.pop(table.world.imu.address)
    table.run(1)
    assert table.status()["flt"] == 1
    table.world.bus.chips[mpu6050.ADDRESS] = mpu6050.Mpu6050(table.world.clock, table.world.plant, Noise(1))
    table.run(3)
    table.tap("up")
    table.run(0.5)
    status = table.status()
    assert status["flt"] == 0 and abs(status["inv"] + 7000) < 40


@pytest.mark.long
@pytest.mark.parametrize(("imu", "identity"), [("mpu6050", 0x70), ("mpu6050", 0x98), ("lsm6dsox", 0x6B)])
def test_a_lookalike_is_named_with_its_id_and_never_used(start, monkeypatch, imu, identity):
    chip = {"mpu6050": mpu6050, "lsm6dsox": lsm6dsox}[imu]
    monkeypatch.setitem(chip._DEFAULTS, chip.WHO_AM_I, identity)
    table = start(imu=imu, profile=None)
    told = table.laptop.ask("why", who="", of="fault", at=0)
    assert told["code"] == "IMU_STALE"
    assert f"A chip answers as {identity:02x}h at address {table.world.imu.address:02x}h." in told["text"]
    table.press("down")
    table.run(3)
    assert table.inv_deg < -69.9
