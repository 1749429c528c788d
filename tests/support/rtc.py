"""A clock chip of the world with the firmware's driver on it, and no board between."""

from firmware.drivers.ds3231 import Ds3231
from hal.world.chips import ds3231
from hal.world.clock import Clock
from hal.world.electrics.bus import Bus
from tests.support.direct import I2C


class Bench:
    """chip, driver and a hand on the clock; wall None: a chip that was never set."""

    def __init__(self, wall=None):
        self.clock = Clock()
        self.chip = ds3231.Ds3231(self.clock, wall)
        self.bus = Bus({ds3231.ADDRESS: self.chip})
        self.driver = Ds3231(I2C(self.bus))

    def after(self, seconds):
        self.clock.now_us += round(seconds * 1_000_000)
        return self

    def unplug(self):
        """From now on nobody answers."""
        self.bus.chips.clear()

    def plug(self):
        self.bus.chips[ds3231.ADDRESS] = self.chip

    def cycle(self, seconds=1.0, battery=True):
        """Power off for so long."""
        self.chip.battery_ok = battery
        self.chip.power_down()
        self.after(seconds)
        self.chip.reset()
