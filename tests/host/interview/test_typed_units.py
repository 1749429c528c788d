"""A height or weight typed in other units is that person's, and never lighter than they are."""

import math

from bascule.interview import answers


def test_nobody_is_declared_lighter_than_they_are_and_nobody_too_light_heavy_enough():
    for pounds in range(44, 661):
        for typed in (f"{pounds} lb", f"{pounds}.5 pounds"):
            weight_kg = float(typed.split()[0]) * 0.45359237
            rounded = answers.measure("weight_kg", typed)
            assert abs(rounded - weight_kg) < 1
            assert rounded >= weight_kg if weight_kg >= 45 else rounded < 45
    assert answers.measure("weight_kg", "82.1") == 83
    assert [answers.measure("weight_kg", typed) for typed in ("44.2", "44.5", "97 lb", "45.0", "45.1")] == [
        44,
        44,
        43,
        45,
        46,
    ]
    assert answers.measure("weight_kg", "82") == 82


def test_a_height_in_feet_is_the_same_height():
    for feet in range(3, 8):
        for inches in range(12):
            height_cm = (feet * 12 + inches) * 2.54
            for typed in (f"{feet} ft {inches} in", f"{feet}' {inches}\"", f"{feet * 12 + inches} in"):
                assert abs(answers.measure("height_cm", typed) - height_cm) <= 0.5, typed
    assert math.isclose(answers.measure("height_cm", "6 ft"), 183)
