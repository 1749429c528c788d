"""I2C0 at 400 kHz, and the data line freed from a chip that holds it."""

from errno import ETIMEDOUT

from machine import I2C, Pin

from hal import contract
from hal.rp2 import errors, pins

_FREQ_HZ = 400000
# Longer than any transfer of 32 bytes takes, and short enough that a held bus costs no tick.
_TIMEOUT_US = 2000
# A chip that was left in the middle of a byte lets go within this many clocks (NXP UM10204, 3.1.16).
_CLOCKS = 9


class Bus:
    """The sensor bus."""

    def __init__(self):
        self._sda = Pin(pins.I2C_SDA)
        self._scl = Pin(pins.I2C_SCL)
        self._begin()
        self._out = bytearray(contract.I2C_MAX_BYTES + 1)
        # A slice allocates: one view for every length there is.
        whole = memoryview(self._out)
        self._views = [whole[:n] for n in range(contract.I2C_MAX_BYTES + 2)]

    def read_into(self, addr, reg, buf):
        if not (0 <= addr <= 127 and 0 <= reg <= 255 and 1 <= len(buf) <= contract.I2C_MAX_BYTES):
            raise errors.RANGE
        try:
            self._i2c.readfrom_mem_into(addr, reg, buf)
        except OSError as failed:
            raise self._after(failed)  # noqa: B904 - MicroPython keeps no cause

    def write(self, addr, reg, buf):
        n = len(buf)
        if not (0 <= addr <= 127 and 0 <= reg <= 255 and 1 <= n <= contract.I2C_MAX_BYTES):
            raise errors.RANGE
        out = self._out
        out[0] = reg
        for i in range(n):
            out[i + 1] = buf[i]
        try:
            taken = self._i2c.writeto(addr, self._views[n + 1])
        except OSError as failed:
            raise self._after(failed)  # noqa: B904 - MicroPython keeps no cause
        if taken != n + 1:
            # Acknowledged at first and then not: MicroPython says so only by this count.
            raise errors.NACK

    def _begin(self):
        """Free the data line, then I2C from its reset state. Pin and I2C give objects that exist: nothing allocates."""
        sda, scl = self._sda, self._scl
        sda.init(Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
        scl.init(Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
        if not sda.value():
            for _ in range(_CLOCKS):
                scl.low()
                scl.high()
                if sda.value():
                    break
            # The chip has let go with the clock high: this edge is a START, at which every chip drops what it was at
            # (UM10204, 3.1.10), and the next one a STOP.
            sda.low()
            sda.high()
        self._i2c = I2C(0, sda=sda, scl=scl, freq=_FREQ_HZ, timeout=_TIMEOUT_US)

    def _after(self, failed):
        """The kind of a failed transfer, with the bus free for the next one if it can be.

        A locked heap leaves an error without its number, so the line itself is asked whether it is held. Such an error
        is taken for silence, which most are.
        """
        if not self._sda.value():
            self._begin()
        return errors.TIMEOUT if ETIMEDOUT in failed.args else errors.NACK
