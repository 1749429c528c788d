"""The filesystem: mounted as it is, and made only where nothing can be lost, or where somebody at the table asks."""

from time import sleep_ms

import rp2
import vfs
from machine import WDT_RESET, reset_cause

from hal import contract
from hal.rp2.flash import pico
from hal.rp2.inputs import Inputs

_ROOTS = (0, 1)  # littlefs keeps its root in this pair of blocks, and one of the two is whole at any moment
_LET_GO_MS = 5000
_LOOK_MS = 10
_BUTTONS = 1 << contract.DOWN | 1 << contract.UP | 1 << contract.OK


def mount():
    """Mount it on "/", tried twice. What cannot be mounted stays as it is, unless it is blank or OK asks for it."""
    flash = rp2.Flash()
    if _mounted(flash) or _mounted(flash):
        return
    if _blank(flash) or _asked():
        vfs.VfsLfs2.mkfs(flash, progsize=pico.PAGE)
        _mounted(flash)


def _mounted(flash):
    try:
        vfs.mount(vfs.VfsLfs2(flash, progsize=pico.PAGE), "/")  # type: ignore[abstract]
    except OSError:
        return False
    return True


def _blank(flash):
    """Whether this is a new board: nothing has ever been written where a filesystem begins."""
    block = bytearray(pico.SECTOR)
    for number in _ROOTS:
        flash.readblocks(number, block)
        if block.count(b"\xff") != pico.SECTOR:
            return False
    return True


def _asked():
    """Whether OK alone is held when power comes, and let go of within five seconds.

    Only a person does that: neither a restart nor a stuck button does. All three buttons ask for maintenance, which
    must find things as they are.
    """
    if reset_cause() == WDT_RESET:
        return False
    inputs = Inputs()
    for _ in range(_LET_GO_MS // _LOOK_MS):
        if inputs.bits() & _BUTTONS != 1 << contract.OK:
            return False
        sleep_ms(_LOOK_MS)
        if not inputs.bits() & _BUTTONS:
            return True
    return False
