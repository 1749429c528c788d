"""What the tests beside it share."""

from firmware.safety import faults
from tests.support.core.bench import Bench


def stands(bench: Bench, name: str) -> bool:
    """The fault of this name stands, whatever stronger one may hide it."""
    return bool(bench.supervisor.checks.active[getattr(faults, name)])
