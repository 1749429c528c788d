"""Height and weight in the other units are those of the same person."""

import re

from bascule.profile import measures


def test_nobody_is_five_feet_and_twelve_inches():
    for cm in range(100, 231):
        shown = re.fullmatch(rf"(\d) ft (\d+) in \({cm} cm\)", measures.height(cm, imperial=True))
        feet, inches = int(shown[1]), int(shown[2])
        assert inches < 12
        assert abs((feet * 12 + inches) * 2.54 - cm) <= 1.27


def test_pounds_are_those_of_the_same_weight():
    for kg in range(20, 301):
        shown = re.fullmatch(rf"{kg} kg \((\d+) lb\)", measures.weight(kg, imperial=False))
        assert abs(int(shown[1]) * 0.45359237 - kg) <= 0.23
