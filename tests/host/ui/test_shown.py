"""What the page is told: everything as it opens, then what is new."""

import json

import pytest

from bascule.ui.shown import Shown


@pytest.fixture
def told():
    return []


@pytest.fixture
def shown(told):
    found = Shown({"kind": "simulated"})
    found.listener = lambda kind, text, newest: told.append((json.loads(text), newest))
    return found


def test_a_page_that_opens_is_told_everything(shown):
    shown.said("INVERTING", 15.0, None)
    shown.moment(1.0, -20.0, 2.0, 80.0, buzzer=False)
    shown.event(1.0, "hand", "DOWN is pressed")
    shown.display("AA==")
    shown.facts({"panel": None})
    found = json.loads(shown.everything(3))
    assert found["you"] == 3
    assert found["moment"] == {
        "t": 1.0, "inv": -20.0, "stops": pytest.approx(-18.86), "drive": 80.0, "buzzer": False,
        "state": "INVERTING", "limit": 15.0, "fault": None,
    }  # fmt: skip
    assert found["strip"] == [[1.0, -20.0, -18.86, 15.0, 80.0, "INVERTING"]]
    assert (found["events"][0]["text"], found["display"], found["facts"]) == (
        "DOWN is pressed",
        "AA==",
        {"panel": None},
    )


def test_where_it_would_stop_is_the_cores_own_arithmetic(shown, told):
    for rate_dps, ahead in ((0.0, 0.0), (-3.0, 0.0), (2.0, 1.14), (500.0, 101.4)):
        shown.moment(0.0, 10.0, rate_dps, 0.0)
        assert told[-1][0]["stops"] == pytest.approx(10.0 + ahead)


def test_the_same_facts_and_dots_are_not_told_again(shown, told):
    for _ in range(2):
        shown.facts({"a": 1})
        shown.display("AA==")
    assert [one["k"] for one, _ in told] == ["facts", "display"]
    assert all(newest for _, newest in told)


def test_the_strip_has_five_points_a_second_and_five_minutes(shown):
    for tick in range(20 * 400):
        shown.moment(tick / 20, 0.0, 0.0, 0.0)
    strip = json.loads(shown.everything(1))["strip"]
    assert len(strip) == 1500
    assert strip[-1][0] - strip[0][0] == pytest.approx(300, abs=1)


def test_a_new_table_begins_anew(shown, told):
    shown.moment(100.0, 0.0, 0.0, 0.0)
    shown.event(100.0, "hand", "x")
    shown.forget()
    shown.moment(0.1, -70.0, 0.0, 0.0)
    found = json.loads(shown.everything(1))
    assert ([point[0] for point in found["strip"]], found["events"]) == ([0.1], [])
    assert {"k": "anew"} in [one for one, _ in told]


def test_the_curve_begins_anew_with_the_tables_clock(shown):
    for t_s in (100.0, 0.0, 0.2, 0.4):
        shown.moment(t_s, 0.0, 0.0, 0.0)
    assert [point[0] for point in json.loads(shown.everything(1))["strip"]] == [0.0, 0.2, 0.4]


def test_nobody_sees_the_person_or_the_limit_of_the_table_before(shown):
    shown.said("INVERTING", 60.0, "STALL")
    shown.facts({"verdict": {"limit_deg": 60.0}, "people": [{"id": "anna"}]})
    shown.event(1.0, "hand", "x")
    shown.forget()
    found, new = json.loads(shown.everything(1)), json.loads(Shown({"kind": "simulated"}).everything(1))
    assert found == new
