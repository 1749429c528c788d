"""What a person reads on the display, while the loop, the cable and the panel share the chip's time."""

from firmware.panel import moving
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, HEAD_DOWN, case
from tests.emulated.chip.timing import PERIOD_MS, WITH_COLLECTION_MS, Periods
from tests.support import glass

_PAINTED_S = 2.0
_BEHIND_DEG = 3.0  # of 2 degrees a second: an angle is looked at twice a second, painted digit by digit, and rounded


@case("the display shows what the laptop reads of the panel", BOOTED, core=True)
def page(bench: Bench) -> str:
    bench.run(_PAINTED_S)
    said = bench.laptop.ask("panel")
    shown = glass.read(bench.world.display)
    assert shown == glass.shown([said[key] for key in ("l1", "l2", "l3", "l4")]), (shown, said)
    return shown[0]


@case("on the way the display follows, though a laptop reads all telemetry", HEAD_DOWN, core=True)
def follows(bench: Bench) -> str:
    bench.read_for(_PAINTED_S)
    behind_deg = []
    for _ in range(30):
        bench.read_for(0.1)
        number = glass.read(bench.world.display)[1][: moving.PLACES]
        if number.strip().isdigit():
            behind_deg.append(abs(bench.inv_deg - float(number)))
    assert len(behind_deg) >= 10 and max(behind_deg) < _BEHIND_DEG, behind_deg
    bench.release("down")
    bench.laptop.tap("up")
    bench.read_for(_PAINTED_S)
    shown = glass.read(bench.world.display)
    # Beside the number, which may be half painted at any moment.
    assert shown[0][moving.PLACES :].strip() == "Coming up", shown
    return f"at most {max(behind_deg):.1f} degrees behind"


@case("in German the way down and a fault on it take no longer a period", BOOTED)
def german(bench: Bench) -> str:
    """The words beside the number are found before; those of the fault, in 519 sentences, when it comes."""
    assert bench.laptop.ask("language.set", to="de")["lang"] == "de"
    bench.confirm()
    bench.go_down()
    periods = Periods(bench)
    bench.read_for(3.0)
    assert glass.read(bench.world.display)[0][moving.PLACES :].strip() == "Geht abwärts"
    said = periods.words("moving down in German")
    bench.set_switch("lock_left", False)
    # Long enough for its pages to turn.
    bench.read_for(6.0)
    assert glass.read(bench.world.display)[0].startswith("! KNÖCHEL OFFEN"), glass.read(bench.world.display)
    late = [ms for ms in periods.work_ms if ms > PERIOD_MS]
    assert len(late) <= 1 and max(periods.work_ms) <= WITH_COLLECTION_MS, (late, said)
    return f"{said}; {periods.words('with a fault that comes')}"
