"""The actuator's stroke to the table's angle: what the position sensor says in the inversion convention."""

# Inversion angle in centidegrees at every 1024th count of the position channel, 0 to 65536, for the linkage in the
# HAL's contract: a screw between arms of 450 and 300 mm, and a 2:1 belt. Beyond the mechanical stops the curve goes on,
# so that a reading out there still says on which side it lies.
_CDEG_AT = (
    -7569, -7354, -7139, -6924, -6709, -6494, -6278, -6062, -5846, -5629, -5412, -5194, -4975,
    -4756, -4536, -4315, -4093, -3871, -3647, -3423, -3197, -2970, -2742, -2513, -2282, -2050,
    -1816, -1581, -1344, -1105, -865, -623, -378, -132, 117, 367, 620, 876, 1134,
    1395, 1659, 1926, 2197, 2470, 2747, 3028, 3313, 3602, 3896, 4194, 4497, 4806,
    5121, 5441, 5769, 6103, 6445, 6796, 7156, 7526, 7907, 8300, 8707, 9129, 9569,
)  # fmt: skip


def position_cdeg(raw):
    """Inversion angle, centidegrees, from a position count of 0 to 65535; within 5 of the linkage's own curve."""
    i = raw >> 10
    low = _CDEG_AT[i]
    return low + ((_CDEG_AT[i + 1] - low) * (raw & 1023) >> 10)
