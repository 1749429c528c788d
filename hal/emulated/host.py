"""The laptop's end of the chip's USB bus: frames, polling, sleep, and a cable that is pulled and put back.

The names are those of the RP2040 datasheet, 4.1.4, and what a host does is in USB 2.0, chapter 7.1.7. rp2040py's own
model fetches at once whatever the chip arms, and knows no frames in device mode. This lays itself around its registers.
"""

from __future__ import annotations

from typing import Any

from hal.emulated.chip import Chip
from hal.world.electrics.cable import Cable

_FRAME_US = 1000
_FRAMES = 0x7FF  # SOF_RD.COUNT
_IDLE_MS = 3  # without a frame for so long the bus is suspended (7.1.7.6)
_RESET_MS = 10  # from the pull-up, or the end of a plug's bouncing, to the reset
_BOUNCE_MS = 100  # 7.1.7.3
_RESUME_MS = 20  # the host drives K for so long before frames go on (7.1.7.7)

_SOF_RD, _SIE_STATUS = 0x48, 0x50
_BUS_RESET, _RESUME, _SUSPENDED = 1 << 19, 1 << 11, 1 << 4  # of SIE_STATUS
_DEV_SOF, _DEV_SUSPEND = 1 << 17, 1 << 14  # of INTR
_EVENTS = _DEV_SOF | _DEV_SUSPEND
_IN_BUFFERS = range(0x80, 0x100, 8)  # EPx_IN_BUFFER_CONTROL, in the controller's memory
_AVAILABLE = 1 << 10


class Host:
    """Follows the cable: it sleeps and wakes, goes and comes back, and fetches nothing while nobody reads.

    A pulled cable looks to the chip as a host asleep does: the table has power of its own, and VBUS is not looked at.
    """

    def __init__(self, chip: Chip, cable: Cable) -> None:
        self.frames = 0  # since power-up
        self._cable = cable
        self._cdc: Any = chip.cdc
        usb: Any = chip.mcu.usb_ctrl
        self._usb = usb
        self._memory: Any = chip.mcu.usb_dpram
        self._plugged = cable.plugged
        self.lost()
        self._read, self._write = usb.read_uint32, usb.write_uint32
        self._check, self._fetch, self._reset_done = usb.check_interrupts, usb.dpram_updated, usb.on_reset_received
        usb.read_uint32, usb.write_uint32 = self._read_register, self._write_register
        usb.check_interrupts, usb.dpram_updated = self._check_interrupts, self._armed
        usb.on_usb_enabled, usb.on_reset_received = self._pulled_up, self._after_reset
        chip.every(_FRAME_US, self._frame)

    def lost(self) -> None:
        """The chip has dropped off the bus."""
        self._there = False  # the chip pulls D+ up
        self._addressed = False  # it was reset since, so frames reach it
        self._suspended = False
        self._events = 0
        self._idle_ms = 0
        self._wait_ms = 0
        self._held: list[int] = []

    @property
    def serves(self) -> bool:
        """Whether the host transfers anything now."""
        return self._addressed and self._cable.alive and not self._suspended and not self._wait_ms

    def _pulled_up(self) -> None:
        self._there = True
        self._wait_ms = _RESET_MS

    def _frame(self) -> None:
        """One millisecond of the bus."""
        if self._cable.plugged != self._plugged:
            self._replug()
        if not self._there:
            return
        if not self._cable.alive:
            self._idle()
        elif not self._addressed:
            self._idle()
            self._wait_ms -= 1
            if self._wait_ms == 0:
                self._reset()
        elif self._suspended:
            self._resume()
        elif self._wait_ms:
            self._wait_ms -= 1
        else:
            self._idle_ms = 0
            self.frames += 1
            self._usb._sof_frame_number = self._usb._sof_frame_number + 1 & _FRAMES
            self._events |= _DEV_SOF
            self._check_interrupts()
            self._poll()

    def _replug(self) -> None:
        """Pulled, the host forgets the chip, and the chip notices nothing; put back, it is reset and asked anew."""
        self._plugged = self._cable.plugged
        self._addressed = False
        self._wait_ms = _BOUNCE_MS
        self._cdc._on_controller_reset()

    def _idle(self) -> None:
        self._idle_ms += 1
        if self._idle_ms == _IDLE_MS:
            self._suspend(True)

    def _suspend(self, suspended: bool) -> None:
        """INTR.DEV_SUSPEND is set when the state changes, whichever way."""
        if suspended != self._suspended:
            self._suspended = suspended
            self._events |= _DEV_SUSPEND
            self._check_interrupts()

    def _resume(self) -> None:
        self._wait_ms = _RESUME_MS
        self._usb._sie_status |= _RESUME
        self._suspend(False)
        self._usb._sie_status_updated()

    def _reset(self) -> None:
        """What was under way is gone; the endpoints go with the chip's answer to the reset."""
        usb = self._usb
        for alarm in (*usb.endpoint_read_alarms, *usb.endpoint_write_alarms):
            alarm.alarm.cancel()
            alarm.buffers = []
        self._held.clear()
        self._suspend(False)
        usb._sie_status |= _BUS_RESET
        usb._sie_status_updated()

    def _after_reset(self) -> None:
        self._addressed = True
        self._idle_ms = 0
        self._reset_done()

    def _armed(self, offset: int, value: int) -> None:
        """A buffer was handed to the controller. One to the host stays there until the host asks."""
        if value & _AVAILABLE and offset in _IN_BUFFERS and not self._asks(offset):
            self._held.append(offset)
        else:
            self._fetch(offset, value)

    def _asks(self, offset: int) -> bool:
        """Whatever the laptop's program does, its host asks the control endpoint."""
        return self.serves and (self._cable.reading or offset == _IN_BUFFERS[0])

    def _poll(self) -> None:
        for offset in [offset for offset in self._held if self._asks(offset)]:
            self._held.remove(offset)
            value = int.from_bytes(self._memory[offset : offset + 4], "little")
            if value & _AVAILABLE:
                self._fetch(offset, value)

    def _read_register(self, offset: int) -> int:
        value = int(self._read(offset))
        if offset == _SOF_RD and self._events & _DEV_SOF:
            self._events &= ~_DEV_SOF
            self._check_interrupts()
        return value | _SUSPENDED if offset == _SIE_STATUS and self._suspended else value

    def _write_register(self, offset: int, value: int) -> None:
        if offset == _SIE_STATUS and self._usb.raw_write_value & _SUSPENDED:
            self._events &= ~_DEV_SUSPEND
        self._write(offset, value)

    def _check_interrupts(self) -> None:
        self._usb._int_raw = self._usb._int_raw & ~_EVENTS | self._events
        self._check()
