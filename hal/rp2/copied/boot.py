"""For modules copied onto stock MicroPython: outputs inert, and the whole program loaded before USB starts."""

from hal.rp2.outputs import make_inert

make_inert()

import gc
import sys

# The frozen modules first, so that no file can stand in for one of them; then this program, and nothing else.
sys.path[:] = [".frozen", "/lib"]

# Modules that come one after the other leave holes too small for the next one, unless what they no longer need is
# collected on the way.
gc.threshold(4096)
import firmware.main  # noqa: F401
import hal.rp2.board  # noqa: F401

gc.threshold(-1)
gc.collect()
