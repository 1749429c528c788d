"""What the tests beside it share."""

from firmware.panel.display import Display
from firmware.panel.menu import Menu
from firmware.panel.pages import lines
from firmware.person.chosen import Chosen
from firmware.status import Status
from firmware.store.people import People
from hal.world.chips import ssd1306 as chip
from hal.world.electrics.bus import Bus
from hal.world.errors import WorldError
from tests.panel.menu.menu_panel import MINUTES, TODAY, someone, to_wire
from tests.support import glass
from tests.support.direct import I2C
from tests.support.seasoned import season

TICK_MS = 20


class Panel:
    """A display with what it shows, and no table around it."""

    def __init__(self, root, *people, start_ms=0, answered=TODAY):
        """answered: the day on which everybody has answered the questions of the day."""
        for one in people:
            season(root, one["id"], 0, answered)
        self.chosen = Chosen(People(str(root)))
        self.chosen.rescreen(TODAY, MINUTES)
        for one in people:
            assert self.chosen.push(to_wire(one)) == ""
        self.now_ms = start_ms
        self.menu = Menu(self.chosen, start_ms)
        self.status = Status()
        self.idle = True
        self.chip = chip.Ssd1306()
        self.bus = Bus({chip.ADDRESS: self.chip})
        self.transfers: list[int] = []
        write = self.bus.write

        def counted(addr, reg, data):
            self.transfers[-1:] = [self.transfers[-1] + 1]
            return write(addr, reg, data)

        self.bus.write = counted
        self.display = Display(I2C(self.bus), self.menu, self.chosen, self.status, start_ms)

    def run(self, seconds=2.0, keys=0):
        """Ticks; transfers gets one number for each."""
        for _ in range(round(seconds * 1000 / TICK_MS)):
            self.now_ms = (self.now_ms + TICK_MS) & 0x3FFFFFFF
            self.transfers.append(0)
            self.menu.step(self.now_ms, keys, self.idle)
            self.status.upright_idle = self.idle
            self.display.step(self.now_ms)

    def press(self, *keys):
        """Each for a page that has stood for long enough."""
        for key in keys:
            self.run(2.4)
            self.run(0.06, key)
            self.run(0.06)

    def reads(self):
        """What is read after everything had its time; "" when it is what it should be."""
        self.run(2.4)
        wanted = glass.shown(lines(self.menu, self.chosen, self.status)), glass.BAR if self.idle else 0
        seen = glass.read(self.chip), glass.margin(self.chip)
        return "" if seen == wanted else f"{seen} and not {wanted}"


def what_is_wrong(root):
    try:
        return Panel(root, someone("Anna")).reads()
    except WorldError as exc:
        return str(exc)
