"""DS3231 clock chip: registers to a day and a time of day.

Register numbers: Maxim datasheet 19-5170, figure 1 (timekeeping registers), sections Control Register (0Eh) and Status
Register (0Fh). No alarm is used, so that the registers of alarm 1, which live on the battery too, can hold a mark.
"""

from firmware.dates import day_number

ADDRESS = 0x68  # the chip has no other
_SECONDS = 0x00  # then minutes, hours, weekday, day of the month, month with century, year, all in BCD
_WEEKDAY = 0x03
_MARK = 0x07  # seconds, minutes and hours of alarm 1: all of their bits can be written
_CONTROL = 0x0E
_BURST = 16  # 00h to 0Fh: time and status are of one moment, because a burst latches the time
_STATUS = 0x0F
_OSF = 0x80  # status: the oscillator has stood still since somebody last cleared this bit

_HALF_DAYS = 0x40  # hours: 1 to 12 with _PM
_PM = 0x20

# EOSC 0: it runs on its battery too. INTCN 1 and no alarm: the INT pin stays quiet. The rate bits as after power-up.
_RUNNING = 0x1C
_TRUSTED = 0x00  # OSF cleared, the 32 kHz output off, no alarm pending


class Ds3231:
    """day (YYYYMMDD), minute (of the day), second and mark hold what the last read() that was True found.

    mark is a number under 2**24 that came with the time, 0 for none. It is kept in the registers of an alarm, and the
    day of the week is shifted by it: a time that was set elsewhere has none, even in a chip that was marked before.
    """

    def __init__(self, i2c):
        self._i2c = i2c
        self._burst = bytearray(_BURST)
        self._time = bytearray(7)
        self._number = bytearray(3)
        self._weekday = bytearray(1)
        self._started = bytes((_RUNNING, _TRUSTED))
        self.day = 0
        self.minute = 0
        self.second = 0
        self.mark = 0

    def read(self):
        """Fetch the time. False when it is not to be trusted: the oscillator stood still, or the registers hold no time
        of any day from 2000 to 2099. OSError when the bus fails.
        """
        burst = self._burst
        self._i2c.read_into(ADDRESS, _SECONDS, burst)
        # Bits that must be 0, the century's among them, make their number too large.
        second, minute, hour = _number(burst[0]), _number(burst[1]), _hour(burst[2])
        day = 20000000 + _number(burst[6]) * 10000 + _number(burst[5]) * 100 + _number(burst[4])
        if burst[_STATUS] & _OSF or max(second, minute) > 59 or hour > 23 or not day_number(day):
            return False
        self.day, self.minute, self.second = day, hour * 60 + minute, second
        mark = burst[_MARK] | burst[_MARK + 1] << 8 | burst[_MARK + 2] << 16
        self.mark = mark if burst[_WEEKDAY] == _weekday(day, mark) else 0
        return True

    def leave(self, mark):
        """Leave this mark with the time that was read last, which goes on. OSError when the bus fails."""
        self._weekday[0] = _weekday(self.day, mark)
        self._write(mark)
        self._i2c.write(ADDRESS, _WEEKDAY, self._weekday)

    def set(self, day, minute, mark=0):
        """Make it the beginning of this minute of `day`, and let the clock run. OSError when the bus fails.

        The mark is written first: power lost after it leaves a time that nobody takes for the one of another mark.
        """
        if mark:
            self._write(mark)
        time = self._time
        time[0] = 0
        time[1] = _bcd(minute % 60)
        time[2] = _bcd(minute // 60)
        time[3] = _weekday(day, mark)
        time[4] = _bcd(day % 100)
        time[5] = _bcd(day // 100 % 100)
        time[6] = _bcd(day // 10000 % 100)
        self._i2c.write(ADDRESS, _SECONDS, time)
        # Last: power lost before this leaves a clock that is not trusted.
        self._i2c.write(ADDRESS, _CONTROL, self._started)

    def _write(self, mark):
        number = self._number
        number[0] = mark & 255
        number[1] = mark >> 8 & 255
        number[2] = mark >> 16
        self._i2c.write(ADDRESS, _MARK, number)


def _weekday(day, mark):
    """1 is Monday, without a mark."""
    return (day_number(day) + 4 + mark) % 7 + 1


def _hour(register):
    if not register & _HALF_DAYS:
        return _number(register)
    hour = _number(register & ~(_HALF_DAYS | _PM))
    return hour % 12 + (12 if register & _PM else 0) if 1 <= hour <= 12 else 99


def _number(bcd):
    """The number of two BCD digits; 100 and more, which is no part of any time, for what are no digits."""
    return (bcd >> 4) * 10 + (bcd & 15) if bcd & 15 < 10 and bcd >> 4 < 10 else 100


def _bcd(number):
    return number // 10 << 4 | number % 10
