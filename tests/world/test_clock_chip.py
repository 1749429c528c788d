"""What the self-test takes for a DS3231: the chip of the world at every time, and nothing else at its address."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hal.rp2.proof.clock_chip import REGISTERS, is_ds3231
from hal.world.chips import mpu6050
from hal.world.chips.ds3231 import ADDRESS, CONTROL, EOSC, HOURS, OSF, STATUS, Ds3231
from hal.world.chips.mpu6050 import Mpu6050
from hal.world.clock import Clock
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise
from hal.world.world import World

NOON = datetime.datetime(2026, 11, 23, 12, 0, 0)
# Maxim 19-5170, figure 1: the bits that are drawn as 0, written here a second time.
ALWAYS_ZERO = {0: 0x80, 1: 0x80, 2: 0x80, 3: 0xF8, 4: 0xC0, 5: 0x60, 15: 0x70, 18: 0x3F}
EACH_ZERO = [(at, 1 << bit) for at, bits in ALWAYS_ZERO.items() for bit in range(8) if bits >> bit & 1]


def mpu():
    clock = Clock()
    return Mpu6050(clock, Plant(Person(), -70.0), Noise(1))


@given(
    st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2099, 12, 31)), st.booleans(), st.binary(max_size=5)
)
def test_a_ds3231_is_one_at_every_time(wall, half_days, others):
    chip = Ds3231(Clock(), wall)
    if half_days:
        hour = wall.hour % 12 or 12
        chip.write(HOURS, bytes([0x40 | (0x20 if wall.hour >= 12 else 0) | hour // 10 << 4 | hour % 10]))
    chip.write(STATUS - 3, others)  # alarm, control, status, aging: whatever is written there
    assert is_ds3231(chip.read(0, REGISTERS))


def test_one_that_was_never_set_is_one():
    assert is_ds3231(Ds3231(Clock()).read(0, REGISTERS))


@pytest.mark.parametrize("awake", [False, True])
def test_an_mpu6050_is_none(awake):
    chip = mpu()
    if awake:
        chip.write(mpu6050.PWR_MGMT_1, b"\x01")
    assert not is_ds3231(chip.read(0, REGISTERS))


@pytest.mark.parametrize(("at", "bit"), EACH_ZERO)
def test_a_bit_that_must_be_0_is_0_in_the_model_and_looked_at(at, bit):
    chip = Ds3231(Clock(), NOON)
    registers = bytearray(chip.read(0, REGISTERS))
    registers[at] |= bit
    assert not is_ds3231(registers)
    chip.write(at, bytes([registers[at]]))
    assert not chip.read(at, 1)[0] & bit


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, 0x60), (0, 0x0A), (1, 0x60), (1, 0x5F), (2, 0x24), (2, 0x0A), (2, 0x40), (2, 0x53), (3, 0), (4, 0),
        (4, 0x32), (5, 0), (5, 0x13), (5, 0x80), (6, 0xA0), (6, 0x0F),
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(at, value):
    registers = bytearray(Ds3231(Clock(), NOON).read(0, REGISTERS))
    registers[at] = value
    assert not is_ds3231(registers)


@pytest.mark.parametrize("value", [0x00, 0xFF, ADDRESS])
def test_a_bus_that_always_says_the_same_is_none(value):
    assert not is_ds3231(bytes([value]) * REGISTERS)


def test_a_clock_chip_on_an_empty_battery_stands_while_the_board_has_no_power():
    """With its oscillator set to stop there, it says how long it stood: by its flag, and by its time."""
    world = World(Person(), -70.0, 0, 1, datetime.datetime(2026, 11, 23, 10, 0))
    world.rtc.write(CONTROL, bytes([EOSC]))
    world.cut_board()
    world.clock.now_us += 3600 * 1_000_000
    world.power_board()
    assert world.rtc.read(HOURS, 1) == b"\x10" and world.rtc.read(STATUS, 1)[0] & OSF
