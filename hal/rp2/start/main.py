"""Hands the board to the firmware."""

from micropython import kbd_intr

# Before the cable can carry a byte: from here on no Ctrl-C interrupts anything.
kbd_intr(-1)

from firmware.main import main
from hal.rp2.board import Board

main(Board())

# Maintenance: the prompt, and whatever lies on the flash.
import sys

sys.path[:] = ["", ".frozen", "/lib"]
kbd_intr(3)
