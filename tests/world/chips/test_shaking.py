"""Vibration reaches a tilt sensor's registers as the low-pass that is set on the chip lets it."""

import math

import pytest

from hal.world.chips import lsm6dsox, mpu6050
from hal.world.chips.mounting import felt_g
from hal.world.clock import Clock
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise

FOR_S = 2.0
READ_MS = 3


def shaken(hz, g=0.2):
    """A person who shakes the table along its length."""
    return lambda now_s: (0.0, 9.80665 * g * math.sin(2 * math.pi * hz * now_s), 0.0, 0.0)


def swing_g(chip_type, settings, hz, first_out, order, counts_per_g):
    """Half of what the accelerometer along the table swings by, over some seconds."""
    clock, plant = Clock(), Plant(Person(movement=shaken(hz)), 0.0)
    chip = chip_type(clock, plant, Noise(1))
    chip.noise_factor = 0.0
    for register, value in settings:
        chip.write(register, bytes([value]))
    seen = []
    for _ in range(round(FOR_S * 1000 / READ_MS)):
        clock.now_us += READ_MS * 1000
        seen.append(int.from_bytes(chip.read(first_out, 2), order, signed=True) / counts_per_g)
    late = seen[len(seen) // 2 :]
    return (max(late) - min(late)) / 2


def passes(hz, bandwidth_hz):
    return 0.2 / math.sqrt(1 + (hz / bandwidth_hz) ** 2)


@pytest.mark.parametrize("hz", [1, 5, 31, 50, 120, 200])
@pytest.mark.parametrize(
    ("settings", "bandwidth_hz"),
    [
        (((0x10, 0x58),), 104),
        (((0x17, 0x60), (0x10, 0x5A)), 208 / 45),
        (((0x10, 0x5A), (0x17, 0x20)), 20.8),
    ],
)
def test_lsm6dsox(hz, settings, bandwidth_hz):
    seen = swing_g(lsm6dsox.Lsm6dsox, settings, hz, 0x28, "little", 1000 / 0.122)
    assert seen == pytest.approx(passes(hz, bandwidth_hz), rel=0.2, abs=0.004)


@pytest.mark.parametrize("hz", [1, 5, 31, 50, 120, 200])
@pytest.mark.parametrize(("config", "bandwidth_hz"), [(3, 44), (5, 10)])
def test_mpu6050(hz, config, bandwidth_hz):
    settings = ((0x6B, 0x01), (0x19, 0x07), (0x1A, config), (0x1C, 0x08))
    seen = swing_g(mpu6050.Mpu6050, settings, hz, 0x3B, "big", 8192)
    assert seen == pytest.approx(passes(hz, bandwidth_hz), rel=0.2, abs=0.004)


def test_a_person_who_lies_still_again_is_not_felt():
    clock, plant = Clock(), Plant(Person(movement=shaken(3)), 0.0)
    chip = lsm6dsox.Lsm6dsox(clock, plant, Noise(1), zero_g_mg=0.0)
    chip.noise_factor = 0.0
    chip.write(0x10, b"\x5a")
    for _ in range(50):
        clock.now_us += 20_000
        chip.read(0x28, 2)
    plant.person.movement = None
    clock.now_us += 20_000
    assert chip.read(0x28, 2) == bytes(2)


@pytest.mark.parametrize("rate_dps", [30.0, -30.0])
def test_a_sample_is_of_where_the_table_was_and_not_of_where_it_will_be(rate_dps):
    plant = Plant(Person(), 0.0)
    plant.rate_radps = math.radians(rate_dps)
    x, _, z = felt_g(plant, 0.1)
    assert math.degrees(math.atan2(-x, z)) == pytest.approx(-rate_dps * 0.1)
