"""Whether the chip at the clock's address is a DS3231: what its registers must look like (Maxim 19-5170, figure 1).

It has no register that names it, and an MPU-6050 strapped the other way answers at the same address.
"""

REGISTERS = 0x13  # 00h to 12h: time, alarms, control, status, aging, temperature

# Bits that always read 0: of seconds to year, of the status, and of the temperature's fraction.
_ZEROS = (
    (0x00, 0x80),
    (0x01, 0x80),
    (0x02, 0x80),
    (0x03, 0xF8),
    (0x04, 0xC0),
    (0x05, 0x60),
    (0x0F, 0x70),
    (0x12, 0x3F),
)
# Register, mask of its BCD number, least and most. A chip that was never set has 1 January and weekday 1, never 0.
_NUMBERS = (
    (0x00, 0x7F, 0, 59),
    (0x01, 0x7F, 0, 59),
    (0x03, 0x07, 1, 7),
    (0x04, 0x3F, 1, 31),
    (0x05, 0x1F, 1, 12),
    (0x06, 0xFF, 0, 99),
)
_HOURS = 0x02
_HALF_DAYS = 0x40  # of the hours: 1 to 12, and a bit for the afternoon


def is_ds3231(registers):
    """Whether one burst of all registers can be a DS3231's."""
    for at, zeros in _ZEROS:
        if registers[at] & zeros:
            return False
    for at, mask, least, most in _NUMBERS:
        if not least <= _number(registers[at] & mask) <= most:
            return False
    hours = registers[_HOURS]
    if hours & _HALF_DAYS:
        return 1 <= _number(hours & 0x1F) <= 12
    return _number(hours) <= 23


def _number(bcd):
    """The number of two BCD digits; over 99 for what are no digits."""
    return (bcd >> 4) * 10 + (bcd & 15) if bcd & 15 < 10 and bcd >> 4 < 10 else 100
