"""The chip's USB serial port on the world's cable."""

from __future__ import annotations

from hal.emulated.chip import Chip
from hal.emulated.host import Host
from hal.world.electrics.cable import Cable

_POLL_US = 1000  # a full-speed frame
_ROOM = 500  # of the 512 bytes that the emulator keeps for the chip


class Usb:
    """connected is True once the host has found the port, for as long as the cable is in."""

    def __init__(self, chip: Chip, cable: Cable) -> None:
        self._found = False
        self._cdc = chip.cdc
        self._cable = cable
        chip.cdc.on_serial_data = self._heard
        chip.cdc.on_device_connected = self._find
        self.host = Host(chip, cable)
        # rp2040py's host answers an armed endpoint at once, if with nothing; a real one waits until it has something.
        self._answer = chip.mcu.usb_ctrl.on_endpoint_read
        self._armed: tuple[int, int] | None = None
        chip.mcu.usb_ctrl.on_endpoint_read = self._arm
        chip.every(_POLL_US, self._say)

    @property
    def connected(self) -> bool:
        return self._found and self._cdc.dtr

    def lost(self) -> None:
        """The chip has dropped off the bus."""
        self._found = False
        self._armed = None
        self.host.lost()

    def _find(self) -> None:
        self._found = True

    def _heard(self, data: bytes | bytearray) -> None:
        self._cable.accept(bytes(data))
        self._cable.carry()

    def _say(self) -> None:
        if not (self.connected and self.host.serves):
            return
        room = _ROOM - self._cdc.tx_fifo.item_count
        data = self._cable.head(room) if room > 0 else b""
        for byte in data:
            self._cdc.send_serial_byte(byte)
        self._cable.drop_read(len(data))
        if self._armed is not None and self._cdc.tx_fifo.item_count:
            armed, self._armed = self._armed, None
            self._answer(*armed)

    def _arm(self, endpoint: int, size: int) -> None:
        if endpoint == 0 or (self._cdc.tx_fifo.item_count and self.host.serves):
            self._answer(endpoint, size)
        else:
            self._armed = endpoint, size
