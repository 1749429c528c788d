"""The HAL's bus calls straight to chips of the world: a driver and its chip with no board between."""

from hal import contract


class I2C:
    """Raises what a board raises."""

    def __init__(self, bus):
        self.bus = bus

    def read_into(self, addr, reg, buf):
        self._check(buf)
        data = self.bus.read(addr, reg, len(buf))
        if data is None:
            raise contract.HalError(contract.NACK)
        self.bus.after_read(addr, reg, len(buf))
        buf[:] = data

    def write(self, addr, reg, buf):
        self._check(buf)
        if not self.bus.write(addr, reg, bytes(buf)):
            raise contract.HalError(contract.NACK)

    @staticmethod
    def _check(buf):
        if not 1 <= len(buf) <= contract.I2C_MAX_BYTES:
            raise contract.HalError(contract.RANGE)
