"""The telemetry line: one frame, always equally long, and what it says is the status."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware import states
from firmware.link import wire
from firmware.link.messages import TELEMETRY
from firmware.link.telemetry import Telemetry
from firmware.status import Status

BOUNDS = {name: bounds for name, _, bounds, _ in TELEMETRY}


def status(**values):
    one = Status()
    for name, value in values.items():
        setattr(one, name, value)
    return one


def line_of(one, telemetry=None):
    telemetry = telemetry or Telemetry()
    telemetry.write(one)
    ((kind, body),) = wire.Decoder().feed(bytes(telemetry.line))
    assert kind == wire.FRAME
    return wire.parse(body)


@given(
    st.integers(*BOUNDS["ms"]),
    st.integers(0, len(states.STATE_NAMES) - 1),
    st.integers(*BOUNDS["inv"]),
    st.integers(*BOUNDS["lim"]),
    st.integers(*BOUNDS["drv"]),
    st.integers(*BOUNDS["flt"]),
)
def test_the_line_says_what_the_status_says(ms, state, inv, lim, drv, flt):
    one = status(now_ms=ms, state=state, inv_cdeg=inv, limit_cdeg=lim, drive_permille=drv, fault=flt)
    assert line_of(one) == {
        "t": "tel",
        "n": 0,
        "ms": ms,
        "st": states.STATE_NAMES[state],
        "inv": inv,
        "lim": lim,
        "drv": drv,
        "flt": flt,
    }


@pytest.mark.parametrize(("value", "shown"), [(18001, 18000), (-99999, -18000), (2**40, 18000)])
def test_out_of_range_shows_the_end_of_the_range(value, shown):
    assert line_of(status(inv_cdeg=value))["inv"] == shown


def test_every_line_is_equally_long_and_nothing_of_the_last_one_stays():
    telemetry = Telemetry()
    length = len(telemetry.line)
    line_of(status(now_ms=2**30 - 1, state=states.LEVEL_PAUSE, inv_cdeg=-18000, drive_permille=-1000), telemetry)
    after = line_of(status(inv_cdeg=-5), telemetry)
    assert after["inv"] == -5
    after = line_of(status(state=states.BOOT), telemetry)
    assert len(telemetry.line) == length <= wire.MAX_FRAME
    assert (after["ms"], after["st"], after["inv"], after["drv"]) == (0, "BOOT", 0, 0)


def test_lines_are_counted_and_a_line_left_out_leaves_a_gap():
    telemetry = Telemetry()
    numbers = [line_of(status(), telemetry)["n"], line_of(status(), telemetry)["n"]]
    telemetry.skip()
    assert [*numbers, line_of(status(), telemetry)["n"]] == [0, 1, 3]
    for _ in range(1_000_000 - 5):
        telemetry.skip()
    assert [line_of(status(), telemetry)["n"] for _ in range(2)] == [999_999, 0]
