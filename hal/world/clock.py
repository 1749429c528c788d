"""Virtual time: one counter in microseconds that only moves forward, and the wrapping view the device has."""

from hal.contract import TICKS_PERIOD

_MASK = TICKS_PERIOD - 1
_HALF = TICKS_PERIOD >> 1


class Clock:
    """now_us never wraps; device_ms starts at start_ms and wraps at TICKS_PERIOD."""

    def __init__(self, start_ms: int = 0) -> None:
        self.now_us = 0
        self._start_ms = start_ms

    @property
    def now_s(self) -> float:
        return self.now_us / 1e6

    def device_ms(self) -> int:
        return (self._start_ms + self.now_us // 1000) & _MASK

    def jump(self, ms: int) -> None:
        """Move what the device believes, not the world's time."""
        self._start_ms = (self._start_ms + ms) & _MASK

    def deadline_us(self, deadline_ms: int) -> int:
        """The world's time of a device deadline; now when it has passed."""
        now_ms = self.now_us // 1000
        ahead_ms = (deadline_ms - self._start_ms - now_ms) & _MASK
        if ahead_ms == 0 or ahead_ms >= _HALF:
            return self.now_us
        return (now_ms + ahead_ms) * 1000
