"""Changes to a row of numbers that a sensor gives: what stuck, delayed, scaled and the like mean for any of them."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Sequence

# (world's time in us, true values) -> the values that are seen; None: no answer at all.
Change = Callable[[int, Sequence[int]], Sequence[int] | None]


def stuck() -> Change:
    """The first values seen, for ever."""
    kept: list[Sequence[int]] = []

    def change(_now_us: int, values: Sequence[int]) -> Sequence[int]:
        if not kept:
            kept.append(values)
        return kept[0]

    return change


def constant(value: int) -> Change:
    return lambda _now_us, values: [value] * len(values)


def absent() -> Change:
    return lambda _now_us, _values: None


def scaled(factor: float) -> Change:
    return lambda _now_us, values: [round(value * factor) for value in values]


def added(counts: float) -> Change:
    return lambda _now_us, values: [round(value + counts) for value in values]


def negated() -> Change:
    return lambda _now_us, values: [-value for value in values]


def garbage(seed: int, low: int, high: int) -> Change:
    """Another random number each time."""
    source = random.Random(seed)
    return lambda _now_us, values: [source.randint(low, high) for _ in values]


def delayed(delay_us: int) -> Change:
    """What was true delay_us ago."""
    past: deque[tuple[int, Sequence[int]]] = deque()

    def change(now_us: int, values: Sequence[int]) -> Sequence[int]:
        past.append((now_us, values))
        while len(past) > 1 and past[1][0] <= now_us - delay_us:
            past.popleft()
        return past[0][1]

    return change


def lagging(lag_us: int) -> Change:
    """Follows the truth with this time constant."""
    state: list[float] = []
    last_us = 0

    def change(now_us: int, values: Sequence[int]) -> Sequence[int]:
        nonlocal last_us
        if not state:
            state.extend(values)
        share = min(1.0, (now_us - last_us) / lag_us)
        last_us = now_us
        for i, value in enumerate(values):
            state[i] += (value - state[i]) * share
        return [round(value) for value in state]

    return change


def every_other(period_us: int, broken: Change) -> Change:
    """Well for period_us, broken for period_us, and so on; broken first."""
    since_us: list[int] = []

    def change(now_us: int, values: Sequence[int]) -> Sequence[int] | None:
        if not since_us:
            since_us.append(now_us)
        return values if (now_us - since_us[0]) // period_us % 2 else broken(now_us, values)

    return change


def bitflip(seed: int, one_in: int, bits: int) -> Change:
    """In one of so many samples, one of the low bits of one value is wrong."""
    source = random.Random(seed)

    def change(_now_us: int, values: Sequence[int]) -> Sequence[int]:
        seen = list(values)
        if source.randrange(one_in) == 0:
            seen[source.randrange(len(seen))] ^= 1 << source.randrange(bits)
        return seen

    return change
