"""What the tests beside it share."""

from tests.support.core.bench import Bench

LONG_MS = 600_000


BELOW_CDEG = 101  # the first angle that counts as below level


def jammed(permille: int, pose_cdeg: int = 1000) -> Bench:
    """A table that does not move; its drive has begun with the last tick."""
    bench = Bench(inv_cdeg=pose_cdeg, session_ms=LONG_MS)
    bench.jammed = True
    bench.tick(2)
    bench.drive(permille)
    return bench


def freeze(bench: Bench, value: int = 99) -> None:
    bench.broken["freeze"] = lambda obs: obs.gyro_raw.__setitem__(0, value)
