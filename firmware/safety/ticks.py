"""The only place where two tick readings are compared."""

# Ticks run in [0, 2**30) and wrap. Written so that no step leaves the 31-bit small integers of the RP2040.
MASK = 0x3FFFFFFF
HALF = 0x20000000


def elapsed_ms(now_ms, since_ms):
    """Milliseconds from since_ms to now_ms, right across a wrap; negative when since_ms lies ahead (under 6 days)."""
    gap_ms = (now_ms - since_ms) & MASK
    return gap_ms if gap_ms < HALF else gap_ms - MASK - 1


def later_ms(now_ms, wait_ms):
    """The tick reading wait_ms (0 to 2**29) after now_ms."""
    return (now_ms + (wait_ms - MASK) - 1) & MASK
