"""The serial cable between the board and the laptop, with the board's transmit buffer."""

from __future__ import annotations

# What waits for the board at most: a second's worth, as it reads 32 bytes in 20 ms. A Pico's own port holds 832 more
# (512 in MicroPython's buffer, 256 in TinyUSB's, a packet of 64) and then makes the laptop wait, whose driver gives up
# what was not taken in time. So a laptop that stops sending noise is heard within two seconds.
_WAITING_BYTES = 1600


class Cable:
    """Bytes toward the board wait until it reads them, the newest 1600; bytes from it wait until somebody takes them.

    With reading False the laptop has stopped reading: what the board says stays in its buffer. While the laptop sleeps
    or the cable is unplugged, alive is False: nothing reaches the board, and its port takes nothing.
    """

    def __init__(self) -> None:
        self.reading = True
        self.awake = True
        self.plugged = True
        self.alive = True  # awake and plugged
        self._to_board = bytearray()
        self._board_tx = bytearray()
        self._to_laptop = bytearray()

    def send(self, data: bytes) -> None:
        """To the board; lost while the cable is unplugged."""
        if self.plugged:
            self._to_board += data
            del self._to_board[:-_WAITING_BYTES]

    def set_awake(self, awake: bool) -> None:
        """The laptop sleeps, or wakes: what it has sent waits meanwhile."""
        self.awake = awake
        self.alive = awake and self.plugged

    def set_plugged(self, plugged: bool) -> None:
        """The cable is unplugged, or plugged in: what the board has not read yet is lost."""
        self.plugged = plugged
        self.alive = plugged and self.awake
        self._to_board.clear()

    @property
    def waiting(self) -> int:
        """Bytes that the board has not read yet."""
        return len(self._to_board)

    def take(self) -> bytes:
        """Everything the board has said since the last take."""
        data = bytes(self._to_laptop)
        self._to_laptop.clear()
        return data

    def head(self, n: int) -> bytes:
        """The first bytes that wait for the board, n at most."""
        return bytes(self._to_board[:n]) if self._to_board and self.alive else b""

    def drop_read(self, n: int) -> None:
        del self._to_board[:n]

    def accept(self, data: bytes | bytearray) -> None:
        self._board_tx += data

    def carry(self) -> int:
        """Call once per exchange: moves what the laptop reads off the board's buffer; how many bytes stay in it."""
        if self.reading and self._board_tx and self.alive:
            self._to_laptop += self._board_tx
            self._board_tx.clear()
        return len(self._board_tx)

    def reset_board(self) -> None:
        """The board restarted: what it had buffered is gone."""
        self._board_tx.clear()
