"""The two screens of docs/terminal.md: drawn by the product from a simulated table."""

import tempfile
import time

from bascule.simulator.front import Front
from bascule.simulator.hands import Hands
from bascule.table import telemetry
from bascule.table.panel import Page
from bascule.terminal import view
from bascule.terminal.following import Seen
from docs.generator.hazards import ROOT
from hal.sim.home.rig import Rig
from tests.support import glass
from tests.support.laptop import Laptop, blob

PAGE = ROOT / "docs" / "terminal.md"
_MARKS = "<!-- {} as drawn: begin -->", "<!-- {} as drawn: end -->"
_SIZE = (72, 30)
_PORT = "/dev/ttyACM0"


def screens():
    """By command: the lines that stand on a terminal, on the way to the limit."""
    with tempfile.TemporaryDirectory() as folder, Rig("cpython", state_dir=folder) as rig:
        laptop = Laptop(rig)
        rig.run(2.5)
        laptop.hello()
        laptop.push(blob(name="Anna"))
        laptop.answer()
        laptop.agree()
        hands = Hands(rig)
        hands.key("d")
        rig.run_until(lambda: rig.world.plant.inv_deg > 7.0, 90.0)
        rig.run(2.5)
        # Half of a digit may be painted.
        rig.run_until(lambda: not any(glass.UNREADABLE in line for line in glass.read(rig.world.display)), 5.0)
        said, shown = laptop.ask("status"), laptop.ask("panel")
        heard = telemetry.of({**said, "ms": said["up_ms"]})
        page = Page(shown["page"], tuple(shown[line] for line in ("l1", "l2", "l3", "l4")), shown["shown"])
        return {
            "watch": view.lines(Seen(_PORT, heard, time.monotonic(), page=page), _SIZE[0], True),
            "sim": Front(()).lines(rig.world, hands, _SIZE, True),
        }


def page(text):
    """The page with both screens in it as they are now."""
    for name, lines in screens().items():
        begin, end = (mark.format(f"bascule {name}") for mark in _MARKS)
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        drawn = "\n".join(line.rstrip() for line in lines)
        text = f"{before}{begin}\n\n```text\n{drawn}\n```\n\n{end}{after}"
    return text
