"""What the tests beside it share."""

from tests.support.core.bench import Bench
from tests.support.core.causes import force

BLIND = ["IMU_STALE", "IMU_FROZEN", "IMU_IMPLAUSIBLE"]


DOUBTED = ["MISMOUNTED", "SENSES_DISAGREE"]


HALTED = ["OVERSPEED", "BLOCKED", "SLIPPING"]


def still(pose_cdeg: int = 1000, *names: str, limit_cdeg: int = 2500, **broken: object) -> Bench:
    """A table that does not move, with faults that stand from the next tick on; that tick is the first of the fault."""
    bench = Bench(inv_cdeg=pose_cdeg, limit_cdeg=limit_cdeg)
    bench.jammed = True
    bench.broken["rate_cdps"] = bench.broken["pos_rate_cdps"] = 0
    bench.tick(2)
    for name in names:
        force(bench, name)
    bench.broken.update(broken)
    return bench


def allowed(bench: Bench, permille: int) -> int:
    """What is left of this drive in the next tick."""
    bench.drive(permille)
    return bench.verdict.drive_permille


def creeping(pose_cdeg: int, name: str, **broken: object) -> Bench:
    bench = still(pose_cdeg, name, **broken)
    bench.press_up()
    return bench


def held(pose_cdeg: int = 1000, *names: str) -> Bench:
    """STOP has been pressed and let go while DOWN and nothing else is down."""
    bench = still(pose_cdeg, *names)
    bench.obs.down = True
    bench.tick()
    bench.obs.stop = True
    bench.tick()
    assert bench.verdict.held and bench.verdict.drive_permille == 0
    bench.obs.stop = False
    bench.tick()
    assert bench.verdict.held
    return bench
