"""What a person is told of the fault in force: the core's words, and what else is known about its cause."""

from firmware.safety import faults

ANSWERED = (
    "A chip answers as %02xh at address %02xh. The table knows an LSM6DSOX (6ch at 6ah), an MPU-6050 (68h at 69h)."
)
REPLACE = "Press UP. Have the tilt sensor replaced."


def words(status):
    """(name, sentence, remedy) of the fault in force, which must be one; each a text of firmware/texts.py."""
    row = faults.FAULTS[status.fault]
    stranger = status.tilt_sensor.stranger if status.tilt_sensor and status.fault == faults.IMU_STALE else 0
    if stranger:
        return row[faults.NAME], (ANSWERED, stranger & 255, stranger >> 8), REPLACE
    return row[faults.NAME], row[faults.SENTENCE], row[faults.REMEDY]
