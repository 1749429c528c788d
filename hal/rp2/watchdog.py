"""The chip's watchdog, and one edge a feed for the window watchdog outside the chip."""

from machine import WDT, Pin

from hal import contract
from hal.rp2 import errors, pins


class Watchdog:
    """start() may be called again with another time; nothing stops it."""

    def __init__(self, heap):
        self._heap = heap
        self._kick = Pin(pins.WINDOW_KICK, Pin.OUT, value=0)
        self._level = 0
        self._dog = None

    def start(self, timeout_ms):
        if not 1 <= timeout_ms <= contract.WATCHDOG_MAX_MS:
            raise errors.RANGE
        self._dog = WDT(timeout=timeout_ms)
        self._heap.guarded = True

    def feed(self):
        if self._dog is not None:
            self._dog.feed()
        self._level ^= 1
        self._kick.value(self._level)
        self._heap.free()
