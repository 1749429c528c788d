"""What the panel shows through the whole loop: the same pages in both homes."""

import pytest

from firmware import executive
from firmware.screening.conditions import GATE_CATEGORY, GATE_NAME, GATE_REASON, GATES, WARN
from hal.sim.home.table import SimTable
from tests.support import glass
from tests.support.laptop import Laptop, blob


def shown(table) -> list[str]:
    now = table.laptop.ask("panel")
    return [now[line] for line in ("l1", "l2", "l3", "l4")]


@pytest.mark.long
@pytest.mark.both_homes
def test_a_warning_is_turned_to_its_end_before_a_session_is_allowed(start):
    table = start(upright=False)
    assert table.laptop.push(blob(name="Zoë Żółć 李", born=1960))["verdict"] == "usable"
    table.run(0.2)
    assert shown(table)[:3] == ["Zoe Zolc ?", "15 deg, 60 s", "OK: that is me"]
    table.laptop.answer()
    table.laptop.agree()
    seen = []
    while (head := shown(table)[0]).startswith("Mind 1/1"):
        seen += " ".join(shown(table)[1:]).split()
        assert table.status()["lim"] == 0
        assert ("OK:yes" in head) is (head[-3] == head[-1])
        table.laptop.agree()
    warning = next(f"{gate[GATE_NAME]}: {gate[GATE_REASON]}" for gate in GATES if gate[GATE_CATEGORY] == WARN)
    assert " ".join(seen) == warning
    assert shown(table)[2] == "Hold DOWN to begin" and table.status()["lim"] == 1500


@pytest.mark.both_homes
def test_a_name_that_nobody_sees_is_refused_with_its_reason(start):
    table = start(upright=False)
    assert table.laptop.push(blob(name="\u202eanna"))["e"] == "REFUSED"
    said = table.laptop.ask("why", who="", of="push", at=0)
    assert (said["n"], said["field"], "U+202E" in said["text"]) == (1, "name", True)


@pytest.mark.parametrize(("waits", "painted"), [(executive._WAITS, True), (1_000_000, False)])
def test_where_every_period_is_late_the_display_has_its_turn_all_the_same(tmp_path, monkeypatch, waits, painted):
    """Calls cost nothing in a simulated home, where no period is late by itself."""
    monkeypatch.setattr(executive, "_DISPLAY_MS", -1)
    monkeypatch.setattr(executive, "_WAITS", waits)
    with SimTable("cpython", state_dir=tmp_path) as table:
        table.laptop = Laptop(table)
        table.run(1)
        table.laptop.hello()
        table.run(6)
        assert (glass.read(table.world.display) == glass.shown(shown(table))) is painted
