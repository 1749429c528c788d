"""What the proof of the limit assumes of the world. tests/world/test_what_the_limit_assumes.py checks each of them.

Angles in hundredths of a degree, times in seconds. docs/safety/proof.md says where each comes from.
"""

LATENCY_S = 0.070  # from a sample until the drive that the next tick allows is at the motor, a collection included
COAST_S = 0.030  # how far the table goes after its drive is zero: its rate times this
RISE_CDPS2 = 600  # how fast the rate may grow while control drives by senses that are well
TILT_ERROR_CDEG = 40  # of the estimate, on a table that is moved by its motor
RATE_ERROR_CDPS = 20  # what is left of the gyro's bias, and its noise
POSITION_ERROR_CDEG = 30  # of potentiometer, converter and linkage table together
POSITION_LAG_S = 0.060  # the place follows in three ticks
WRONG_RATE_CDPS = 330  # the most that the table turns while the tilt sensor is wrong and nothing has noticed

WELL_CDEG = 50
ONE_WRONG_CDEG = 100
TILT_WRONG_CDEG = 140
