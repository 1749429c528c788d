"""Makes one call of the board raise an error that its contract does not know, for as long as the world says so."""

from hal.sim import codec

_CALLS = {
    codec.UPSET_I2C: ("i2c", "read_into"),
    codec.UPSET_ADC: ("adc", "read_into"),
    codec.UPSET_INPUTS: ("inputs", "bits"),
    codec.UPSET_OUTPUTS: ("outputs", "drive"),
    codec.UPSET_WATCHDOG: ("watchdog", "feed"),
    codec.UPSET_UART: ("uart", "read_into"),
    codec.UPSET_CLOCK: ("clock", "now_ms"),
}


def _raiser(error):
    # Default arguments instead of *args: the call may come while the heap is locked.
    def raiser(a=None, b=None, c=None):
        raise error

    return raiser


class Upset:
    """set() shadows the method of one part of the board; set(0) takes the shadow away."""

    def __init__(self, board):
        self._board = board
        self._part = None
        self._name = ""

    def set(self, code):
        """Take a WAIT's status: the call in its low four bits, in the others what is raised."""
        if self._part is not None:
            delattr(self._part, self._name)
            self._part = None
        if code:
            part, self._name = _CALLS[code & 15]
            self._part = getattr(self._board, part)
            error = MemoryError("no memory") if code & codec.UPSET_OOM else RuntimeError("the board is upset")
            setattr(self._part, self._name, _raiser(error))
