"""The telemetry line byte for byte, and one written over another: nothing of the line before may be read as today's."""

import itertools
import zlib

import pytest

from firmware import states
from firmware.link.telemetry import Telemetry
from firmware.status import Status

LONGEST = max(len(name) for name in states.STATE_NAMES)


def body(count, ms, state, inv, lim, drv, flt):
    """The line's JSON, each value at the end of its room and the state at the beginning of its own."""
    word = f'"{states.STATE_NAMES[state]}"'.ljust(LONGEST + 2)
    return (
        f'{{"t":"tel","n":{count:>6},"ms":{ms:>10},"st":{word},"inv":{inv:>6},"lim":{lim:>4},"drv":{drv:>5},'
        f'"flt":{flt:>3}}}'
    ).encode()


def status(ms, state, inv, lim, drv, flt):
    one = Status()
    one.now_ms, one.state, one.inv_cdeg, one.limit_cdeg, one.drive_permille, one.fault = ms, state, inv, lim, drv, flt
    return one


ROWS = [
    (0, 0, 0, 0, 0, 0),
    (2**30 - 1, 1, -18000, 9000, -1000, 999),
    (9, 2, 5, 7, 3, 1),
    (1, 2, -1, 1, -1, 1),
    (10, 3, -5, 10, -3, 10),
    (99, 4, -10, 99, -99, 99),
    (1234567, 5, 18000, 1000, 1000, 100),
]


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(ROWS, 2)))
def test_a_line_over_any_other_is_byte_for_byte_its_own(first, second):
    telemetry = Telemetry()
    for count, row in enumerate((first, second, second)):
        telemetry.write(status(*row))
        written = body(count, *row)
        assert bytes(telemetry.line) == b"$" + written + b"*%08x\n" % zlib.crc32(written)


@pytest.mark.parametrize("state", range(len(states.STATE_NAMES)))
def test_a_state_over_the_longest_and_under_it_leaves_nothing(state):
    longest = max(range(len(states.STATE_NAMES)), key=lambda one: len(states.STATE_NAMES[one]))
    telemetry = Telemetry()
    for count, one in enumerate((longest, state, longest, state)):
        telemetry.write(status(0, one, 0, 0, 0, 0))
        assert bytes(telemetry.line[1:-10]) == body(count, 0, one, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ((-1, 0, -18001, -1, -1001, -1), (0, 0, -18000, 0, -1000, 0)),
        ((2**30, 0, 18001, 9001, 1001, 1000), (2**30 - 1, 0, 18000, 9000, 1000, 999)),
        ((2**30 - 1, 0, 17999, 8999, 999, 998), (2**30 - 1, 0, 17999, 8999, 999, 998)),
    ],
)
def test_a_number_beyond_its_range_is_told_as_the_end_of_the_range(row, shown):
    telemetry = Telemetry()
    telemetry.write(status(*row))
    assert bytes(telemetry.line[1:-10]) == body(0, *shown)


def test_lines_are_counted_to_a_million_and_then_from_0():
    telemetry = Telemetry()
    for _ in range(999_999):
        telemetry.skip()
    for count in (999_999, 0, 1):
        telemetry.write(status(*ROWS[0]))
        assert bytes(telemetry.line[1:-10]) == body(count, *ROWS[0])
