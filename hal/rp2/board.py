"""Everything the firmware is given on a Pico."""

import machine

from hal import contract
from hal.rp2.adc import Adc
from hal.rp2.bus import Bus
from hal.rp2.clock import Clock
from hal.rp2.heap import Heap
from hal.rp2.inputs import Inputs
from hal.rp2.outputs import Outputs
from hal.rp2.proof import selftest
from hal.rp2.uart import Uart
from hal.rp2.watchdog import Watchdog

_SCRATCH0 = 0x4005800C  # RP2040 datasheet 4.7.6: SCRATCH0 keeps its value through a reset by the watchdog
_BY_RESET = 0x0BA5C01E


class Board:
    """Outputs first: whatever fails after them fails with everything inert."""

    root = ""

    def __init__(self):
        heap = Heap()
        self.outputs = Outputs(heap)
        self.clock = Clock(heap)
        self.inputs = Inputs()
        self.adc = Adc()
        self.i2c = Bus()
        self.uart = Uart()
        self.watchdog = Watchdog(heap)
        self.serial = "".join("%02X" % byte for byte in machine.unique_id())
        self.image = ""
        self._cause = _cause()

    def reset_cause(self):
        return self._cause

    def reset(self):
        self.outputs.inert()
        machine.mem32[_SCRATCH0] = _BY_RESET
        machine.reset()

    def selftest(self):
        return selftest.run(self)


def _cause():
    """A brownout cannot be told from a power-up on this chip: both read POWER_ON."""
    asked = machine.mem32[_SCRATCH0] == _BY_RESET
    machine.mem32[_SCRATCH0] = 0
    if machine.reset_cause() != machine.WDT_RESET:
        return contract.POWER_ON
    return contract.SOFT if asked else contract.WATCHDOG
