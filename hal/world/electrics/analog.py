"""The four analogue inputs: position potentiometer, current sense, supply and battery dividers."""

from __future__ import annotations

from hal import contract
from hal.world.chips.bts7960 import HBridge
from hal.world.mechanics.plant import STEP_US, Plant
from hal.world.noise import CHANNEL_STEP, Noise

MAINS_V = 24.0
MAINS_OHM = 0.10
BATTERY_V = 25.6
BATTERY_OHM = 0.25

_FULL = contract.ADC_MAX
_POSITION_ZERO_M = contract.POSITION_ZERO_UM / 1e6
_PER_METRE = _FULL * 1e6 / contract.POSITION_SPAN_UM
_PER_SENSE_V = _FULL / 3.3  # the converter's reference; 20 A make 3.29 V across the bridge's sense resistor
_PER_VOLT = _FULL * 1e3 / contract.VOLTAGE_SPAN_MV
# Wiper, reference and converter together; one 12-bit step is 16 of these.
_NOISE_RAW = 12.0
# RP2040 datasheet, erratum E11: the codes 512, 1536, 2560 and 3584 are some nine times as wide as others. A reading is
# too high before such a code and too low behind it, by half of those eight steps.
_WIDE_RAW = 8 * 16
_WIDE_FIRST_RAW = 512 * 16
_WIDE_EVERY_RAW = 1024 * 16
# The first six noise channels are the tilt sensor's.
_FIRST = 6 * CHANNEL_STEP


class Analog:
    """Samples at a wake; 12 bits, spread over 16 as the RP2040's read_u16 does."""

    def __init__(self, plant: Plant, noise: Noise, bridge: HBridge) -> None:
        self._plant = plant
        self._bridge = bridge
        self._noise = noise
        self.mains = True
        self.battery_emf_v = BATTERY_V
        self.battery_ohm = BATTERY_OHM

    def supply_v(self) -> float:
        """At the motor bridge, under the present motor current."""
        amps = abs(self._plant.current_a)
        return MAINS_V - MAINS_OHM * amps if self.mains else self.battery_emf_v - self.battery_ohm * amps

    def battery_v(self) -> float:
        return self.battery_emf_v if self.mains else self.supply_v()

    def sample(self, now_us: int) -> tuple[int, int, int, int]:
        """Raw values in the order of the ADC channels."""
        plant = self._plant
        table, mask = self._noise.table, self._noise.mask
        i = now_us // STEP_US + _FIRST
        return (
            _raw((plant.stroke_m - _POSITION_ZERO_M) * _PER_METRE + _NOISE_RAW * table[i & mask]),
            _raw(self._bridge.sense_v(plant.current_a) * _PER_SENSE_V + _NOISE_RAW * table[(i + CHANNEL_STEP) & mask]),
            _raw(self.supply_v() * _PER_VOLT + _NOISE_RAW * table[(i + 2 * CHANNEL_STEP) & mask]),
            _raw(self.battery_v() * _PER_VOLT + _NOISE_RAW * table[(i + 3 * CHANNEL_STEP) & mask]),
        )


def _raw(value: float) -> int:
    code = int(value + ((value - _WIDE_FIRST_RAW) % _WIDE_EVERY_RAW / _WIDE_EVERY_RAW - 0.5) * _WIDE_RAW) >> 4
    if code < 0:
        return 0
    if code > 4095:
        return _FULL
    return code << 4 | code >> 8
