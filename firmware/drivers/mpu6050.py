"""MPU-6050 tilt sensor: registers to integers.

Register numbers: InvenSense RM-MPU-6000A-00 rev 4.2, section 3 (pages 6 to 8); what they do, section 4 there. Scales:
PS-MPU-6000A-00 rev 3.4, sections 6.1 and 6.2 (pages 12 and 13). The address: there, section 9.2.
"""

ADDRESS = 0x69  # AD0 high: the clock chip has 0x68
_WHO_AM_I = 0x75
_CHIP_ID = 0x68  # whatever AD0 is
_PWR_MGMT_1 = 0x6B  # then PWR_MGMT_2
_SMPLRT_DIV = 0x19  # then CONFIG, GYRO_CONFIG, ACCEL_CONFIG
_INT_PIN_CFG = 0x37  # then INT_ENABLE
_INT_STATUS = 0x3A
_DATA_READY = 0x01
_BURST = 15  # INT_STATUS, accel xyz, temperature, gyro xyz, high bytes first

# Out of the sleep that it powers up in, its clock from the x gyro (4.28), no axis in standby (4.29).
_AWAKE = b"\x01\x00"
# Filter at 10 Hz, 13.8 ms late: vibration near the rate at which it is read, 50 Hz, would else stand still as a tilt.
# It makes the gyro's rate 1 kHz (4.3); divided by 1 + 7 (4.2): two samples of 125 Hz in every 20 ms tick, so that a
# tick without a new one is a fault and not chance. 250 deg/s (4.4), 4 g (4.5).
_RATE_FILTER_SCALES = b"\x07\x05\x00\x08"
# The flag of new data is raised, and stands until INT_STATUS itself is read (4.15, 4.16).
_FLAG_NEW_DATA = b"\x20\x01"


class Mpu6050:
    """accel_raw and gyro_raw hold the last good sample (x, y, z), signed 16 bits; rewritten in place by read()."""

    # 8192 counts a g.
    ACCEL_UG_PER_COUNT = 122
    # 131 counts a degree per second: 800/131 of an eighth of a centidegree per second each.
    GYRO_EIGHTH_CDPS_PER_1024 = 6253

    def __init__(self, i2c):
        self._i2c = i2c
        self._burst = bytearray(_BURST)
        self._one = bytearray(1)
        self.address = ADDRESS
        self.identity = _CHIP_ID  # what the chip at that address said last
        self.accel_raw = [0, 0, 0]
        self.gyro_raw = [0, 0, 0]

    def start(self):
        """Identify, wake and configure the chip. False when another chip answers; OSError when none does."""
        i2c = self._i2c
        i2c.read_into(ADDRESS, _WHO_AM_I, self._one)
        self.identity = self._one[0]
        if self.identity != _CHIP_ID:
            return False
        i2c.write(ADDRESS, _PWR_MGMT_1, _AWAKE)
        i2c.write(ADDRESS, _SMPLRT_DIV, _RATE_FILTER_SCALES)
        i2c.write(ADDRESS, _INT_PIN_CFG, _FLAG_NEW_DATA)
        return True

    def read(self):
        """Fetch one sample. True when it is new since the last read; OSError when the bus fails."""
        burst = self._burst
        self._i2c.read_into(ADDRESS, _INT_STATUS, burst)
        if not burst[0] & _DATA_READY:
            return False
        accel = self.accel_raw
        gyro = self.gyro_raw
        at = 1
        for axis in range(3):
            count = burst[at] << 8 | burst[at + 1]
            accel[axis] = count if count < 0x8000 else count - 0x10000
            count = burst[at + 8] << 8 | burst[at + 9]
            gyro[axis] = count if count < 0x8000 else count - 0x10000
            at += 2
        return True
