"""The dead-man's program for a state machine of the PIO block (RP2040 datasheet 3.4), in rp2's own words.

Each kick puts a number of turns into the FIFO. X counts them down; at 0 the line falls until the next kick. X is
undefined at the start, so the line stays low until the first kick.
"""

from rp2 import PIO, asm_pio

STEPS = 4  # instructions of one turn while the line is up


@asm_pio(set_init=PIO.OUT_LOW)
def hold():
    """The line is up for as many turns as the last kick said."""
    wrap_target()
    set(pins, 0)
    pull(block)
    mov(x, osr)
    label("alive")
    set(pins, 1)
    pull(noblock)  # a kick, or X again when there was none
    mov(x, osr)
    jmp(x_dec, "alive")
    wrap()
