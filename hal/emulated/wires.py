"""What is soldered to the emulated chip: the world's buttons, switches, sensors, bridge and contactor on its pins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hal import contract
from hal.emulated.chip import Chip
from hal.rp2 import pins
from hal.world.electrics.wiring import Wiring
from hal.world.world import World

STEP_US = 1000  # how often the world follows between what the chip's pins do
_AGAIN_STEPS = 10  # the chip forgets what lies on its pads while it resets them: say it again this often
_TEMPERATURE = 4  # the ADC's own channel, of the sensor inside the chip
_AT_27_C = 876  # 0.706 V of 3.3 V in 12 bits (RP2040 datasheet 4.9.5)
_SLICE = pins.BRIDGE_DOWN // 2
_PWM = 4  # function select (datasheet 2.19.2)


class Wires:
    """Between pins and world, in both directions; step() brings the world to the chip's present moment.

    select_cut says whether the wire to the multiplexer of the voltages is broken.
    """

    def __init__(self, chip: Chip, world: World, began_us: int, select_cut: Callable[[], bool] = lambda: False) -> None:
        self._chip = chip
        self._world = world
        self._began_us = began_us
        self._select_cut = select_cut
        self._levels = 0
        self._steps = 0
        mcu = chip.mcu
        mcu.adc.on_adc_read = self._convert
        mcu.adc.channel_values[_TEMPERATURE] = _AT_27_C
        # The bridge follows the compare registers; nobody needs the 20,000 edges a second that they stand for.
        channel = mcu.pwm.channels[_SLICE]
        for alarm in (channel.alarm_a, channel.alarm_b, channel.alarm_bottom):
            alarm.enable = False
        for number in (pins.BRIDGE_ENABLE, pins.CONTACTOR, pins.BUZZER, pins.WINDOW_KICK):
            mcu.gpio[number].add_listener(lambda *_: self.step())
        self.step()
        chip.every(STEP_US, self.step)

    def step(self) -> None:
        """The plant moves to now by what the pins said until now; then the pins are looked at, and the inputs set."""
        wiring = self._world.wiring
        wiring.advance(self._began_us + self._chip.now_us)
        self._take_outputs(wiring)
        bits = self._world.input_bits()
        self._steps += 1
        changed = -1 if self._steps % _AGAIN_STEPS == 1 else bits ^ self._levels
        if changed:
            self._levels = bits
            gpio = self._chip.mcu.gpio
            for bit, number in enumerate(pins.INPUTS):
                if changed >> bit & 1:
                    gpio[number].set_input_value(bool(bits >> bit & 1))

    def _take_outputs(self, wiring: Wiring) -> None:
        mcu = self._chip.mcu
        enabled = _high(mcu.gpio[pins.BRIDGE_ENABLE])
        wiring.hold_enable(enabled)
        self._pull_up(mcu.gpio[pins.ANALOG_SELECT])
        # A pad reads back what is driven on it, which rp2040py leaves to whoever drives it.
        mcu.gpio[pins.BRIDGE_ENABLE].set_input_value(enabled)
        wiring.window_kick(_high(mcu.gpio[pins.WINDOW_KICK]))
        wiring.set_contactor(_high(mcu.gpio[pins.CONTACTOR]))
        wiring.buzzer = _high(mcu.gpio[pins.BUZZER])
        channel = mcu.pwm.channels[_SLICE]
        running = channel.csr & 1
        down = _share(mcu.gpio[pins.BRIDGE_DOWN], channel.cc & 0xFFFF, channel.top, running)
        up = _share(mcu.gpio[pins.BRIDGE_UP], channel.cc >> 16, channel.top, running)
        wiring.pin_duties = down, up
        wiring.commanded_permille = round((down - up) * contract.DRIVE_MAX)

    def _pull_up(self, select: Any) -> None:
        """The resistor at the multiplexer, which a broken wire leaves there."""
        if self._select_cut():
            select.release_input()
        else:
            select.set_input_value(True)

    def _convert(self, channel: int) -> None:
        adc = self._chip.mcu.adc
        if channel == _TEMPERATURE:
            raw = _AT_27_C
        else:
            self.step()
            sample = self._world.analog.sample(self._world.clock.now_us)
            supply = _low(self._chip.mcu.gpio[pins.ANALOG_SELECT]) and not self._select_cut()
            voltages = contract.SUPPLY if supply else contract.BATTERY
            raw = sample[{0: contract.POSITION, 1: contract.CURRENT, 2: voltages}[channel]] >> 4
        self._chip.after(adc.sample_time, lambda: adc.complete_adc_read(raw, False))


def _high(pin: Any) -> bool:
    return bool(pin.output_enable and pin.output_value)


def _low(pin: Any) -> bool:
    return bool(pin.output_enable and not pin.output_value)


def _share(pin: Any, compare: int, top: int, running: int) -> float:
    """The share of time for which a pin is high."""
    if pin.function_select == _PWM:
        return min(compare / (top + 1), 1.0) if running else 0.0
    return float(_high(pin))
