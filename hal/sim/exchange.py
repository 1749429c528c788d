"""One request buffer, one reply buffer, and the single place where the device waits for the world."""

import sys

from hal.contract import HalError
from hal.sim import codec

# Leaves room for one full uart write and the largest awaited call behind the posted ones.
_POST_LIMIT = codec.REQUEST_SIZE - codec.TX_WINDOW - 64

if sys.implementation.name == "micropython":
    from micropython import heap_lock, heap_unlock

    # The heap is locked while the firmware ticks: errors must exist beforehand.
    _ERRORS = [HalError(kind) for kind in range(6)]

    def error(kind):
        """The HalError of this kind, made in advance."""
        return _ERRORS[kind]

else:
    # CPython would chain a traceback per raise onto an instance that is raised again and again.
    error = HalError

    def heap_lock():
        """CPython has no heap to lock."""

    def heap_unlock():
        """CPython has no heap to unlock."""


class Exchange:
    """Gathers posted calls and trades them for the newest reply. Allocates nothing after construction."""

    def __init__(self, channel):
        self._channel = channel
        self.request = bytearray(codec.REQUEST_SIZE)
        self.reply = bytearray(codec.REPLY_SIZE)
        self.n = codec.HEAD_SIZE
        self.cost_us = 0
        self.rx_used = 0
        self.i2c_used = 0
        self.tx_space = 0
        self.upset = 0
        self.guarded = False
        self._locked = False

    def post(self, code, value, cost_us):
        """Add one entry; it reaches the world with the next awaited call."""
        n = self.n
        if n > _POST_LIMIT:
            self.put(codec.SYNC, 0)
            self.trade()
            n = self.n
        request = self.request
        request[n] = code
        request[n + 1] = value & 255
        request[n + 2] = value >> 8
        self.n = n + 3
        self.cost_us += cost_us

    def put(self, code, value):
        """Add the head of an awaited call."""
        n = self.n
        request = self.request
        request[n] = code
        request[n + 1] = value & 255
        request[n + 2] = value >> 8
        self.n = n + 3

    def put_byte(self, value):
        """Add one byte behind an entry's head."""
        self.request[self.n] = value
        self.n += 1

    def trade(self):
        """Send the request, take the reply, return its status (0 or a HalError kind)."""
        request = self.request
        n = self.n
        cost_us = self.cost_us
        request[0] = n & 255
        request[1] = n >> 8
        request[2] = self.rx_used
        request[3] = self.i2c_used
        request[4] = cost_us & 255
        request[5] = (cost_us >> 8) & 255
        request[6] = (cost_us >> 16) & 255
        request[7] = (cost_us >> 24) & 255
        self.n = codec.HEAD_SIZE
        self.cost_us = 0
        self.rx_used = 0
        self.i2c_used = 0
        reply = self.reply
        self._channel.trade(request, n, reply)
        self.tx_space = reply[18] | reply[19] << 8
        return reply[0]

    def guard_heap(self):
        """From wait_until to feed() the tick may not allocate, once the watchdog has been started."""
        if self.guarded and not self._locked:
            self._locked = True
            heap_lock()

    def free_heap(self):
        """End what guard_heap began."""
        if self._locked:
            self._locked = False
            heap_unlock()
