"""Tries the window watchdog of wiring.md from the prompt of maintenance: mpremote resume run docs/hardware/window.py

Prints whether the contactor was closed: without edges, with edges every 20 ms, without a pause between them, every
20 ms again, with CONTACTOR low, and anew; then how long after the last edge it opened, in ms. The motor cannot turn
meanwhile: BRIDGE_ENABLE is low.
"""

from time import sleep_ms, ticks_diff, ticks_ms

from machine import Pin

EDGES = 50
OPENED_MS = 60  # until a contactor has done what its coil says
LONGEST_MS = 2000

contactor = Pin(3, Pin.OUT, value=0)
kick = Pin(9, Pin.OUT, value=0)
closed = Pin(21, Pin.IN, Pin.PULL_DOWN)


def beat(pause_ms):
    """Edges for a while; the moment of the last rising one, and whether the contactor is closed then."""
    last_ms = 0
    for number in range(EDGES):
        level = number & 1
        if level:
            last_ms = ticks_ms()
        kick(level)
        sleep_ms(pause_ms)
    sleep_ms(OPENED_MS)
    return last_ms, closed()


contactor(1)
sleep_ms(100)
seen = [closed()]
for pause_ms in (20, 0, 20):
    seen.append(beat(pause_ms)[1])
contactor(0)
sleep_ms(OPENED_MS)
seen.append(closed())
contactor(1)
last_ms, again = beat(20)
seen.append(again)
while closed() and ticks_diff(ticks_ms(), last_ms) < LONGEST_MS:
    sleep_ms(1)
print(seen, ticks_diff(ticks_ms(), last_ms))  # noqa: T201 - what somebody at the prompt reads
contactor(0)
