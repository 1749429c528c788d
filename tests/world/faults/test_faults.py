"""The vocabulary of faults: complete and strict, and what each does to tilt sensor and bus."""

import struct

import pytest

from hal import contract
from hal.sim.home.rig import Rig
from hal.world.errors import FaultError
from hal.world.faults.fault import Fault, parse
from hal.world.faults.vocabulary import VOCABULARY
from tests.world.faults.fault_rig import ALL, IMU, IMU_FAULTS, NAMES, RTC, accel


def test_the_vocabulary_is_the_designs():
    assert {name for _, name in VOCABULARY} == set(NAMES)


def test_words_and_fault_are_the_same():
    for fault in ALL:
        assert parse(str(fault)) == fault, str(fault)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("imu jam", "imu can be axis"),
        ("position axis", "position can be"),
        ("moon off", "off is possible on"),
        ("imu", "the faults are"),
        ("", "the faults are"),
        ("imu stuck 5", "takes no number"),
        ("stop off", "stop can be intermittent, stuck, switch_closed, switch_open"),
    ],
)
def test_what_cannot_be_applied_is_refused_with_what_can(words, said):
    with pytest.raises(FaultError, match=said):
        parse(words)


def test_an_unknown_fault_is_refused_before_it_is_hung(rig):
    with pytest.raises(FaultError):
        rig.break_(Fault("jam", "imu"))
    assert not rig.hung


def test_flash_faults_need_a_file(tmp_path):
    with Rig("cpython", state_dir=tmp_path, program="tests.world.programs.imu_reader") as rig:
        for name in ("flash_torn", "flash_worn"):
            with pytest.raises(FaultError, match="no file yet"):
                rig.break_(Fault(name))


@pytest.mark.parametrize("fault", IMU_FAULTS, ids=str)
@pytest.mark.parametrize(("imu", "settings"), [("lsm6dsox", "104848"), ("mpu6050", "1907030008 6b0100 372001")])
def test_every_fault_of_a_tilt_sensor_shows_on_either_chip_and_goes_again(tmp_path, imu, settings, fault):
    rig = Rig("cpython", state_dir=tmp_path, imu=imu, start_deg=-30.0)
    world, chip = rig.world, rig.world.imu
    chip.noise_factor = 0.0
    burst = (chip.address, chip.first_out, chip.last_out - chip.first_out + 1)

    def configured():
        for one in settings.split():
            world.bus.write(chip.address, int(one[:2], 16), bytes.fromhex(one[2:]))
        world.clock.now_us += 200_000

    def seen():
        """Twenty samples, the rate growing."""
        got = []
        for step in range(20):
            world.plant.rate_radps = 0.05 + 0.01 * step
            world.clock.now_us += 20_000
            got.append(world.bus.read(*burst))
        return got, rig.lag_us

    configured()
    true = seen()
    configured()
    undo = rig.break_(fault)
    assert seen() != true
    undo()
    configured()
    rig.lag_us = 0
    assert [len(data or b"") for data in seen()[0]] == [burst[2]] * 20


def test_a_tilt_sensor_turned_by_10_degrees_reads_10_degrees_more(rig):
    import math

    def deg():
        x, _, z = accel(rig)
        return math.degrees(math.atan2(-x, z))

    before = deg()
    rig.break_(parse("imu offset 10"))
    assert deg() - before == pytest.approx(10.0, abs=0.3)


def test_a_gyro_with_an_offset_reads_more_about_the_axis_of_the_table_alone(rig):
    def rates():
        return struct.unpack("<hhh", rig.world.bus.read(IMU, 0x22, 6))

    before = rates()
    rig.break_(parse("gyro offset 5"))
    turned = [(after - was) / rig.world.imu.gyro_counts_per_dps for was, after in zip(before, rates(), strict=True)]
    assert turned == pytest.approx([0.0, 5.0, 0.0], abs=0.05)


def test_a_floor_that_leans_shows_on_the_roll_axis_only(rig):
    rig.break_(parse("floor offset 6"))
    x, y, z = accel(rig)
    assert y / (x * x + y * y + z * z) ** 0.5 == pytest.approx(0.1045, abs=0.01)


def test_a_part_of_a_burst_sees_the_same_fault(rig):
    rig.break_(parse("accel saturate"))
    assert rig.world.bus.read(IMU, 0x2A, 2) == b"\xff\x7f"
    assert rig.world.bus.read(IMU, 0x0F, 1) == b"\x6c"


def test_nack_counts_transfers(rig):
    rig.break_(parse("imu nack 2"))
    assert [rig.world.bus.read(IMU, 0x0F, 1) for _ in range(3)] == [None, None, b"\x6c"]


def test_a_held_data_line_fails_transfers_until_it_has_had_its_clocks(rig):
    bus = rig.world.bus
    undo = rig.break_(parse("bus stuck"))
    assert bus.read(IMU, 0x0F, 1) is None and not bus.write(RTC, 0x0F, b"\0") and not bus.answers(RTC)
    rig.run(0.5)
    assert bus.held_clocks
    undo()
    assert bus.read(IMU, 0x0F, 1) == b"\x6c"
    rig.break_(parse("bus stuck 18"))
    rig.run(0.02)
    assert bus.held_clocks == 9.0
    rig.run(0.02)
    assert not bus.held_clocks


def test_a_board_that_starts_frees_a_held_data_line(rig):
    rig.break_(parse("bus stuck 9"))
    rig.restart(contract.WATCHDOG)
    assert not rig.world.bus.held_clocks


def test_a_sensor_without_supply_forgets_its_settings(rig):
    undo = rig.break_(parse("imu off"))
    assert rig.world.bus.read(IMU, 0x10, 1) is None and not rig.world.bus.write(IMU, 0x10, b"\x40")
    undo()
    assert rig.world.bus.read(IMU, 0x10, 1) == b"\0"
