"""What answers at the clock's address is a DS3231 only if each of its registers can be one's."""

import pytest

from hal.rp2.proof.clock_chip import REGISTERS, is_ds3231

# 23:59:58 on Tuesday 29 February 2028, alarms that hold anything, and a temperature.
TIME = bytes((0x58, 0x59, 0x23, 0x02, 0x29, 0x02, 0x28))
WHOLE = TIME + bytes(range(0xA0, 0xA7)) + bytes((0x1C, 0x88, 0x05, 0x19, 0xC0))
# Bits that read 0 in a DS3231 (Maxim 19-5170, figure 1).
_ZEROS = ((0, 0x80), (1, 0x80), (2, 0x80), (3, 0xF8), (4, 0xC0), (5, 0x60), (15, 0x70), (18, 0x3F))
ZEROS = [(at, 1 << bit) for at, bits in _ZEROS for bit in range(8) if bits >> bit & 1]


def with_register(at, value):
    return WHOLE[:at] + bytes((value,)) + WHOLE[at + 1 :]


def test_a_clock_is_one_by_24_and_by_12_hours():
    assert len(WHOLE) == REGISTERS and is_ds3231(WHOLE)
    for hours in (0x00, 0x23, 0x41, 0x52, 0x72):
        assert is_ds3231(with_register(2, hours))


@pytest.mark.parametrize(("at", "bit"), ZEROS)
def test_a_chip_with_one_bit_that_a_clock_never_has_is_not_taken_for_the_clock(at, bit):
    assert not is_ds3231(with_register(at, WHOLE[at] | bit))


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, 0x60), (0, 0x0A), (1, 0x60), (2, 0x24), (2, 0x40), (2, 0x53), (2, 0x1A), (2, 0x80), (3, 0x00), (4, 0x00),
        (4, 0x32), (5, 0x00), (5, 0x13), (6, 0xA0), (6, 0x9A),
    ],
)  # fmt: skip
def test_a_number_that_no_time_has_is_no_clocks(at, value):
    assert not is_ds3231(with_register(at, value))


def test_a_tilt_sensor_that_sleeps_at_its_address_is_not_taken_for_the_clock():
    assert not is_ds3231(bytes(REGISTERS))
