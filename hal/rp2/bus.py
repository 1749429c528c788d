"""I2C0 at 400 kHz."""

from errno import ETIMEDOUT

from machine import I2C, Pin

from hal import contract
from hal.rp2 import errors, pins

_FREQ_HZ = 400000
# Longer than any transfer of 32 bytes takes, and short enough that a held bus costs no tick.
_TIMEOUT_US = 2000


class Bus:
    """The sensor bus."""

    def __init__(self):
        self._i2c = I2C(0, sda=Pin(pins.I2C_SDA), scl=Pin(pins.I2C_SCL), freq=_FREQ_HZ, timeout=_TIMEOUT_US)
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
            raise _kind(failed)  # noqa: B904 - MicroPython keeps no cause

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
            raise _kind(failed)  # noqa: B904 - MicroPython keeps no cause
        if taken != n + 1:
            # Acknowledged at first and then not: MicroPython says so only by this count.
            raise errors.NACK


def _kind(failed):
    """A locked heap leaves an error without its number: that is taken for silence, which most are."""
    return errors.TIMEOUT if ETIMEDOUT in failed.args else errors.NACK
