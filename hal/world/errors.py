"""What can go wrong in a simulated run, as exceptions for the test that drives it."""


class WorldError(Exception):
    """Base of everything below."""


class WorldTimeout(WorldError):
    """run_until waited its whole time and the predicate never held."""


class WorldHang(WorldError):
    """The firmware did not come back to wait_until within the wall-clock guard's time."""


class FirmwareCrash(WorldError):
    """The firmware's main raised or returned, or its interpreter died; the text says what."""


class ProtocolError(WorldError):
    """The device side sent bytes that the codec does not know."""


class FaultError(WorldError):
    """A fault that this world cannot apply; the text says what is possible."""
