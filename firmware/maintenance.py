"""Maintenance: the program ends instead of going into service, so that the builder can reach the board."""

from firmware.drivers import inputs

POWER_ON = 1  # of the HAL's reset causes
_ASKED = inputs.UP | inputs.DOWN | inputs.OK | inputs.AT_UPRIGHT
_LOOKED_AT = _ASKED | inputs.CONTACTOR_CLOSED


def asked(board):
    """Whether all three buttons are held at power-up, with the table upright and its contactor open.

    Neither the cable nor a restart can ask for it: a person at the table has to switch it on like this.
    """
    return board.reset_cause() == POWER_ON and board.inputs.bits() & _LOOKED_AT == _ASKED
