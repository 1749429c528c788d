"""LSM6DSOX as a register file, from ST data sheet DS12814; section numbers below are that sheet's."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hal.world.chips.mounting import Shaking, felt_g, vibration_g
from hal.world.noise import Noise

if TYPE_CHECKING:
    from hal.world.clock import Clock
    from hal.world.mechanics.plant import Plant

ADDRESS = 0x6A  # 5.1.1: SA0 tied low

WHO_AM_I = 0x0F
CTRL1_XL = 0x10
CTRL2_G = 0x11
CTRL3_C = 0x12
CTRL8_XL = 0x17
STATUS_REG = 0x1E
OUT_TEMP_L = 0x20
OUTX_L_G = 0x22
OUTX_L_A = 0x28
LAST_OUT = 0x2D

_WRITABLE = frozenset((0x01, 0x02, *range(0x07, 0x0F), *range(0x10, 0x1A), *range(0x56, 0x60), *range(0x73, 0x76)))
_DEFAULTS = {WHO_AM_I: 0x6C, CTRL3_C: 0x04}

# 9.12, 9.13: output data rate by code, Hz. Code 11 is the accelerometer's low-power 1.6 Hz.
_ODR_HZ = (0.0, 12.5, 26.0, 52.0, 104.0, 208.0, 416.0, 833.0, 1667.0, 3333.0, 6667.0)
_ODR_XL_LOW_HZ = 1.6
# 9.12: FS code 01 is the widest range, not the second.
_XL_FULL_G = (2, 16, 4, 8)
_G_FULL_DPS = (250, 500, 1000, 2000)
_G_FULL_DPS_FINE = 125

# 9.12 LPF2_XL_EN, 9.19 HPCF_XL: the accelerometer's second low-pass as a share of the rate; without it half the rate.
_LPF2_XL_EN = 0x02
_LPF2_SHARE = (4, 10, 20, 45, 100, 200, 400, 800)

# Table 2: sensitivities. The code of full scale is a little below 2^15.
_XL_MG = {2: 0.061, 4: 0.122, 8: 0.244, 16: 0.488}
_G_MDPS = {125: 4.375, 250: 8.75, 500: 17.5, 1000: 35.0, 2000: 70.0}
# Table 2: noise densities in high-performance mode, typical.
_XL_UG_RTHZ = {2: 70.0, 4: 75.0, 8: 80.0, 16: 110.0}
_G_MDPS_RTHZ = 3.8
_TEMP_LSB_PER_C = 256.0
_TEMP_ZERO_C = 25.0
_TEMP_ODR_HZ = 52.0
_G_TURN_ON_US = 35000

_ZERO_RATE_DPS = 1.0  # typical, before trimming
_INT_MIN, _INT_MAX = -32768, 32767
_XYZ = struct.Struct("<hhh")
_SIX = struct.Struct("<hhhhhh")


class Lsm6dsox:
    """x points along the table to the head, z out of the pad; head-down rotation is positive about y.

    zero_g_mg is what is left of the accelerometer offsets after the board was trimmed; the bare part has 20.
    """

    address = ADDRESS
    first_out, last_out = OUTX_L_G, LAST_OUT
    worst_zero_rate_dps = 3 * _ZERO_RATE_DPS

    def __init__(self, clock: Clock, plant: Plant, noise: Noise, zero_g_mg: float = 2.0) -> None:
        self._clock = clock
        self._plant = plant
        self._noise = noise
        self.zero_rate_dps = [_ZERO_RATE_DPS * noise.constant() for _ in range(3)]
        self.zero_g = [zero_g_mg / 1000.0 * noise.constant() for _ in range(3)]
        self.temperature_c = 24.0 + noise.constant()
        self.noise_factor = 1.0  # on both noise densities, from the next write to a control register on
        self._shaking = Shaking()
        self.registers = bytearray(128)
        self.reset()

    @property
    def gyro_counts_per_dps(self) -> float:
        """At the full scale that is set."""
        return self._g_lsb

    def values(self, outputs: bytes) -> list[int]:
        """Gyro x y z and accelerometer x y z out of the bytes of first_out to last_out."""
        return list(_SIX.unpack(outputs))

    def with_values(self, outputs: bytes, values: Sequence[int]) -> bytes:
        """The same bytes with other values."""
        return _SIX.pack(*values)

    def reset(self) -> None:
        """Power-on or SW_RESET: everything off, outputs zero."""
        self.registers[:] = bytes(128)
        for reg, value in _DEFAULTS.items():
            self.registers[reg] = value
        self._configure()

    def read(self, reg: int, n: int) -> bytes:
        """A burst as the bus would see it; changes nothing on the chip."""
        self._sample()
        registers = self.registers
        if not registers[CTRL3_C] & 0x04:  # 9.14 IF_INC off: the address stays
            return bytes([registers[reg & 127]]) * n
        return bytes(registers[reg : reg + n]) + bytes(max(0, reg + n - 128))

    def after_read(self, reg: int, n: int) -> None:
        """Apply what having read does: the data-ready flags fall when an output's high byte was taken (9.22)."""
        end = reg + n - 1
        registers = self.registers
        if end >= OUTX_L_A + 1 and reg <= LAST_OUT:
            registers[STATUS_REG] &= ~1
        if end >= OUTX_L_G + 1 and reg < OUTX_L_A:
            registers[STATUS_REG] &= ~2
        if end >= OUT_TEMP_L + 1 and reg < OUTX_L_G:
            registers[STATUS_REG] &= ~4

    def write(self, reg: int, data: bytes) -> None:
        for value in data:
            if reg == CTRL3_C and value & 0x81:  # 9.14 SW_RESET and BOOT clear themselves
                self.reset()
            elif reg in _WRITABLE:
                self.registers[reg] = value
                if CTRL1_XL <= reg <= CTRL2_G or reg == CTRL8_XL:
                    self._configure()
            if self.registers[CTRL3_C] & 0x04:
                reg = (reg + 1) & 127

    def _configure(self) -> None:
        ctrl_xl, ctrl_g = self.registers[CTRL1_XL], self.registers[CTRL2_G]
        now_us = self._clock.now_us
        code = ctrl_xl >> 4
        self._xl_hz = _ODR_XL_LOW_HZ if code == 11 else _ODR_HZ[code] if code < 11 else 0.0
        full_g = _XL_FULL_G[(ctrl_xl >> 2) & 3]
        self._xl_lsb = 1000.0 / _XL_MG[full_g]
        self._xl_bandwidth_hz = self._xl_hz / 2.0
        passed_hz = self._xl_bandwidth_hz
        if ctrl_xl & _LPF2_XL_EN:
            self._xl_bandwidth_hz = self._xl_hz / _LPF2_SHARE[self.registers[CTRL8_XL] >> 5]
            passed_hz = self._xl_bandwidth_hz * math.pi / 2.0  # of noise, by a filter of the first order
        self._xl_noise = self.noise_factor * _XL_UG_RTHZ[full_g] * 1e-6 * math.sqrt(passed_hz)
        code = ctrl_g >> 4
        self._g_hz = _ODR_HZ[code] if code < 11 else 0.0
        full_dps = _G_FULL_DPS_FINE if ctrl_g & 2 else _G_FULL_DPS[(ctrl_g >> 2) & 3]
        self._g_lsb = 1000.0 / _G_MDPS[full_dps]
        self._g_noise = self.noise_factor * _G_MDPS_RTHZ / 1000.0 * math.sqrt(self._g_hz / 3.0)
        self._xl_start_us, self._g_start_us = now_us, now_us + _G_TURN_ON_US
        self._xl_sample = self._g_sample = self._temp_sample = 0
        self.registers[STATUS_REG : LAST_OUT + 1] = bytes(LAST_OUT + 1 - STATUS_REG)

    def _sample(self) -> None:
        """Bring the output registers to the newest sample that is due."""
        now_us = self._clock.now_us
        hz = self._xl_hz
        if hz:
            sample = int((now_us - self._xl_start_us) * hz / 1e6)
            if sample > self._xl_sample:
                self._xl_sample = sample
                self._take_accel(sample, now_us / 1e6 - self._xl_start_us / 1e6 - sample / hz)
        hz = self._g_hz
        if hz:
            sample = int((now_us - self._g_start_us) * hz / 1e6)
            if sample > self._g_sample:
                self._g_sample = sample
                self._take_gyro(sample)
        if self._xl_hz or self._g_hz:
            sample = int((now_us - self._xl_start_us) * _TEMP_ODR_HZ / 1e6)
            if sample > self._temp_sample:
                self._temp_sample = sample
                counts = round((self.temperature_c - _TEMP_ZERO_C) * _TEMP_LSB_PER_C)
                self.registers[OUT_TEMP_L : OUT_TEMP_L + 2] = counts.to_bytes(2, "little", signed=True)
                self.registers[STATUS_REG] |= 4

    def _take_accel(self, sample: int, age_s: float) -> None:
        x, y, z = felt_g(self._plant, age_s)
        shaken_x, shaken_y, shaken_z = self._shaking.g(
            self._plant, self._clock.now_us / 1e6 - age_s, self._xl_bandwidth_hz
        )
        noise_x, noise_y, noise_z = self._noise.three(sample, 0)
        rms = self._xl_noise + vibration_g(self._plant)
        x0, y0, z0 = self.zero_g
        lsb = self._xl_lsb
        self._put(
            OUTX_L_A,
            (x + shaken_x + x0 + rms * noise_x) * lsb,
            (y + shaken_y + y0 + rms * noise_y) * lsb,
            (z + shaken_z + z0 + rms * noise_z) * lsb,
        )
        self.registers[STATUS_REG] |= 1

    def _take_gyro(self, sample: int) -> None:
        noise_x, noise_y, noise_z = self._noise.three(sample, 3)
        rms = self._g_noise
        x0, y0, z0 = self.zero_rate_dps
        lsb = self._g_lsb
        self._put(
            OUTX_L_G,
            (x0 + rms * noise_x) * lsb,
            (self._plant.rate_dps + y0 + rms * noise_y) * lsb,
            (z0 + rms * noise_z) * lsb,
        )
        self.registers[STATUS_REG] |= 2

    def _put(self, reg: int, x: float, y: float, z: float) -> None:
        try:
            _XYZ.pack_into(self.registers, reg, round(x), round(y), round(z))
        except struct.error:
            # Saturation is rare enough to be found out by failing.
            codes = (max(_INT_MIN, min(round(value), _INT_MAX)) for value in (x, y, z))
            _XYZ.pack_into(self.registers, reg, *codes)
