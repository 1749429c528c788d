"""Power that goes while the flash is written: before each erase and each page of a commit in turn."""

from typing import Any

from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, case
from tests.laptop import blob

_OLD, _NEW = 2500, 2000
_CUTS = (1, 2, 3, 5, 8, 13)


class _Cut(Exception):
    """The power went."""


def _push(bench: Bench, cut_at: int) -> int:
    """Push the second profile; the power goes before flash command number cut_at. How many commands there were."""
    assert bench.chip is not None
    ssi: Any = bench.chip.mcu.ssi
    apply = ssi._apply_command
    seen = 0

    def counted(*args: Any) -> Any:
        nonlocal seen
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
    for cut_at in _CUTS:
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
    assert limits, "no power cut fell into the writing"
    return f"{len(limits)} cuts: old {limits.count(_OLD)} times, new {limits.count(_NEW)} times"
