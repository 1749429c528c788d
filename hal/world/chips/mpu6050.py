"""MPU-6050 as a register file. RM: register map RM-MPU-6000A-00 rev 4.2. PS: specification PS-MPU-6000A-00 rev 3.4.

Names in capitals are those of the register map.
"""

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

ADDRESS = 0x69  # PS 9.2: AD0 tied high

SMPLRT_DIV = 0x19
CONFIG = 0x1A
GYRO_CONFIG = 0x1B
ACCEL_CONFIG = 0x1C
INT_PIN_CFG = 0x37
INT_ENABLE = 0x38
INT_STATUS = 0x3A
ACCEL_XOUT_H = 0x3B
TEMP_OUT_H = 0x41
GYRO_XOUT_H = 0x43
GYRO_ZOUT_L = 0x48
SIGNAL_PATH_RESET = 0x68
PWR_MGMT_1 = 0x6B
PWR_MGMT_2 = 0x6C
WHO_AM_I = 0x75

_SIZE = 128
# RM 3: the reset value is 0 everywhere else.
_DEFAULTS = {PWR_MGMT_1: 0x40, WHO_AM_I: 0x68}
_WRITABLE = frozenset(
    (*range(0x0D, 0x11), *range(SMPLRT_DIV, 0x1D), *range(0x23, 0x35), 0x37, 0x38, *range(0x63, 0x69), 0x6A, 0x6B, 0x6C)
)
# A write to one of these starts the samples anew.
_TIMING = frozenset((SMPLRT_DIV, CONFIG, GYRO_CONFIG, ACCEL_CONFIG, PWR_MGMT_1, PWR_MGMT_2))

DEVICE_RESET, SLEEP, CYCLE, TEMP_DIS = 0x80, 0x40, 0x20, 0x08
DATA_RDY = 0x01
INT_RD_CLEAR = 0x10

# RM 4.3, by DLPF_CFG: bandwidth and delay of the accelerometer, bandwidth of the gyro, rate of the gyro.
_FILTERS = (
    (260.0, 0.0, 256.0, 8000.0),
    (184.0, 0.0020, 188.0, 1000.0),
    (94.0, 0.0030, 98.0, 1000.0),
    (44.0, 0.0049, 42.0, 1000.0),
    (21.0, 0.0085, 20.0, 1000.0),
    (10.0, 0.0138, 10.0, 1000.0),
    (5.0, 0.0190, 5.0, 1000.0),
)
# RM 4.4 and 4.5, PS 6.1 and 6.2, by FS_SEL and AFS_SEL.
_G_LSB = (131.0, 65.5, 32.8, 16.4)
_XL_LSB = (16384.0, 8192.0, 4096.0, 2048.0)
_XL_UG_RTHZ = 400.0
_G_MDPS_RTHZ = 5.0
# PS 6.3: 340 counts a degree, -521 at 35 degrees.
_TEMP_LSB_PER_C, _TEMP_AT_35_C = 340.0, -521.0
_START_US = 30000  # PS 6.1: gyro start-up

# PS 6.1 tolerates 20; what a part of a good batch has.
_ZERO_RATE_DPS = 3.0
_INT_MIN, _INT_MAX = -32768, 32767
_SEVEN = struct.Struct(">hhhhhhh")  # accelerometer x y z, temperature, gyro x y z


class Mpu6050:
    """x points along the table to the head, z out of the pad; head-down rotation is positive about y.

    zero_g_mg is what is left of the accelerometer offsets after the board was trimmed; the bare part has 50 to 80. The
    filter's delay counts for the accelerometer only: no table changes its rate much within it. No FIFO, no self-test,
    no motion processor, and in CYCLE no samples.
    """

    address = ADDRESS
    first_out, last_out = ACCEL_XOUT_H, GYRO_ZOUT_L
    worst_zero_rate_dps = 20.0

    def __init__(self, clock: Clock, plant: Plant, noise: Noise, zero_g_mg: float = 2.0) -> None:
        self._clock = clock
        self._plant = plant
        self._noise = noise
        self.zero_rate_dps = [_ZERO_RATE_DPS * noise.constant() for _ in range(3)]
        self.zero_g = [zero_g_mg / 1000.0 * noise.constant() for _ in range(3)]
        self.temperature_c = 24.0 + noise.constant()
        self.noise_factor = 1.0  # on both noise densities, from the next write to a configuration register on
        self._shaking = Shaking()
        self.registers = bytearray(_SIZE)
        self.reset()

    @property
    def gyro_counts_per_dps(self) -> float:
        """At the full scale that is set."""
        return self._g_lsb

    def values(self, outputs: bytes) -> list[int]:
        """Gyro x y z and accelerometer x y z out of the bytes of first_out to last_out."""
        seven = _SEVEN.unpack(outputs)
        return [*seven[4:], *seven[:3]]

    def with_values(self, outputs: bytes, values: Sequence[int]) -> bytes:
        """The same bytes with other values."""
        return _SEVEN.pack(*values[3:], _SEVEN.unpack(outputs)[3], *values[:3])

    def reset(self) -> None:
        """Power-on or DEVICE_RESET: asleep, outputs zero."""
        self.registers[:] = bytes(_SIZE)
        for reg, value in _DEFAULTS.items():
            self.registers[reg] = value
        self._configure()

    def read(self, reg: int, n: int) -> bytes:
        """A burst of one sample (RM 4.17, 4.19); changes nothing on the chip."""
        self._sample()
        return bytes(self.registers[(reg + i) % _SIZE] for i in range(n))

    def after_read(self, reg: int, n: int) -> None:
        """The flags fall when INT_STATUS was read, with INT_RD_CLEAR when anything was (RM 4.14, 4.16)."""
        if reg <= INT_STATUS < reg + n or self.registers[INT_PIN_CFG] & INT_RD_CLEAR:
            self.registers[INT_STATUS] = 0

    def write(self, reg: int, data: bytes) -> None:
        for value in data:
            if reg == PWR_MGMT_1 and value & DEVICE_RESET:
                self.reset()
            elif reg in _WRITABLE:
                self.registers[reg] = value
                if reg in _TIMING:
                    self._configure()
            reg = (reg + 1) % _SIZE

    def _configure(self) -> None:
        registers = self.registers
        filter_ = _FILTERS[min(registers[CONFIG] & 7, len(_FILTERS) - 1)]
        self._xl_hz, self._delay_s, g_hz, gyro_rate_hz = filter_
        self._hz = gyro_rate_hz / (1 + registers[SMPLRT_DIV])
        self._xl_lsb = _XL_LSB[registers[ACCEL_CONFIG] >> 3 & 3]
        self._g_lsb = _G_LSB[registers[GYRO_CONFIG] >> 3 & 3]
        # A filter of the first order passes the noise of pi/2 times its bandwidth.
        self._xl_noise = self.noise_factor * _XL_UG_RTHZ * 1e-6 * math.sqrt(self._xl_hz * math.pi / 2.0)
        self._g_noise = self.noise_factor * _G_MDPS_RTHZ * 1e-3 * math.sqrt(g_hz * math.pi / 2.0)
        self._awake = not registers[PWR_MGMT_1] & (SLEEP | CYCLE)
        self._start_us = self._clock.now_us + _START_US
        self._number = 0

    def _sample(self) -> None:
        """Bring the output registers to the newest sample that is due."""
        if not self._awake:
            return
        since_s = (self._clock.now_us - self._start_us) / 1e6
        number = int(since_s * self._hz)
        if number <= self._number:
            return
        self._number = number
        self._take(number, since_s - number / self._hz)
        # RM 4.15: the flag is that of an interrupt, and there is none that is not enabled.
        self.registers[INT_STATUS] |= self.registers[INT_ENABLE] & DATA_RDY

    def _take(self, number: int, age_s: float) -> None:
        registers = self.registers
        plant = self._plant
        gravity = felt_g(plant, age_s + self._delay_s)
        shaking = self._shaking.g(plant, self._clock.now_us / 1e6 - age_s, self._xl_hz)
        felt = [still + moved for still, moved in zip(gravity, shaking, strict=True)]
        accel = self._axes(felt, self.zero_g, self._xl_lsb)
        gyro = self._axes((0.0, plant.rate_dps, 0.0), self.zero_rate_dps, self._g_lsb)
        xl_rms = (self._xl_noise + vibration_g(plant)) * self._xl_lsb
        g_rms = self._g_noise * self._g_lsb
        counts = [value + xl_rms * noise for value, noise in zip(accel, self._noise.three(number, 0), strict=True)]
        warm = (self.temperature_c - 35.0) * _TEMP_LSB_PER_C + _TEMP_AT_35_C
        counts.append(0.0 if registers[PWR_MGMT_1] & TEMP_DIS else warm)
        counts += [value + g_rms * noise for value, noise in zip(gyro, self._noise.three(number, 3), strict=True)]
        codes = [max(_INT_MIN, min(round(count), _INT_MAX)) for count in counts]
        standby = registers[PWR_MGMT_2]
        for axis, index in enumerate((0, 1, 2, 4, 5, 6)):
            if standby & 0x20 >> axis:  # RM 4.29: an axis in standby keeps what it has
                codes[index] = _SEVEN.unpack_from(registers, ACCEL_XOUT_H)[index]
        _SEVEN.pack_into(registers, ACCEL_XOUT_H, *codes)

    @staticmethod
    def _axes(true: Sequence[float], zero: Sequence[float], lsb: float) -> list[float]:
        return [(value + offset) * lsb for value, offset in zip(true, zero, strict=True)]
