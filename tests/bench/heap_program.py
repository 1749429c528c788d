"""The firmware with its heap looked at before every wait: the program that tests/bench/heap.py gives the board.

What it sees stands in a file beside the flash's own, written anew once a second.
"""

import gc
import struct

FIGURES = "<5I"  # size, in use after a collection at most, in use at most, collections, looks
_EACH = 50  # looks, one a period


class Watched:
    """In place of the board's clock. tidy: collect once a second, so that what lives is known."""

    def __init__(self, clock, file, tidy):
        self.now_ms = clock.now_ms
        self._clock = clock
        self._file = file
        self._tidy = tidy
        self._size = gc.mem_alloc() + gc.mem_free()
        self._before = self._live = self._peak = 0
        self._collections = self._looks = 0
        self._out = bytearray(struct.calcsize(FIGURES))

    def wait_until(self, deadline_ms):
        """Look, and then wait as ever."""
        used = gc.mem_alloc()
        self._peak = max(self._peak, used)
        self._looks += 1
        if self._looks % _EACH == 0:
            if self._tidy:
                gc.collect()
                used = gc.mem_alloc()
            self._tell()
        if used < self._before:
            self._collections += 1
            self._live = max(self._live, used)
        self._before = used
        self._clock.wait_until(deadline_ms)

    def _tell(self):
        out, file = self._out, self._file
        struct.pack_into(FIGURES, out, 0, self._size, self._live, self._peak, self._collections, self._looks)
        file.seek(0)
        file.write(out)
        file.flush()


def main(board, tidy=False):
    """Run the firmware on a board whose clock looks at the heap."""
    # Loaded here with as few holes as can be: on a Pico the modules lie in flash and leave none.
    gc.threshold(4096)
    from firmware import main as program

    gc.threshold(-1)
    gc.collect()
    with open(board.root + "/heap.bin", "wb") as file:
        board.clock = Watched(board.clock, file, tidy)
        program.main(board)
