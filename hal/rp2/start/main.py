"""Hands the board to the firmware."""

from micropython import kbd_intr

# Before the cable can carry a byte: from here on no Ctrl-C interrupts anything.
kbd_intr(-1)

from machine import reset
from time import sleep_ms

from firmware.main import main
from hal.rp2.board import Board

try:
    board = Board()
except Exception:  # noqa: BLE001 - without a board there is nothing to serve, and no prompt for anybody
    sleep_ms(1000)
    reset()
main(board)

# Maintenance: the prompt, and whatever lies on the flash.
import sys

sys.path[:] = ["", ".frozen", "/lib"]
kbd_intr(3)
