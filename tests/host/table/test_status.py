"""One look at a table: every fact of it comes from its own field, in its own unit."""

from dataclasses import asdict

from bascule.table import panel, status, telemetry
from firmware.safety import faults

SAID = {
    "st": "HOLDING", "inv": 1234, "lim": 1500, "pos": 1110, "rate": -56, "drv": 345, "ma": 1750, "mv": 23900, "flt": 0,
    "lock": 1, "n_lock": 0, "rev": 7, "up_ms": 90500, "day": 20261123, "disp": 0, "selftest": "imu volts",
    "bad_crc": 11, "overlong": 12, "unknown": 13, "failed": 14,
    "lang": "en", "lang_lost": 0, "gaps": 0,
}  # fmt: skip


class Told:
    """A table that says SAID."""

    port = "a port"
    hello = None
    read_only = True

    def ask(self, command, **_fields):
        assert command == "status"
        return SAID


def test_nothing_that_a_table_says_is_told_as_something_else():
    told = status.read(Told())
    assert {name: value for name, value in asdict(told).items() if name not in ("hello", "port")} == {
        "state": "HOLDING",
        "inversion_deg": 12.34,
        "limit_deg": 15.0,
        "position_deg": 11.1,
        "rate_deg_per_s": -0.56,
        "drive_percent": 34.5,
        "current_a": 1.75,
        "supply_v": 23.9,
        "fault": None,
        "locked": True,
        "lock_reasons": (),
        "revision": 7,
        "up_s": 90.5,
        "day": 20261123,
        "display_answers": False,
        "selftest": ("imu", "volts"),
        "panel": {"language": "en", "language_lost": False, "said_in_english": 0},
        "link": {"bad_crc": 11, "overlong": 12, "unknown": 13, "failed": 14},
        "read_only": True,
    }


def test_nobody_who_watches_is_told_another_speed_or_angle():
    frame = {"t": "tel", "n": 3, "ms": 90500, "st": "HOLDING", "inv": -1234, "lim": 1500, "drv": -345, "flt": 1}
    assert asdict(telemetry.of(frame)) == {
        "time_s": 90.5,
        "state": "HOLDING",
        "inversion_deg": -12.34,
        "limit_deg": 15.0,
        "drive_percent": -34.5,
        "fault": faults.FAULTS[1][faults.NAME],
    }
    assert telemetry.of({**frame, "flt": 0}).fault is None
    assert telemetry.of({**frame, "flt": 250}).fault == "250"


def test_the_panel_is_told_line_by_line():
    table = Told()
    table.ask = lambda _command: {"page": "WARNING", "l1": "a", "l2": "b", "l3": "c", "l4": "d", "shown": "new"}
    assert asdict(panel.read(table)) == {"page": "WARNING", "lines": ("a", "b", "c", "d"), "shown": "new"}
