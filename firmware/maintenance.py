"""Maintenance: instead of going into service the program ends, and whoever built the table gets at the board."""

from firmware.drivers import inputs

POWER_ON = 1  # of the HAL's reset causes
_ASKED = inputs.UP | inputs.DOWN | inputs.OK | inputs.AT_UPRIGHT
_LOOKED_AT = _ASKED | inputs.CONTACTOR_CLOSED


def asked(board):
    """Whether all three buttons are held at power-up, with the table upright and its contactor open.

    Nothing on the cable asks for it, and no restart does: a person at the table has switched it on like this.
    """
    return board.reset_cause() == POWER_ON and board.inputs.bits() & _LOOKED_AT == _ASKED
