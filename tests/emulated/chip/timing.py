"""How long things take on the chip, by the emulated chip's own clock, with the time that the I2C bus needs.

A period's work is everything between two sleeps: the tick, and what is done in the spare time behind it. The sensor's
burst begins a tick; the watchdog's feed ends what counts for the motor.
"""

from typing import Any

from tests.emulated.bench import Bench
from tests.emulated.cases import HEAD_DOWN, OFF, case
from tests.emulated.whole.seeded import in_service_with

_TICK_MS = 10.0
PERIOD_MS = 20.0
WITH_COLLECTION_MS = 30.0
_IMU = 0x6A
_LOAD = 4  # the watchdog's register that a feed writes


class Periods:
    """Records, for each period: from the sensor's burst to the feed, all work, and from feed to feed, in ms."""

    def __init__(self, bench: Bench) -> None:
        assert bench.chip is not None
        self.tick_ms: list[float] = []
        self.work_ms: list[float] = []
        self.apart_ms: list[float] = []
        self._chip = bench.chip
        self._burst_us = 0.0
        self._last = (0.0, 0.0)
        mcu: Any = bench.chip.mcu
        connect, load = mcu.i2c[0].on_connect, mcu.watchdog.write_uint32

        def connected(addr: int, mode: int) -> None:
            if addr == _IMU and not self._burst_us:
                self._burst_us = mcu.clock.nanos / 1000.0
            connect(addr, mode)

        def written(offset: int, value: int) -> None:
            if offset == _LOAD:
                self._fed(mcu.clock.nanos / 1000.0)
            load(offset, value)

        mcu.i2c[0].on_connect = connected
        mcu.watchdog.write_uint32 = written

    def _fed(self, now_us: float) -> None:
        slept_us = self._chip.slept_us
        if self._last[0]:
            self.apart_ms.append((now_us - self._last[0]) / 1000.0)
            self.work_ms.append(self.apart_ms[-1] - (slept_us - self._last[1]) / 1000.0)
        self._last = (now_us, slept_us)
        if self._burst_us:
            self.tick_ms.append((now_us - self._burst_us) / 1000.0)
            self._burst_us = 0.0

    def words(self, what: str) -> str:
        tick, work = sorted(self.tick_ms), sorted(self.work_ms)
        return (
            f"{what}: {len(work)} periods, sense to feed median {tick[len(tick) // 2]:.1f} worst {tick[-1]:.1f} ms, "
            f"all work median {work[len(work) // 2]:.1f} worst {work[-1]:.1f} ms"
        )


@case("head-down, from sensing to the watchdog's feed takes at most 10 ms, and with all else a period's 20", HEAD_DOWN,
      core=True)  # fmt: skip
def worst(bench: Bench) -> str:
    """With telemetry that is read and the display at work. A collection may take one period to 30 ms."""
    periods = Periods(bench)
    bench.read_for(6.0)
    moving = periods.words("moving down")
    bench.release("down")
    bench.laptop.tap("up")
    bench.read_for(3.0)
    assert max(periods.tick_ms) <= _TICK_MS, moving
    late = sorted(ms for ms in periods.work_ms if ms > PERIOD_MS)
    assert len(late) <= 1 and max(periods.work_ms) <= WITH_COLLECTION_MS, f"{late}; {moving}"
    return moving


# Once a second a collection: the most in use before one and the least free after one stand where the self-test's result
# does.
_PROBE = (
    "import gc; from firmware.housekeeping import Housekeeping as H; low = [1 << 29]; top = [0]; tidy = H._tidy; "
    "H._tidy = lambda self, now: (top.append(max(top.pop(), gc.mem_alloc())), gc.collect(), "
    "low.append(min(low.pop(), gc.mem_free())), "
    "setattr(self._status, 'selftest', '%d %d' % (top[0], low[0])), tidy(self, now))[4]"
)
_LEAST_FREE = 30000


@case("the heap holds a profile pushed, a confirmation and the way down", OFF)
def heap(bench: Bench) -> str:
    in_service_with(bench, _PROBE)
    bench.laptop.hello()
    bench.confirm()
    bench.go_down()
    bench.release("down")
    bench.run(5.0)
    most, least = map(int, bench.status()["selftest"].split())
    assert least >= _LEAST_FREE, least
    return f"at least {least} bytes free after a collection, at most {most} in use a second later"
