"""The cable to the laptop: USB serial, one byte at a time, because only then is it certain that no write waits."""

import sys
from select import POLLIN, POLLOUT, poll

from machine import mem8, mem16, mem32

from hal import contract

_MOST = contract.UART_MOST

# Registers of the USB controller, RP2040 datasheet 4.1.4.
_SOF_RD = 0x50110048  # number of the last frame: a laptop that is awake and plugged in begins one each millisecond
_SIE_STATUS = 0x50110050  # read by its lower half: the whole may be more than a small integer
_SUSPENDED = 1 << 4
_INTE_CLEAR = 0x50113090  # bits written here are cleared in INTE (2.1.2)
_DEV_SUSPEND = 1 << 14
# The highest byte of EP2_IN_CONTROL (4.1.2.5). The port sends by endpoint 2, enabled once the laptop has configured it.
_SENDER = 0x50100013
_ENABLE = 1 << 7


class Uart:
    """Never blocks. While the laptop does not read, sleeps or is unplugged, nothing is taken once the buffer is full.

    When the bus is suspended, and an unplugged cable looks the same, MicroPython says that there is room and then waits
    for room without end. The suspend interrupt is off, so to MicroPython such a laptop has only stopped reading.
    """

    def __init__(self):
        mem32[_INTE_CLEAR] = _DEV_SUSPEND
        readable, writable = poll(), poll()
        readable.register(sys.stdin, POLLIN)
        writable.register(sys.stdout, POLLOUT)
        # Bound once: binding a method allocates, and looking it up anew for each byte takes time.
        self._waiting, self._take = readable.ipoll, sys.stdin.buffer.readinto
        self._room, self._put = writable.ipoll, sys.stdout.buffer.write
        self._one = bytearray(1)
        self._frame = mem32[_SOF_RD]

    def read_into(self, buf):
        one = self._one
        waiting, take = self._waiting, self._take
        most = min(len(buf), _MOST)
        n = 0
        while n < most:
            for _ in waiting(0):
                break
            else:
                break
            take(one)
            buf[n] = one[0]
            n += 1
        return n

    def write(self, buf, n):
        """Takes nothing before a new frame has begun since the last call; a call that takes 32 bytes lasts longer."""
        frame = mem32[_SOF_RD]
        if frame == self._frame or mem16[_SIE_STATUS] & _SUSPENDED or not mem8[_SENDER] & _ENABLE:
            return 0
        self._frame = frame
        room, put = self._room, self._put
        most = min(n, _MOST)
        done = 0
        while done < most:
            for _ in room(0):
                break
            else:
                break
            put(buf, done, 1)
            done += 1
        return done
