"""Hands the board to the firmware."""

from micropython import kbd_intr

# Before the cable can carry a byte: from here on no Ctrl-C interrupts anything.
kbd_intr(-1)

import sys

# Only what is in the image is ever imported: a file on the flash cannot stand in for it.
sys.path[:] = [".frozen"]

from firmware.main import main
from hal.rp2.board import Board

main(Board())

# Maintenance: the prompt, and whatever lies on the flash.
sys.path[:] = ["", ".frozen", "/lib"]
kbd_intr(3)
