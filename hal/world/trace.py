"""What a run did: one row per wake and digests of every byte the device sent."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from typing import NamedTuple

_ROW = struct.Struct("<IihBBH")
_CHUNK = 1 << 16


class Row(NamedTuple):
    """One wake of the firmware: the world as it was at that moment."""

    now_ms: int
    inv_mdeg: int
    drive_permille: int
    contactor: bool
    buzzer: bool
    bits: int


class Trace:
    """Rows are kept packed; iterate over it to see them."""

    def __init__(self) -> None:
        self._rows = bytearray()
        self._sent = bytearray()
        self._sent_hash = hashlib.sha256()
        self._uart_hash = hashlib.sha256()

    def wake(self, now_ms: int, inv_mdeg: int, drive_permille: int, contactor: bool, buzzer: bool, bits: int) -> None:
        self._rows += _ROW.pack(now_ms, inv_mdeg, drive_permille, contactor, buzzer, bits)

    def request(self, data: bytes | bytearray) -> None:
        sent = self._sent
        sent += data
        if len(sent) > _CHUNK:
            self._sent_hash.update(sent)
            sent.clear()

    def uart(self, data: bytes | bytearray) -> None:
        self._uart_hash.update(data)

    def __len__(self) -> int:
        return len(self._rows) // _ROW.size

    def __iter__(self) -> Iterator[Row]:
        return (_row(values) for values in _ROW.iter_unpack(bytes(self._rows)))

    def tail(self, count: int) -> list[Row]:
        return [_row(values) for values in _ROW.iter_unpack(bytes(self._rows[-count * _ROW.size :]))]

    def request_sha256(self) -> str:
        """Digest of every request byte the device sent."""
        self._sent_hash.update(self._sent)
        self._sent.clear()
        return self._sent_hash.hexdigest()

    def uart_sha256(self) -> str:
        """Digest of every byte the device sent to the laptop."""
        return self._uart_hash.hexdigest()

    def state_and_drive_bytes(self) -> bytes:
        """What must be the same in every home: all rows, then both digests."""
        return bytes(self._rows) + bytes.fromhex(self.request_sha256()) + bytes.fromhex(self.uart_sha256())


def _row(values: tuple[int, ...]) -> Row:
    now_ms, inv_mdeg, drive, contactor, buzzer, bits = values
    return Row(now_ms, inv_mdeg, drive, bool(contactor), bool(buzzer), bits)
