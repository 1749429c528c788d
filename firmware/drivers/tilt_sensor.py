"""The tilt sensor that is fitted: an LSM6DSOX or an MPU-6050, found by its address and its identity."""

from firmware.drivers.lsm6dsox import Lsm6dsox
from firmware.drivers.mpu6050 import Mpu6050


class TiltSensor:
    """One of the known chips. Before one was found it is taken for the first, which then does not answer.

    accel_raw, gyro_raw: as the chip's driver has them. accel_ug and gyro_scale say what a count is: micro-g, and
    eighths of a centidegree per second in 1024 counts. stranger: of another chip that answered instead when it was last
    looked for, its address in the upper byte and its identity in the lower; 0 for none.
    """

    def __init__(self, i2c):
        self.stranger = 0
        self._known = (Lsm6dsox(i2c), Mpu6050(i2c))
        self._take(self._known[0])

    def _take(self, chip):
        self._chip = chip
        self.accel_raw = chip.accel_raw
        self.gyro_raw = chip.gyro_raw
        self.accel_ug = chip.ACCEL_UG_PER_COUNT
        self.gyro_scale = chip.GYRO_EIGHTH_CDPS_PER_1024

    def start(self):
        """Look for a known chip and configure it. False when none is there that answers as it should."""
        self.stranger = 0
        for chip in self._known:
            try:
                if chip.start():
                    self.stranger = 0
                    self._take(chip)
                    return True
                self.stranger = chip.address << 8 | chip.identity
            except OSError:
                pass
        if not self.stranger:
            try:
                self.stranger = self._known[0].elsewhere()
            except OSError:
                pass
        return False

    def read(self):
        """Fetch one sample. True when both senses are new since the last read; OSError when the bus fails."""
        return self._chip.read()
