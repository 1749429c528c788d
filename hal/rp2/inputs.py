"""The digital inputs: twelve pins side by side, read in one access."""

from machine import Pin, mem32

from hal.rp2 import pins

_GPIO_IN = 0xD0000004  # RP2040 datasheet 2.3.1.7, SIO: GPIO_IN
_SHIFT = pins.INPUTS[0]
_MASK = (1 << len(pins.INPUTS)) - 1


class Inputs:
    """A contact connects its pin to 3.3 V; a broken wire reads 0."""

    def __init__(self):
        for number in pins.INPUTS:
            Pin(number, Pin.IN, Pin.PULL_DOWN)

    def bits(self):
        return mem32[_GPIO_IN] >> _SHIFT & _MASK
