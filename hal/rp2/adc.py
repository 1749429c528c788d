"""The four analogue inputs on three pins: supply and battery take turns on the third."""

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
