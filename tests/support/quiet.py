"""Runs on MicroPython: a display whose lines stay as they are allocates nothing, whatever moves behind them."""

import sys

from micropython import heap_lock, heap_unlock

from firmware.panel import moving
from firmware.panel.display import Display
from firmware.panel.menu import SESSION
from firmware.panel.paper import Names
from firmware.panel.shown import Shown
from firmware.status import Status
from firmware.words.catalogue import Catalogue


class Bus:
    """Takes everything."""

    def __init__(self):
        self.count = 0

    def write(self, addr, reg, buf):
        self.count += 1


class People:
    """As much of the people as a name needs."""

    ids = ("anna",)
    names = ("Anna",)
    revision = 0


class Panel:
    """As much of a menu and of the chosen person as the lines need."""

    page = SESSION
    at = part = place = 0
    changed = 0
    people = People
    names = Names()
    shown = Shown()
    words = Catalogue()
    on_the_way = moving.Said(words.say)


bus = Bus()
status = Status()
status.inv_cdeg = 1234
display = Display(bus, Panel, Panel, status, 0)
now_ms = 0
for _ in range(150):
    now_ms += 20
    display.step(now_ms)
painted = bus.count
heap_lock()
for _ in range(500):
    now_ms += 20
    status.inv_cdeg = 1225 + now_ms // 20 % 10
    display.step(now_ms)
heap_unlock()
sys.stdout.write(f"{painted} {bus.count - painted} {status.display}\n")
