"""What each chip is set to, as a whole, and what a sample that is only half new or half read is worth."""

import pytest

from firmware.drivers.lsm6dsox import Lsm6dsox
from firmware.drivers.mpu6050 import Mpu6050


class Chip:
    """A bus with one chip: answers[register] is what a read from there gives; written has what was written last."""

    def __init__(self, **answers):
        self.answers = answers
        self.written = {}
        self.fails = False

    def read_into(self, addr, reg, buf):
        if self.fails:
            raise OSError(1)
        buf[:] = self.answers[f"r{reg:02x}"][: len(buf)]

    def write(self, addr, reg, buf):
        for at, byte in enumerate(buf):
            self.written[reg + at] = byte


def test_the_lsm6dsox_is_set_as_its_data_sheet_asks_for_these_ranges():
    """Block data update among it: without, the two bytes of an angle may be of two samples, degrees apart."""
    chip = Chip(r0f=b"\x6c")
    assert Lsm6dsox(chip).start()
    # ST DS12814: 208 Hz, 4 g, second filter (9.12); 208 Hz, 250 deg/s (9.13); BDU, IF_INC (9.14); a 45th (9.19).
    assert chip.written == {0x10: 0x5A, 0x11: 0x50, 0x12: 0x44, 0x17: 0x60}


def test_the_mpu6050_is_set_as_its_data_sheet_asks_for_these_ranges():
    chip = Chip(r75=b"\x68")
    assert Mpu6050(chip).start()
    # InvenSense RM: 125 Hz (4.2), 10 Hz (4.3), 250 deg/s (4.4), 4 g (4.5), flag (4.15, 4.16), clock (4.28), no standby.
    assert chip.written == {
        0x19: 0x07, 0x1A: 0x05, 0x1B: 0x00, 0x1C: 0x08, 0x37: 0x20, 0x38: 0x01, 0x6B: 0x01, 0x6C: 0x00,
    }  # fmt: skip


SAMPLE = (1000, -2000, 3000, -4000, 5000, -6000)


def words(order):
    return b"".join(number.to_bytes(2, order, signed=True) for number in SAMPLE)


@pytest.mark.parametrize("flags", [0, 1, 2, 4, 5, 6])
def test_a_sample_of_which_one_sense_has_stopped_is_no_sample(flags):
    """A gyro that stands would pass for a table that stands."""
    chip = Chip(r1e=bytes((flags, 0, 0, 0)) + words("little"))
    sensor = Lsm6dsox(chip)
    assert not sensor.read() and (sensor.gyro_raw, sensor.accel_raw) == ([0, 0, 0], [0, 0, 0])


@pytest.mark.parametrize("flags", [3, 7])
def test_each_axis_of_each_sense_of_the_lsm6dsox_is_read_as_itself(flags):
    chip = Chip(r1e=bytes((flags, 0, 0, 0)) + words("little"))
    sensor = Lsm6dsox(chip)
    assert sensor.read() and (sensor.gyro_raw, sensor.accel_raw) == ([*SAMPLE[:3]], [*SAMPLE[3:]])


def test_each_axis_of_each_sense_of_the_mpu6050_is_read_as_itself():
    data = words("big")
    chip = Chip(r3a=b"\x01" + data[:6] + b"\x00\x00" + data[6:])
    sensor = Mpu6050(chip)
    assert sensor.read() and (sensor.accel_raw, sensor.gyro_raw) == ([*SAMPLE[:3]], [*SAMPLE[3:]])


@pytest.mark.parametrize("driver", [Lsm6dsox, Mpu6050])
def test_a_reading_that_fails_leaves_the_last_good_sample(driver):
    data = b"\x03\x00\x00\x00" + words("little")
    chip = Chip(r1e=data, r3a=data[:15])
    sensor = driver(chip)
    assert sensor.read()
    before = ([*sensor.accel_raw], [*sensor.gyro_raw])
    chip.fails = True
    with pytest.raises(OSError, match="1"):
        sensor.read()
    assert (sensor.accel_raw, sensor.gyro_raw) == before
