"""DS3231 clock chip as a register file, from Maxim data sheet 19-5170; names in capitals are that sheet's."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hal.world.clock import Clock

ADDRESS = 0x68

SECONDS = 0x00
MINUTES = 0x01
HOURS = 0x02
DAY = 0x03
DATE = 0x04
MONTH = 0x05
YEAR = 0x06
CONTROL = 0x0E
STATUS = 0x0F
TEMPERATURE = 0x11

EOSC = 0x80
OSF = 0x80
_CENTURY = 0x80
_HALF_DAYS = 0x40
_PM = 0x20

_SIZE = 0x13  # after 12h the address is 00h again
# Bits that can be written; the others read 0, or are the chip's own.
_MASKS = (0x7F, 0x7F, 0x7F, 0x07, 0x3F, 0x9F, 0xFF, *[0xFF] * 7, 0xDF, 0x08, 0xFF, 0x00, 0x00)
# Power-on: 1 January of year 00, a Sunday by its own count; RS2 RS1 INTCN; OSF EN32kHz; 25 degrees.
_POWER_ON = {DAY: 1, DATE: 1, MONTH: 1, CONTROL: 0x1C, STATUS: 0x88, TEMPERATURE: 25}

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CYCLE_DAYS = 200 * 365 + 50  # both centuries; the chip takes every fourth year for a leap year
_DAY_S = 24 * 3600


class Ds3231:
    """Goes on without the board's power, on a battery of its own; wall is the time it was set to, None for a new one.

    battery_ok False: from the next loss of power on it stands still and forgets. Its alarms never ring.
    """

    def __init__(self, clock: Clock, wall: datetime.datetime | None = None) -> None:
        self._clock = clock
        self.registers = bytearray(_SIZE)
        self.battery_ok = True
        self._powered = True
        self._since_us = 0
        self._first_power()
        if wall is not None:
            self._set(wall)

    def reset(self) -> None:
        """Supply has come back, after a dip or after long: only a battery kept the time."""
        if not self.battery_ok:
            self._first_power()
        elif self.registers[CONTROL] & EOSC:
            self.advance()
            self._since_us = self._clock.now_us
            self.registers[STATUS] |= OSF
        self._powered = True

    def power_down(self) -> None:
        """Supply goes."""
        self.advance()
        self._powered = False

    def read(self, reg: int, n: int) -> bytes:
        """A burst, all of one moment; changes nothing on the chip."""
        self.advance()
        return bytes(self.registers[(reg + i) % _SIZE] for i in range(n))

    def after_read(self, reg: int, n: int) -> None:
        """Reading does nothing to this chip."""

    def write(self, reg: int, data: bytes) -> None:
        self.advance()
        for i, value in enumerate(data):
            at = (reg + i) % _SIZE
            kept = self.registers[at] & ~_MASKS[at]
            if at == STATUS:
                kept &= value  # a flag is cleared by a 0, and a 1 leaves it
            self.registers[at] = kept | value & _MASKS[at]
            if at == SECONDS:
                self._since_us = self._clock.now_us  # the countdown chain starts anew

    def jump(self, seconds: int) -> None:
        """What it believes leaps; its flags say nothing of it."""
        self.advance()
        self._add(seconds)

    def _first_power(self) -> None:
        self.registers[:] = bytes(_SIZE)
        for reg, value in _POWER_ON.items():
            self.registers[reg] = value
        self._since_us = self._clock.now_us

    def _set(self, wall: datetime.datetime) -> None:
        registers = self.registers
        registers[DAY] = wall.isoweekday()
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        self._put(_day_number(wall.year - 2000, wall.month, wall.day), (wall - midnight).seconds)
        registers[STATUS] = 0

    def advance(self) -> None:
        """Bring the registers to now. EOSC stops the oscillator while the chip is on its battery."""
        now_us = self._clock.now_us
        if not self._powered and self.registers[CONTROL] & EOSC:
            self._since_us = now_us
        seconds = (now_us - self._since_us) // 1_000_000
        self._since_us += seconds * 1_000_000
        if seconds:
            self._add(seconds)

    def _add(self, seconds: int) -> None:
        registers = self.registers
        number = _day_number(
            _number(registers[YEAR]) + (100 if registers[MONTH] & _CENTURY else 0),
            _number(registers[MONTH] & 0x1F),
            _number(registers[DATE]),
        )
        hours = registers[HOURS]
        hour = _number(hours & 0x3F)
        if hours & _HALF_DAYS:
            hour = _number(hours & 0x1F) % 12 + (12 if hours & _PM else 0)
        now_s = hour * 3600 + _number(registers[MINUTES]) * 60 + _number(registers[SECONDS]) + seconds
        days, time_s = divmod(now_s, _DAY_S)
        registers[DAY] = (registers[DAY] - 1 + days) % 7 + 1
        self._put((number + days) % _CYCLE_DAYS, time_s)

    def _put(self, number: int, time_s: int) -> None:
        registers = self.registers
        year, month, date = _date(number)
        hour = time_s // 3600
        if registers[HOURS] & _HALF_DAYS:
            registers[HOURS] = _HALF_DAYS | (_PM if hour >= 12 else 0) | _bcd((hour - 1) % 12 + 1)
        else:
            registers[HOURS] = _bcd(hour)
        registers[MINUTES] = _bcd(time_s // 60 % 60)
        registers[SECONDS] = _bcd(time_s % 60)
        registers[DATE] = _bcd(date)
        registers[MONTH] = _bcd(month) | (_CENTURY if year >= 100 else 0)
        registers[YEAR] = _bcd(year % 100)


def _day_number(year: int, month: int, date: int) -> int:
    """Days since the first of January of year 0 of 200; what is no date is taken as it adds up."""
    return year * 365 + (year + 3) // 4 + sum(_length(year, m) for m in range(1, month)) + date - 1


def _date(number: int) -> tuple[int, int, int]:
    year = number * 4 // 1461
    month, left = 1, number - _day_number(year, 1, 1)
    while left >= _length(year, month):
        left -= _length(year, month)
        month += 1
    return year, month, left + 1


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 else _MONTH_DAYS[(month - 1) % 12]


def _number(bcd: int) -> int:
    return (bcd >> 4) * 10 + (bcd & 15)


def _bcd(number: int) -> int:
    return number // 10 << 4 | number % 10
