"""What moves or sounds: the bridge's two PWM lines, the contactor's coil, the buzzer, the dead-man."""

from machine import PWM, Pin

from hal import contract
from hal.rp2 import errors, pins
from hal.rp2.deadman import Deadman

PWM_HZ = 20000  # above what people hear, below what the bridge may switch at (25 kHz)
_FULL = 65535


def make_inert():
    """All outputs low, before anything else is made: called first of all at power-up."""
    for number in (pins.BRIDGE_ENABLE, pins.CONTACTOR, pins.BRIDGE_DOWN, pins.BRIDGE_UP, pins.BUZZER):
        Pin(number, Pin.OUT, value=0)


class Outputs:
    """Motor bridge, contactor, dead-man and buzzer."""

    def __init__(self, heap):
        self._heap = heap
        make_inert()
        self._contactor = Pin(pins.CONTACTOR, Pin.OUT, value=0)
        self._buzzer = Pin(pins.BUZZER, Pin.OUT, value=0)
        self._down = PWM(Pin(pins.BRIDGE_DOWN), freq=PWM_HZ, duty_u16=0)
        self._up = PWM(Pin(pins.BRIDGE_UP), freq=PWM_HZ, duty_u16=0)
        self._permille = 1  # of the two lines as they are: low, behind an enable line that is low
        self.drive(0)
        self._deadman = Deadman()
        self.kick = self._deadman.kick

    def inert(self):
        self._heap.free()
        self._contactor.value(0)
        self.drive(0)
        self._buzzer.value(0)

    def drive(self, permille):
        """One input high for good and the other in PWM: the bridge's sense outputs then show the current all the time.

        Both are high at 0, which shorts the motor. On a change of direction one input rises before the other falls.
        """
        if not -contract.DRIVE_MAX <= permille <= contract.DRIVE_MAX:
            raise errors.RANGE
        if permille == self._permille:
            return
        low = (contract.DRIVE_MAX - abs(permille)) * _FULL // contract.DRIVE_MAX
        if permille >= 0:
            self._down.duty_u16(_FULL)
            self._up.duty_u16(low)
        else:
            self._up.duty_u16(_FULL)
            self._down.duty_u16(low)
        self._permille = permille

    def contactor(self, on):
        self._contactor.value(on)

    def buzzer(self, on):
        self._buzzer.value(on)

    def enabled(self):
        """Whether the dead-man holds the bridge's enable line up now."""
        return self._deadman.line()
