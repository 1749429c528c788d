"""Power that goes while the flash is written: before each erase and each page of a commit in turn."""

from typing import Any

from hal.emulated.flash import WORST
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, OFF, case
from tests.support.laptop import blob

_OLD, _NEW = 2500, 2000
_MOST = 40
_LEAST_WRITES = 5  # record, profile and their directory, one page or more each
_PROGRAM, _ERASES = 0x02, (0x20, 0xD8)  # of the flash chip's commands


class _Cut(Exception):
    """The power went."""


def _push(bench: Bench, cut_at: int) -> int:
    """Push the second profile; the power goes before erase or page number cut_at. Negative when it went."""
    assert bench.chip is not None
    ssi: Any = bench.chip.mcu.ssi
    apply = ssi._apply_command
    seen = 0

    def counted(*args: Any) -> Any:
        nonlocal seen
        if ssi._tx_buffer and ssi._tx_buffer[0] in (_PROGRAM, *_ERASES):
            seen += 1
            if seen == cut_at:
                raise _Cut
        return apply(*args)

    ssi._apply_command = counted
    try:
        assert bench.laptop.push(blob(max_inversion_cdeg=_NEW)).get("ok") == 1
        bench.run(1.0)
    except _Cut:
        seen = -seen
    ssi._apply_command = apply
    return seen


@case("power lost while a profile is written leaves the old one or the new one whole", BOOTED)
def cut(bench: Bench) -> str:
    limits = []
    for cut_at in range(1, _MOST):
        assert bench.laptop.push(blob(max_inversion_cdeg=_OLD)).get("ok") == 1
        bench.run(0.5)
        if _push(bench, cut_at) >= 0:
            break
        bench.power_off()
        bench.run(0.1)
        bench.boot()
        found = bench.laptop.ask("profile.verdict", who="anna")
        assert found.get("lim") in (_OLD, _NEW), found
        limits.append(found["lim"])
    assert len(limits) >= _LEAST_WRITES, limits
    assert bench.laptop.ask("profile.verdict", who="anna").get("lim") == _NEW
    kept = f"old {limits.count(_OLD)} times, new {limits.count(_NEW)} times"
    return f"{len(limits)} cuts, one before each erase and page: {kept}"


@case("a profile is stored by a flash at its slowest, and no watchdog bites", OFF, core=True)
def slowest(bench: Bench) -> str:
    bench.flash_times = WORST
    bench.boot()
    began_s = bench.now_s
    assert bench.laptop.push(blob(max_inversion_cdeg=_NEW)).get("ok") == 1
    took_s = bench.now_s - began_s
    bench.run(2.0)
    assert bench.boots == [1]
    assert bench.laptop.ask("profile.verdict", who="anna").get("lim") == _NEW
    status = bench.status()
    assert status["flt"] == 0 and status["selftest"] == "", status
    return f"pushed in {took_s:.1f} s"
