"""The dead-man: a state machine of the PIO block holds the bridge's enable line up, and only while it is kicked.

It runs beside the processor: a hung loop, a masked interrupt and a flash write do not stop it.
"""

from machine import Pin, mem32
from rp2 import StateMachine

from hal import contract
from hal.rp2 import pins
from hal.rp2.hold import STEPS, hold

_PERIOD_MS = 20
_FREQ_HZ = 2000
_GPIO_IN = 0xD0000004  # RP2040 datasheet 2.3.1.7
# The program turns once more after its counter has reached 0.
_TURNS = (_PERIOD_MS + contract.DEADMAN_MS) * _FREQ_HZ // (1000 * STEPS) - 1


class Deadman:
    """The enable line is low until the first kick()."""

    def __init__(self):
        self._machine = StateMachine(0, hold, freq=_FREQ_HZ, set_base=Pin(pins.BRIDGE_ENABLE))
        self._machine.active(1)

    def kick(self):
        self._machine.put(_TURNS)

    def line(self):
        """True while the enable line is up, as the pad has it."""
        return mem32[_GPIO_IN] >> pins.BRIDGE_ENABLE & 1 == 1
