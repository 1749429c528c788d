"""Gaussian noise that depends on a sample's number only, never on how often somebody looks."""

import random
from functools import lru_cache

_SIZE = 8192
_MASK = _SIZE - 1
# Channels read one table from places far enough apart to look independent.
CHANNEL_STEP = 1031


@lru_cache(maxsize=8)
def _table(seed: int) -> tuple[float, ...]:
    source = random.Random(seed)
    return tuple(source.gauss(0.0, 1.0) for _ in range(_SIZE))


class Noise:
    """Values of mean 0 and standard deviation 1: table[(sample + channel * CHANNEL_STEP) & mask]."""

    mask = _MASK

    def __init__(self, seed: int) -> None:
        self.table = _table(seed)
        self._random = random.Random(seed + 0x5EED)

    def three(self, sample: int, channel: int) -> tuple[float, float, float]:
        """One value for each of three channels in a row."""
        table = self.table
        i = sample + channel * CHANNEL_STEP
        return table[i & _MASK], table[(i + CHANNEL_STEP) & _MASK], table[(i + 2 * CHANNEL_STEP) & _MASK]

    def constant(self) -> float:
        """One draw for a value that stays the same for the life of a part, such as an offset."""
        return self._random.gauss(0.0, 1.0)
