"""How fast the page says that a table moves, and which files it can reach."""

import json

import pytest

from bascule.commands import page_push
from bascule.commands.ui import _Watched
from bascule.table.telemetry import Telemetry
from bascule.ui.shown import Shown


@pytest.fixture
def stops():
    """stops(moments): how far ahead of the table the page draws its stop, after the last of (time, angle)."""

    def run(*moments):
        shown = Shown({})
        watched = _Watched(shown)
        for time_s, deg in moments:
            watched.heard(Telemetry(time_s, "INVERTING", deg, 15.0, 50.0, None))
        now = json.loads(shown.everything(1))["moment"]
        return now["stops"] - now["inv"]

    return run


def test_a_table_that_moves_is_drawn_with_its_way_to_a_stop(stops):
    assert stops((1.0, 10.0), (1.1, 10.2)) == pytest.approx(1.14, abs=0.02)


@pytest.mark.parametrize("second_s", [0.0, 0.9, 1.6, 100.0])
def test_no_table_races_after_a_restart_or_a_gap(stops, second_s):
    """The clock began anew, the same telemetry came twice, or some was lost."""
    assert stops((1.0, -70.0), (second_s, 10.0)) == 0.0


@pytest.mark.parametrize("name", ["../../errors", "/etc/passwd", "anna/../ben_hip_replacement", "", None, 7, ["anna"]])
def test_a_page_reaches_no_file_but_the_examples(monkeypatch, name):
    monkeypatch.setattr(page_push.reader, "read", lambda path: pytest.fail(f"{path} was read"))
    assert page_push.read({"example": name, "text": "x = 1"}).profile is not None
