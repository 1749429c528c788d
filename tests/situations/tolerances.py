"""Parts as they come, for situations in which nothing is wrong: drawn anew for each, and the same each time."""

import random

from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors import analog

# What a healthy table may be made of: noise of the position sensor in percent of its reading while the motor runs, what
# the potentiometer takes from the converter's reference, and zero and gain of each half bridge.
NOISE_PERCENT = (0.0, 0.6)
LOW_PERCENT = (0.0, 2.9)
OFFSET_UA = (0.0, 10.0)
GAIN = (0.75, 1.3)


def draw(rig: Breakable, title: str) -> None:
    """Give this table its parts, by the situation's title."""
    source = random.Random(title)
    analog.noisy(rig, source.uniform(*NOISE_PERCENT))
    analog.low_reference(rig, source.uniform(*LOW_PERCENT))
    for half in "ab":
        analog.sense_offset(half)(rig, source.uniform(*OFFSET_UA))
        analog.sense_gain(half)(rig, source.uniform(*GAIN))
