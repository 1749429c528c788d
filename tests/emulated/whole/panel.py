"""What a person reads on the display, while the loop, the cable and the panel share the chip's time."""

from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, HEAD_DOWN, case
from tests.support import glass

_PAINTED_S = 2.0
_BEHIND_DEG = 1.5  # of 2 degrees a second: an angle is looked at twice a second, and then painted


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
        number = glass.read(bench.world.display)[2].split()[0]
        if glass.UNREADABLE not in number:
            behind_deg.append(abs(bench.inv_deg - float(number)))
    assert len(behind_deg) >= 20 and max(behind_deg) < _BEHIND_DEG, behind_deg
    bench.release("down")
    bench.laptop.tap("up")
    bench.read_for(_PAINTED_S)
    shown = glass.read(bench.world.display)
    assert shown[1] == "RETURNING", shown
    return f"at most {max(behind_deg):.1f} degrees behind"
