"""LSM6DSOX tilt sensor: registers to integers. Register numbers and scales: ST datasheet DS12814, sections 4 and 9."""

ADDRESS = 0x6A  # SA0 low
_WHO_AM_I = 0x0F
_CHIP_ID = 0x6C
_OTHER_ADDRESS = 0x6B  # SA0 high
_CTRL1_XL = 0x10
_CTRL2_G = 0x11
_CTRL3_C = 0x12
_CTRL8_XL = 0x17
_STATUS_REG = 0x1E
_BOTH_NEW = 0x03  # XLDA and GDA
_BURST = 16  # STATUS, reserved, temperature, gyro xyz, accel xyz

# 208 Hz: four samples in every 20 ms tick, so that a tick without a new one is a fault and not chance.
_ODR_208_HZ = 0x50
_ACCEL_4_G = 0x08
# The accelerometer's second low-pass (9.12, 9.19) at a 45th of that, 4.6 Hz: vibration near the rate at which it is
# read, 50 Hz, would else stand still as a tilt.
_LPF2_ON = 0x02
_LPF2_45TH = 0x60
_GYRO_250_DPS = 0x00
_BDU_AND_AUTO_INCREMENT = 0x44


class Lsm6dsox:
    """accel_raw and gyro_raw hold the last good sample (x, y, z), signed 16 bits; rewritten in place by read()."""

    # 0.122 mg a count.
    ACCEL_UG_PER_COUNT = 122
    # 8.75 mdps a count is 7/8 of a centidegree per second: seven eighths each, exactly.
    GYRO_EIGHTH_CDPS_PER_1024 = 7 * 1024

    def __init__(self, i2c):
        self._i2c = i2c
        self._burst = bytearray(_BURST)
        self._one = bytearray(1)
        self.address = ADDRESS
        self.identity = _CHIP_ID  # what the chip at that address said last
        self.accel_raw = [0, 0, 0]
        self.gyro_raw = [0, 0, 0]

    def start(self):
        """Identify and configure the chip. False when another chip answers; OSError when none does."""
        self._i2c.read_into(ADDRESS, _WHO_AM_I, self._one)
        self.identity = self._one[0]
        if self.identity != _CHIP_ID:
            return False
        self._set(_CTRL3_C, _BDU_AND_AUTO_INCREMENT)
        self._set(_CTRL8_XL, _LPF2_45TH)
        self._set(_CTRL1_XL, _ODR_208_HZ | _ACCEL_4_G | _LPF2_ON)
        self._set(_CTRL2_G, _ODR_208_HZ | _GYRO_250_DPS)
        return True

    def elsewhere(self):
        """What the chip that is strapped to the other address says, as address and identity; OSError without one."""
        self._i2c.read_into(_OTHER_ADDRESS, _WHO_AM_I, self._one)
        return _OTHER_ADDRESS << 8 | self._one[0]

    def _set(self, register, value):
        self._one[0] = value
        self._i2c.write(ADDRESS, register, self._one)

    def read(self):
        """Fetch one sample. True when both senses are new since the last read; OSError when the bus fails."""
        burst = self._burst
        self._i2c.read_into(ADDRESS, _STATUS_REG, burst)
        if burst[0] & _BOTH_NEW != _BOTH_NEW:
            return False
        gyro = self.gyro_raw
        accel = self.accel_raw
        at = 4
        for axis in range(3):
            count = burst[at] | burst[at + 1] << 8
            gyro[axis] = count if count < 0x8000 else count - 0x10000
            count = burst[at + 6] | burst[at + 7] << 8
            accel[axis] = count if count < 0x8000 else count - 0x10000
            at += 2
        return True
