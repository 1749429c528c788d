"""The errors that a call may raise, made in advance: a tick allocates nothing of its own."""

from hal import contract

NACK = contract.HalError(contract.NACK)
TIMEOUT = contract.HalError(contract.TIMEOUT)
RANGE = contract.HalError(contract.RANGE)
MISSING = contract.HalError(contract.MISSING)
