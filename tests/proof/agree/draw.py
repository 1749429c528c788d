"""States and inputs at random: near what the core compares, near a table that is well, and anywhere in the ranges."""

import random

from firmware.safety import checks, core, envelope, faults
from tests.proof import domains
from tests.proof.healthy import healthy

ALL = {**domains.KEPT, **domains.GIVEN}
_NUMBERS = sorted(
    {
        sign * value + near
        for module in (checks, core, envelope)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, int) and value < 1 << 24
        for sign in (1, -1)
        for near in (-1, 0, 1)
    }
)
_AGES = sorted({hold + near for hold in (*faults.HOLD_MS, 30_000, 1000, 140) for near in (-1, 0, 1, 20)})


class Draw:
    """case(): values of all fields, by name with the place in a list, and the time. The same seed draws the same."""

    def __init__(self, seed: int):
        self._random = random.Random(seed)
        self._healthy = {name: int(value) for name, value in healthy().items()}
        self._domains = {name: ALL[".".join(name.split(".")[:2])] for name in self._healthy}
        self._times = [name for name, domain in self._domains.items() if domain == domains.TICKS]
        self._times.append("checks._last_ms")
        self._others = [name for name in self._healthy if name not in self._times]

    def case(self) -> tuple[int, dict[str, int]]:
        """A healthy table but for a number of fields that is itself drawn."""
        random_ = self._random
        now_ms = random_.choice((100_000, 5, domains.TICKS.high, random_.randrange(domains.TICKS.high)))
        values = dict(self._healthy)
        for name in self._times:
            values[name] = now_ms - 20 & domains.TICKS.high
        for name in random_.sample(self._times, random_.choice((0, 2, 10))):
            values[name] = now_ms - random_.choice(_AGES) & domains.TICKS.high
        for name in random_.sample(self._others, random_.choice((1, 3, 8, 25, len(self._others)))):
            values[name] = self._value(self._domains[name])
        if random_.random() < 0.9:
            values["obs.imu_ms"] = now_ms
        if random_.random() < 0.7:
            self._sound(values)
        if random_.random() < 0.1:
            self._repeats(values)
        if random_.random() < 0.05:
            values["checks._last_ms"] = -1
        return now_ms, values

    def _sound(self, values: dict[str, int]) -> None:
        """Limits that fit their complements, a direction that fits the drive, and now and then a table upright."""
        for value, complement in (("limit_cdeg", "_limit_check"), ("session_ms", "_session_check")):
            values[f"limits.{complement}"] = values[f"limits.{value}"] ^ domains.TICKS.high
        drive = values["verdict.drive_permille"]
        values["checks._anchor_sign"] = (drive > 0) - (drive < 0)
        if self._random.random() < 0.2:
            values.update({"obs.at_upright": 1, "obs.upright_switch": 1, "obs.inv_cdeg": -7000, "obs.pos_cdeg": -7000})

    def _repeats(self, values: dict[str, int]) -> None:
        """The tilt sensor says what it said before; and nobody presses anything, or DOWN alone."""
        for axis in range(3):
            for name in ("accel_mg", "gyro_raw"):
                values[f"checks._{name}.{axis}"] = values[f"obs.{name}.{axis}"]
        values["checks._repeats"] = self._random.choice((17, 18, 19, 20))
        values["obs.keys"] = values["checks._keys"]
        values[f"checks.since_ms.{faults.SILENT}"] = (
            values["obs.imu_ms"] - self._random.choice((20, 59_999, 60_000, 60_001)) & domains.TICKS.high
        )
        values["obs.down"] = self._random.choice((0, 0, 1))

    def _value(self, domain) -> int:
        if isinstance(domain, domains.OneOf):
            return self._random.choice(domain.values)
        if self._random.random() < 0.7:
            return max(domain.low, min(domain.high, self._random.choice(_NUMBERS)))
        return self._random.randint(domain.low, domain.high)
