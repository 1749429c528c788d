"""What the tests beside it share."""

from firmware.profile import form
from tests.support.profiles import clearance, profile

KEY = "hip_labral_tear"


DEGREES = "write degrees past horizontal, as max_inversion_deg = 25."


ODD = (None, True, False, 0, -1, 10**30, 1.5, "", "x", "x" * 2000, [], [1], {}, {"a": 1})


def found(wrong):
    return [(code, field) for code, field, _ in form.check(wrong)]


def with_clearance(**changes):
    return profile(KEY, clearances=[{**clearance(KEY), **changes}])


def without(table, *names):
    return {key: value for key, value in table.items() if key not in names}


# Letters and signs without a shape of their own, beside what Unicode itself calls control, format and separator.
BLANK = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}


SELECTORS = {*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


STEADY = {"down_s": 30, "level_s": 30, "times": 5}
