"""A table that holds as many people as it may, with profiles as long as they may be."""

from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, OFF, case
from tests.emulated.timing import Periods
from tests.laptop import blob, longest

_PLACES = 8
_READY_S = 3.0
_LATE_MS = 40.0  # with a collection among so much; the bridge's dead-man takes 50


def _store(bench: Bench, others: int) -> None:
    for number in range(others):
        answer = bench.laptop.push(longest(f"p{number}", f"Zoë Żółć {number}"))
        assert answer.get("ok") == 1, answer


@case("with others stored no question of a laptop takes the drive away", BOOTED, core=True)
def asked(bench: Bench) -> str:
    _store(bench, 2)
    bench.confirm()
    bench.go_down()
    periods = Periods(bench)
    for command, more in (
        ("profile.get", {"off": 0}), ("profile.verdict", {}), ("progress", {}), ("why", {"of": "lock", "at": 0}),
    ):  # fmt: skip
        assert bench.laptop.ask(command, who="p1", **more)["e"] == "NOT_UPRIGHT"
        bench.laptop.ask(command, who="", **more)
        assert bench.moves_by_motor(), command
    for at in range(3):
        bench.laptop.ask("people", at=at)
        assert bench.moves_by_motor(), at
    bench.read_for(2.0)
    assert bench.boots == [1] and bench.status()["flt"] == 0 and bench.moves_by_motor()
    assert max(periods.work_ms) <= _LATE_MS, max(periods.work_ms)
    return periods.words("asked head-down")


@case("with eight people stored the table answers within three seconds of power", OFF)
def started(bench: Bench) -> str:
    bench.boot()
    _store(bench, _PLACES - 1)
    assert bench.laptop.push(blob())["ok"] == 1
    bench.power_off()
    bench.power_on()
    began_s = bench.now_s
    bench.run_until(lambda: bench.usb is not None and bench.usb.connected, _READY_S)
    assert bench.laptop.ask("hello", p=1)["ok"] == 1
    took_s = bench.now_s - began_s
    assert took_s < _READY_S and bench.status()["selftest"] == ""
    return f"first answer {took_s * 1000:.0f} ms after power on"
