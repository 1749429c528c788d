"""The MPU-6050's model against its sheets' own numbers, read through its registers."""

import math
import statistics

import pytest

from hal.world.chips import mpu6050
from hal.world.clock import Clock
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise

STATUS, ACCEL, TEMP, GYRO, POWER = 0x3A, 0x3B, 0x41, 0x43, 0x6B


class Bench:
    """A chip on a plant that stands where it is put, awake at 125 Hz with its flag enabled unless awake=False."""

    def __init__(self, inv_deg=0.0, awake=True):
        self.clock = Clock()
        self.plant = Plant(Person(), inv_deg)
        self.chip = mpu6050.Mpu6050(self.clock, self.plant, Noise(3))
        self.chip.zero_g = [0.0, 0.0, 0.0]
        self.chip.zero_rate_dps = [0.0, 0.0, 0.0]
        if awake:
            self.set(POWER, 0x01)
            self.chip.write(0x19, b"\x07\x03\x00\x00")
            self.set(0x38, 0x01)

    def set(self, reg, value):
        self.chip.write(reg, bytes([value]))

    def after(self, ms):
        self.clock.now_us += round(ms * 1000)
        return self

    def words(self, reg):
        raw = self.chip.read(reg, 6)
        return [int.from_bytes(raw[i : i + 2], "big", signed=True) for i in (0, 2, 4)]

    def ready(self):
        return self.chip.read(STATUS, 1)[0]


def mean(bench, reg, axis, count=400):
    bench.after(40)
    return statistics.fmean(bench.after(10).words(reg)[axis] for _ in range(count))


def test_identity_and_reset_values():
    chip = Bench(awake=False).chip
    assert chip.read(0x75, 1) == b"\x68" and chip.read(0x6B, 2) == b"\x40\x00" and chip.read(0x19, 4) == bytes(4)


def test_it_sleeps_after_power_on_and_gives_nothing_until_it_is_woken():
    bench = Bench(45.0, awake=False)
    bench.set(0x38, 0x01)
    assert bench.after(1000).chip.read(STATUS, 15) == bytes(15)
    bench.set(POWER, 0x00)
    assert bench.after(100).ready() == 1


def test_it_needs_its_start_up_time():
    bench = Bench()
    assert bench.after(29).ready() == 0
    assert bench.after(15).ready() == 1


@pytest.mark.parametrize(("code", "per_g"), [(0x00, 16384), (0x08, 8192), (0x10, 4096), (0x18, 2048)])
def test_accelerometer_scale_of_each_code(code, per_g):
    bench = Bench()
    bench.set(0x1C, code)
    assert mean(bench, ACCEL, 2) == pytest.approx(per_g, rel=0.001)


@pytest.mark.parametrize(("code", "per_dps"), [(0x00, 131), (0x08, 65.5), (0x10, 32.8), (0x18, 16.4)])
def test_gyro_scale_of_each_code(code, per_dps):
    bench = Bench()
    bench.plant.rate_radps = math.radians(100.0)
    bench.set(0x1B, code)
    assert mean(bench.after(100), GYRO, 1) == pytest.approx(100 * per_dps, rel=0.001)


@pytest.mark.parametrize("deg", [-70.0, 0.0, 25.0, 90.0, 92.0])
def test_gravity_lies_as_the_mounting_says(deg):
    bench = Bench(deg)
    x, y, z = (mean(bench, ACCEL, axis) for axis in range(3))
    assert math.degrees(math.atan2(-x, z)) == pytest.approx(deg, abs=0.05) and abs(y) < 15


@pytest.mark.parametrize(
    ("divider", "filter_", "hz"), [(7, 3, 125.0), (0, 6, 1000.0), (19, 1, 50.0), (79, 0, 100.0), (255, 2, 3.90625)]
)
def test_samples_come_at_the_gyro_rate_over_the_divider(divider, filter_, hz):
    bench = Bench()
    bench.chip.write(0x19, bytes([divider, filter_]))
    bench.after(30)
    changes, last = 0, None
    for _ in range(8000):
        now = bench.after(0.5).words(GYRO)
        changes += now != last
        last = now
    assert changes == pytest.approx(4 * hz, rel=0.02, abs=2)


def test_the_flag_falls_when_it_was_read_and_not_when_the_data_were():
    bench = Bench().after(100)
    assert bench.ready() == 1
    bench.chip.after_read(ACCEL, 14)
    assert bench.ready() == 1
    bench.chip.after_read(STATUS, 15)
    assert bench.ready() == 0
    assert bench.after(8).ready() == 1


def test_with_int_rd_clear_any_read_clears_the_flag():
    bench = Bench()
    bench.set(0x37, 0x10)
    bench.after(100).chip.read(ACCEL, 6)
    bench.chip.after_read(ACCEL, 6)
    assert bench.ready() == 0


def test_without_its_interrupt_there_is_no_flag():
    bench = Bench()
    bench.set(0x38, 0x00)
    assert bench.after(100).ready() == 0 and bench.words(ACCEL) != [0, 0, 0]


def test_noise_has_the_density_of_the_sheet():
    bench = Bench()
    bench.after(100)
    samples = [(bench.after(8).words(ACCEL)[1], bench.words(GYRO)[0]) for _ in range(3000)]
    accel_mg = statistics.pstdev(a for a, _ in samples) / 16.384
    gyro_dps = statistics.pstdev(g for _, g in samples) / 131
    assert accel_mg == pytest.approx(0.4 * math.sqrt(44.0 * math.pi / 2), rel=0.1)
    assert gyro_dps == pytest.approx(0.005 * math.sqrt(42.0 * math.pi / 2), rel=0.1)


def test_a_slower_filter_is_later():
    seen = {}
    for filter_ in (1, 6):
        bench = Bench()
        bench.chip.noise_factor = 0.0
        bench.set(0x1A, filter_)
        bench.plant.rate_radps = 1.0
        seen[filter_] = bench.after(1030).words(ACCEL)[0] / 16384
    assert seen[6] - seen[1] == pytest.approx(0.017, abs=0.002)


def test_saturates_at_full_scale_and_does_not_fold():
    bench = Bench()
    bench.plant.rate_radps = math.radians(300.0)
    assert bench.after(100).words(GYRO)[1] == 32767
    bench.plant.rate_radps = -bench.plant.rate_radps
    assert bench.after(100).words(GYRO)[1] == -32768


def test_device_reset_forgets_the_settings_and_sleeps():
    bench = Bench().after(100)
    bench.set(POWER, 0x80)
    assert bench.chip.read(POWER, 1) == b"\x40" and bench.chip.read(0x19, 4) == bytes(4)
    assert bench.after(100).chip.read(STATUS, 15) == bytes(15)


def test_outputs_and_identity_cannot_be_written():
    bench = Bench(awake=False)
    for reg in (0x75, ACCEL, STATUS):
        bench.set(reg, 0x55)
    assert bench.chip.read(0x75, 1) == b"\x68" and bench.chip.read(STATUS, 2) == bytes(2)


def test_an_axis_in_standby_stands_still():
    bench = Bench(30.0)
    bench.set(0x6C, 0x20 | 0x02)
    bench.plant.rate_radps = 1.0
    bench.after(100)
    assert bench.words(ACCEL)[0] == 0 and bench.words(GYRO)[1] == 0 and bench.words(ACCEL)[2] > 10000


def test_temperature_is_340_counts_a_degree():
    bench = Bench()
    bench.chip.temperature_c = 35.0
    assert bench.after(100).words(TEMP)[0] == -521
    bench.chip.temperature_c = 45.0
    assert bench.after(100).words(TEMP)[0] == 2879


def test_person_shakes_the_accelerometer():
    bench = Bench()
    bench.plant.person.movement = lambda now_s: (0.0, 4.903325, 0.0, 0.0)
    assert mean(bench, ACCEL, 0, 100) == pytest.approx(8192, rel=0.02)


def test_values_come_out_of_the_outputs_and_go_back():
    chip = Bench(30.0).after(100).chip
    outputs = chip.read(chip.first_out, chip.last_out - chip.first_out + 1)
    values = chip.values(outputs)
    assert chip.with_values(outputs, values) == outputs and values[3] < 0 < values[5]
    changed = chip.with_values(outputs, [1, 2, 3, 4, 5, 6])
    assert chip.values(changed) == [1, 2, 3, 4, 5, 6] and changed[6:8] == outputs[6:8]
