"""SSD1306 display controller of a 128 x 64 module: commands and dots.

Solomon Systech SSD1306 rev 1.1: bytes on the I2C bus, section 8.1.5; memory, 8.7; commands, table 9-1 and section 10;
the charge pump, its application note. The register of the HAL's bus calls is the control byte.
"""

ADDRESS = 0x3C  # SA0 low
_COMMANDS = 0x00  # control byte: nothing but commands follows
_ONE_COMMAND = 0x80  # one command, then another control byte
_DATA = 0x40  # nothing but dots follows

WIDTH = 128  # columns; a column of one of the 8 pages is a byte of 8 dots
PIECE = 24  # columns that one transfer carries at most: with its commands it is within the HAL's 32 bytes
_HEAD = 6

_OFF = b"\xae"
_ON = b"\xaf"
_NOTHING = b"\xe3"
# For a module that makes its own panel voltage, connector at the top. Clock (D5), all 64 rows (A8), no offset (D3, 40),
# charge pump on (8D), page addressing (20), columns and rows turned round (A1, C8), rows interleaved (DA), contrast
# (81), precharge and level for the pump (D9, DB), dots from memory (A4), not inverted (A6).
_SETTINGS = b"\xd5\x80\xa8\x3f\xd3\x00\x40\x8d\x14\x20\x02\xa1\xc8\xda\x12\x81\xcf\xd9\xf1\xdb\x20\xa4\xa6"


class Ssd1306:
    """Nothing here allocates. Every call is one transfer of at most 0.9 ms; OSError when the bus fails.

    dots: what paint() sends, one byte a column, the lowest bit on top.
    """

    def __init__(self, i2c):
        self._i2c = i2c
        self._start = _OFF + _SETTINGS
        self._again = _SETTINGS + _ON
        self._piece = bytearray(_HEAD + PIECE)
        self._piece[1] = self._piece[3] = _ONE_COMMAND
        self._piece[5] = _DATA
        self._narrow = memoryview(self._piece)[: _HEAD + WIDTH % PIECE]
        self.dots = memoryview(self._piece)[_HEAD:]

    def start(self):
        """Configure it and leave it dark: its memory holds anything."""
        self._i2c.write(ADDRESS, _COMMANDS, self._start)

    def light(self):
        """Configure it once more and show what is in its memory."""
        self._i2c.write(ADDRESS, _COMMANDS, self._again)

    def here(self):
        """Nothing but OSError when it does not answer."""
        self._i2c.write(ADDRESS, _COMMANDS, _NOTHING)

    def paint(self, page, column):
        """Put the dots there: PIECE columns, and at the right edge as many as are left. column: a multiple of PIECE."""
        piece = self._piece
        piece[0] = 0xB0 | page
        piece[2] = column & 15
        piece[4] = 0x10 | column >> 4
        self._i2c.write(ADDRESS, _ONE_COMMAND, piece if column + PIECE <= WIDTH else self._narrow)
