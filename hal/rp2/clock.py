"""Time: the chip's microsecond timer in milliseconds, and the wait of each period."""

from time import sleep_ms, ticks_diff, ticks_ms


class Clock:
    """MicroPython's ticks wrap at 2^30 on this chip, which is the contract's range."""

    def __init__(self, heap):
        self._heap = heap

    def now_ms(self):
        return ticks_ms()

    def wait_until(self, deadline_ms):
        """Sleeps: USB and everything else that waits for an interrupt is served here."""
        self._heap.free()
        left_ms = ticks_diff(deadline_ms, ticks_ms())
        if left_ms > 0:
            sleep_ms(left_ms)
        self._heap.guard()
