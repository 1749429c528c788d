"""The four analogue inputs on three pins: supply and battery take turns on the third."""

from time import sleep_ms

from machine import ADC, Pin

from hal import contract
from hal.rp2 import pins


class Adc:
    """Conversions of 12 bits, spread over the contract's 16."""

    def __init__(self):
        self._position = ADC(pins.POSITION)
        self._current = ADC(pins.CURRENT)
        self._voltages = ADC(pins.VOLTAGES)
        self._select = Pin(pins.ANALOG_SELECT, Pin.OUT, value=0)

    def read_into(self, buf):
        # The switch settles during the conversion between.
        self._select.value(0)
        buf[contract.POSITION] = self._position.read_u16()
        buf[contract.SUPPLY] = self._voltages.read_u16()
        self._select.value(1)
        buf[contract.CURRENT] = self._current.read_u16()
        buf[contract.BATTERY] = self._voltages.read_u16()

    def wired(self):
        """Whether the resistor at the far end of the switch's wire lifts it against the pin's own pull-down.

        10 kOhm against 50 or more (RP2040 datasheet 5.5.3.4) make 2.7 V; without a wire the pin reads 0.
        """
        select = self._select
        select.init(Pin.IN, Pin.PULL_DOWN)
        sleep_ms(1)
        lifted = select.value()
        select.init(Pin.OUT, value=0)
        return lifted == 1
