"""What the proof of the limit assumes of the world. tests/world/test_what_the_limit_assumes.py checks each of them.

Angles in hundredths of a degree, times in seconds. docs/safety/proof.md says where each comes from. The sentences of
theorems, requirements and that page take their numbers from here.
"""

from hal.world import invariants

LATENCY_S = 0.070  # from a sample until the drive that the next tick allows is at the motor, a collection included
COAST_S = 0.030  # how far the table goes after its drive is zero: its rate times this
RISE_CDPS2 = 600  # how fast the rate may grow while control drives by senses that are well
TILT_ERROR_CDEG = 40  # of the estimate, on a table that is moved by its motor
MOUNT_ERROR_CDEG = 50  # what the calibration accepts of the sensor's mount: docs/hardware/calibration.md
RATE_ERROR_CDPS = 20  # what is left of the gyro's bias, and its noise
POSITION_ERROR_CDEG = 55  # how much too low potentiometer, converter and linkage table may read together
POSITION_LAG_S = 0.060  # the place follows in three ticks
POSITION_RATE_LATE_CDPS = 240  # how much faster than the position sensor sees it the table may be
WRONG_RISE_CDPS2 = (
    1000  # how fast the rate may grow whatever the gyro says: the drive grows slowly, friction lets go at once
)

# The same while the motor disturbs the position reading by as much as a healthy table's is disturbed by.
NOISY_PERCENT = 0.6
NOISY_ERROR_CDEG = 150
NOISY_RATE_LATE_CDPS = 520

# So far past the limit the true angle may come. The first and the third are what situations are judged by, too.
WELL_CDEG = round(100 * invariants.OVERSHOOT_DEG)
MOUNTED_CDEG = 70
ONE_WRONG_CDEG = round(100 * invariants.OVERSHOOT_BROKEN_DEG)
NOISY_CDEG = 240


def furthest(true, rate, rise):
    """Where the table stands at last: the latency, in which the rate may grow, and coasting."""
    after = rate + rise * LATENCY_S
    return true + rate * LATENCY_S + rise * LATENCY_S**2 / 2 + after * COAST_S
