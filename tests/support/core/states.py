"""What the tests beside it share."""

from firmware.safety import faults
from firmware.safety.faults import FAULTS
from tests.support.core.bench import Bench

NAMES = [row[faults.NAME] for row in FAULTS]


def fault(bench: Bench) -> str:
    return NAMES[bench.verdict.fault]


def response(bench: Bench) -> str:
    return faults.RESPONSE_NAMES[bench.verdict.response]
