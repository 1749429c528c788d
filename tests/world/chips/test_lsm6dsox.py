"""The IMU model against the data sheet's own numbers, read through its registers."""

import math
import statistics

import pytest

from hal.world.chips import lsm6dsox
from hal.world.clock import Clock
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise

STATUS, GYRO, ACCEL = 0x1E, 0x22, 0x28


class Bench:
    """A chip on a plant that stands where it is put, and a hand on the clock."""

    def __init__(self, inv_deg=0.0, seed=3):
        self.clock = Clock()
        self.plant = Plant(Person(), inv_deg)
        self.chip = lsm6dsox.Lsm6dsox(self.clock, self.plant, Noise(seed))
        self.chip.zero_g = [0.0, 0.0, 0.0]
        self.chip.zero_rate_dps = [0.0, 0.0, 0.0]

    def set(self, reg, value):
        self.chip.write(reg, bytes([value]))

    def after(self, ms):
        self.clock.now_us += round(ms * 1000)
        return self

    def words(self, reg):
        raw = self.chip.read(reg, 6)
        return [int.from_bytes(raw[i : i + 2], "little", signed=True) for i in (0, 2, 4)]

    def status(self):
        return self.chip.read(STATUS, 1)[0]


def mean(bench, reg, axis, count=400):
    return statistics.fmean(bench.after(10).words(reg)[axis] for _ in range(count))


def test_identity_and_reset_values():
    chip = Bench().chip
    assert chip.read(0x0F, 1) == b"\x6c" and chip.read(0x10, 3) == b"\x00\x00\x04"


def test_powered_down_after_reset_gives_zeros_and_no_data_ready():
    bench = Bench(45.0)
    assert bench.after(1000).chip.read(STATUS, 16) == bytes(16)


@pytest.mark.parametrize(("code", "mg"), [(0x00, 0.061), (0x08, 0.122), (0x0C, 0.244), (0x04, 0.488)])
def test_accelerometer_scale_of_each_code(code, mg):
    bench = Bench(0.0)
    bench.set(0x10, 0x40 | code)
    assert mean(bench, ACCEL, 2) == pytest.approx(1000.0 / mg, rel=0.001)


@pytest.mark.parametrize(
    ("code", "mdps"), [(0x02, 4.375), (0x00, 8.75), (0x04, 17.5), (0x08, 35.0), (0x0C, 70.0), (0x0E, 4.375)]
)
def test_gyro_scale_of_each_code(code, mdps):
    bench = Bench(0.0)
    bench.plant.rate_radps = math.radians(100.0)
    bench.set(0x11, 0x40 | code)
    assert mean(bench.after(100), GYRO, 1) == pytest.approx(100_000.0 / mdps, rel=0.001)


@pytest.mark.parametrize("deg", [-70.0, 0.0, 25.0, 90.0, 92.0])
def test_gravity_lies_as_the_mounting_says(deg):
    bench = Bench(deg)
    bench.set(0x10, 0x48)
    x, y, z = (mean(bench, ACCEL, axis) for axis in range(3))
    assert math.degrees(math.atan2(-x, z)) == pytest.approx(deg, abs=0.02) and abs(y) < 5


def test_saturates_at_full_scale_and_does_not_fold():
    bench = Bench(0.0)
    bench.plant.rate_radps = math.radians(300.0)
    bench.set(0x11, 0x42)
    assert bench.after(100).words(GYRO)[1] == 32767
    bench.plant.rate_radps = -bench.plant.rate_radps
    assert bench.after(100).words(GYRO)[1] == -32768


@pytest.mark.parametrize(("code", "hz"), [(0x10, 12.5), (0x20, 26.0), (0x40, 104.0), (0x50, 208.0), (0xB0, 1.6)])
def test_accelerometer_makes_samples_at_its_rate(code, hz):
    bench = Bench(0.0)
    bench.set(0x10, code)
    changes, last = 0, None
    for _ in range(10_000):
        now = bench.after(1).words(ACCEL)
        changes += now != last
        last = now
    assert changes == pytest.approx(10.0 * hz, rel=0.02, abs=2)


def test_holds_a_sample_until_the_next_is_due():
    bench = Bench(0.0)
    bench.set(0x10, 0x10)
    first = bench.after(81).words(ACCEL)
    bench.plant.inv_rad = 1.0
    assert bench.after(70).words(ACCEL) == first
    assert bench.after(20).words(ACCEL) != first


def test_noise_has_the_density_of_the_sheet():
    bench = Bench(0.0)
    bench.set(0x10, 0x50)
    bench.set(0x11, 0x50)
    bench.after(100)
    samples = [(bench.after(5).words(ACCEL)[1], bench.words(GYRO)[0]) for _ in range(4000)]
    accel_mg = statistics.pstdev(a for a, _ in samples) * 0.061
    gyro_dps = statistics.pstdev(g for _, g in samples) * 0.00875
    assert accel_mg == pytest.approx(0.070 * math.sqrt(104.0), rel=0.1)
    assert gyro_dps == pytest.approx(0.0038 * math.sqrt(208.0 / 3.0), rel=0.1)


def test_noise_does_not_depend_on_how_often_somebody_reads():
    often, seldom = Bench(), Bench()
    for bench in (often, seldom):
        bench.set(0x10, 0x40)
        bench.set(0x11, 0x40)
    for _ in range(50):
        often.after(4).words(ACCEL)
    assert often.chip.read(STATUS, 16) == seldom.after(200).chip.read(STATUS, 16)


def test_data_ready_falls_when_the_outputs_have_been_read():
    bench = Bench(0.0)
    bench.set(0x10, 0x40)
    bench.set(0x11, 0x40)
    assert bench.after(100).status() == 7
    bench.chip.after_read(ACCEL, 6)
    assert bench.status() == 6
    bench.chip.after_read(STATUS, 1)
    assert bench.status() == 6
    bench.chip.after_read(STATUS, 16)
    assert bench.status() == 0
    assert bench.after(10).status() & 3 == 3


def test_gyro_needs_its_turn_on_time():
    bench = Bench(0.0)
    bench.set(0x11, 0x40)
    assert bench.after(34).status() & 2 == 0
    assert bench.after(12).status() & 2 == 2


def test_software_reset_forgets_the_settings():
    bench = Bench(0.0)
    bench.set(0x10, 0x40)
    bench.after(100)
    bench.set(0x12, 0x01)
    assert bench.after(100).chip.read(0x10, 3) == b"\x00\x00\x04" and bench.status() == 0


def test_outputs_and_identity_cannot_be_written():
    bench = Bench(0.0)
    bench.chip.write(0x0F, b"\x55")
    bench.chip.write(ACCEL, b"\x55")
    assert bench.chip.read(0x0F, 1) == b"\x6c" and bench.chip.read(ACCEL, 1) == b"\x00"


def test_without_auto_increment_the_address_stays():
    bench = Bench(0.0)
    bench.set(0x12, 0x00)
    assert bench.chip.read(0x0F, 3) == b"\x6c\x6c\x6c"
    bench.chip.write(0x10, b"\x40\x50")
    assert bench.chip.read(0x10, 1) == b"\x50" and bench.chip.read(0x11, 1) == b"\x00"


def test_temperature_is_256_counts_a_degree_from_25():
    bench = Bench(0.0)
    bench.chip.temperature_c = 35.0
    bench.set(0x10, 0x40)
    assert int.from_bytes(bench.after(100).chip.read(0x20, 2), "little", signed=True) == 2560


def test_person_shakes_the_accelerometer():
    bench = Bench(0.0)
    bench.set(0x10, 0x40)
    bench.plant.person.movement = lambda now_s: (0.0, 4.903325, 0.0, 0.0)
    assert mean(bench, ACCEL, 0, 50) == pytest.approx(0.5 * 1000 / 0.061, rel=0.01)
