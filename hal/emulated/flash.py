"""The time that the Pico's flash takes: a W25Q16JV is busy for a while after each erase and each page.

Winbond W25Q16JV, 9.6 AC electrical characteristics: tSE, tBE2, tPP, and the BUSY bit in 7.1.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from hal.emulated.chip import Chip

_BUSY = 1
_STATUS, _PROGRAM, _SECTOR, _BLOCK = 0x05, 0x02, 0x20, 0xD8


class FlashTimes(NamedTuple):
    """Microseconds for 4 kB erased, for 64 kB erased, for a page of 256 bytes written."""

    sector_us: float
    block_us: float
    page_us: float


TYPICAL = FlashTimes(45_000, 150_000, 400)
WORST = FlashTimes(400_000, 2_000_000, 3_000)


class Flash:
    """Hung on the chip's flash interface; times may change while it runs."""

    def __init__(self, chip: Chip, times: FlashTimes) -> None:
        self.times = times
        self._chip = chip
        self._ready_us = 0.0
        self._ssi: Any = chip.mcu.ssi
        self._apply, self._shift = self._ssi._apply_command, self._ssi._shift_byte
        self._ssi._apply_command = self._done
        self._ssi._shift_byte = self._answer

    def _done(self) -> None:
        """The end of a command: what it began goes on inside the flash."""
        sent = self._ssi._tx_buffer
        writes = bool(sent) and self._ssi._write_enabled
        took_us = {_SECTOR: self.times.sector_us, _BLOCK: self.times.block_us, _PROGRAM: self.times.page_us}
        if writes and sent[0] in took_us:
            self._ready_us = self._chip.now_us + took_us[sent[0]]
        self._apply()

    def _answer(self, byte: int) -> int:
        answer = int(self._shift(byte))
        sent = self._ssi._tx_buffer
        if len(sent) > 1 and sent[0] == _STATUS and self._chip.now_us < self._ready_us:
            answer |= _BUSY
        return answer
