"""Integer arctangent of two axes, the whole circle."""

# atan(i / 64) in centidegrees, i = 0 to 64. Between entries a straight line errs by less than 0.01 degree.
_ATAN_CDEG = (
    0, 90, 179, 268, 358, 447, 536, 624, 713, 800, 888, 975, 1062,
    1148, 1234, 1319, 1404, 1488, 1571, 1653, 1735, 1817, 1897, 1977, 2056, 2134,
    2211, 2287, 2363, 2438, 2511, 2584, 2657, 2728, 2798, 2867, 2936, 3003, 3070,
    3136, 3201, 3264, 3327, 3390, 3451, 3511, 3571, 3629, 3687, 3744, 3800, 3855,
    3909, 3963, 4016, 4067, 4119, 4169, 4218, 4267, 4315, 4363, 4409, 4455, 4500,
)  # fmt: skip


def atan2_cdeg(y, x):
    """Angle of the vector (x, y), -18000 to 18000 centidegrees, within 3 of the true one; 0 for no vector.

    y and x: signed 16 bits.
    """
    ay = -y if y < 0 else y
    ax = -x if x < 0 else x
    steep = ay > ax
    big = ay if steep else ax
    if not big:
        return 0
    ratio = ((ax if steep else ay) << 12) // big
    i = ratio >> 6
    angle_cdeg = _ATAN_CDEG[i]
    if i < 64:
        angle_cdeg += (_ATAN_CDEG[i + 1] - angle_cdeg) * (ratio & 63) >> 6
    if steep:
        angle_cdeg = 9000 - angle_cdeg
    if x < 0:
        angle_cdeg = 18000 - angle_cdeg
    return -angle_cdeg if y < 0 else angle_cdeg
