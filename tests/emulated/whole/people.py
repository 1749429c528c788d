"""A table that holds as many people as it may, with profiles as long as they may be."""

import json
import tempfile
from pathlib import Path

from firmware.profile.form import PLACES
from firmware.screening.record import PersonRecord
from firmware.store.people import People
from firmware.store.records import KEPT, Records
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, OFF, case
from tests.emulated.chip.timing import Periods
from tests.support.laptop import blob, longest
from tests.support.seasoned import season

_READY_S = 4.0
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


def _full(root: Path) -> None:
    """As many profiles as the table holds, as long as they may be, and as many records as it keeps."""
    season(root)
    people = People(str(root))
    for profile in (blob(), *(longest(f"p{number}", f"Zoë Żółć {number}") for number in range(PLACES - 1))):
        assert people.put(json.loads(profile), profile)[1] == ""
    records = Records(str(root))
    for number in range(KEPT):
        if not records.ids[number]:
            assert records.save(number, f"somebody-else-{number}", -1, PersonRecord())


def _answers(bench: Bench) -> float:
    """Seconds until a table that has just been started answers, and is well."""
    began_s = bench.now_s
    bench.run(0.1)
    bench.run_until(lambda: bench.usb is not None and bench.usb.connected, _READY_S)
    bench.serial_out()
    bench.laptop.patience_s = _READY_S
    assert bench.laptop.hello()["ok"] == 1
    took_s = bench.now_s - began_s
    status = bench.status()
    assert status["selftest"] == "" and status["failed"] == 0, status
    return took_s


@case("with as many people and records as it may hold the table starts within four seconds, and after a bite", OFF,
      core=True)  # fmt: skip
def started(_: Bench) -> str:
    took: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "flash"
        root.mkdir()
        _full(root)
        bench = Bench(Path(folder))
        bench.power_on()
        took.append(_answers(bench))
        assert bench.chip is not None
        bench.chip.bite()
        took.append(_answers(bench))
        assert bench.laptop.push(longest("p1", "Another name"))["ok"] == 1
        assert len(bench.boots) == 2 and max(took) < _READY_S, (bench.boots, took)
    return f"first answer after {took[0]:.2f} s, after a bite {took[1]:.2f} s"
