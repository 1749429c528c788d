"""Hands the Pico's board to the conformance program, in the image that `python -m image --conformance` builds."""

from micropython import kbd_intr

kbd_intr(-1)

import sys

sys.path[:] = [".frozen"]

from hal.rp2.board import Board
from tests.conformance.program import main

main(Board())
