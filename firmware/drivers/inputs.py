"""What each bit of the digital inputs means. The HAL's contract fixes the numbers."""

STOP_CLOSED = 1 << 0  # the loop's end-of-line resistor is seen: STOP is not pressed and its wire is whole
STOP_SHORT = 1 << 1  # the loop is bridged: STOP could not be seen
DOWN = 1 << 2
UP = 1 << 3
OK = 1 << 4
LOCK_LEFT = 1 << 5
LOCK_RIGHT = 1 << 6
AT_UPRIGHT = 1 << 7
AT_LEVEL = 1 << 8
AT_END = 1 << 9
MAINS = 1 << 10
CONTACTOR_CLOSED = 1 << 11

BOTH_LOCKS = LOCK_LEFT | LOCK_RIGHT
KEYS = DOWN | UP | OK  # a change of one is an answer; of STOP it is none, for a loose wire does that too
