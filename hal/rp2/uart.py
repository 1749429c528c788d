"""The cable to the laptop: USB serial, one byte at a time, because only then is it certain that no write waits."""

import sys
from select import POLLIN, POLLOUT, poll

from hal import contract

_MOST = contract.UART_MOST


class Uart:
    """Never blocks: once a laptop stops reading, the buffer fills, and bytes without room are not taken."""

    def __init__(self):
        readable, writable = poll(), poll()
        readable.register(sys.stdin, POLLIN)
        writable.register(sys.stdout, POLLOUT)
        # Bound once: binding a method allocates, and looking it up anew for each byte takes time.
        self._waiting, self._take = readable.ipoll, sys.stdin.buffer.readinto
        self._room, self._put = writable.ipoll, sys.stdout.buffer.write
        self._one = bytearray(1)

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
        one = self._one
        room, put = self._room, self._put
        most = min(n, _MOST)
        done = 0
        while done < most:
            for _ in room(0):
                break
            else:
                break
            one[0] = buf[done]
            put(one)
            done += 1
        return done
