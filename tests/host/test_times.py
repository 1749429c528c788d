"""Nobody waits a thousand times too long, and every day and minute is the one on the wall where the person is."""

import ast
import time
from pathlib import Path

import pytest

import bascule
from bascule.commands.profile import check
from bascule.table import client
from tests.host.table.client.answering import STATUS, answering, ok
from tests.support.host.table_stub import TableStub

ROOT = Path(bascule.__file__).parent
# What a person may have to wait for longer than ten seconds, and how long at most.
MOST_S = {
    "deploy/arrival.py _WITHIN_S": 20,  # a filesystem made anew
    "deploy/bootsel.py _TAKEN_S": 40,  # 1 MB at the flash's speed
    "broker/hub.py _FORGET_S": 30,  # nobody waits for it: until a late answer finds nobody
    "ui/laptop.py _CHECKS_S": 30,  # between two looks at everything
    "simulator/agreeing.py _LONGEST_S": 90,  # all questions of a day
    "simulator/playing.py _LONGEST_S": 300,  # the slowest way home
    "simulator/session.py _DOWN_S": 120,
    "simulator/session.py _UP_S": 240,
    "simulator/session.py _PAUSE_S": 60,  # the pause at level itself
}
_USUAL_MOST_S = 10.0


def times() -> dict[str, float]:
    """Every constant of the tool whose name says that it is in seconds."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign):
                for name, value in _pairs(node.targets[0], node.value):
                    if name.endswith("_S") and isinstance(value, ast.Constant):
                        found[f"{path.relative_to(ROOT)} {name}"] = value.value
    return found


def _pairs(target, value):
    if isinstance(target, ast.Name):
        return [(target.id, value)]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return [pair for each in zip(target.elts, value.elts, strict=True) for pair in _pairs(*each)]
    return []


def test_nobody_is_kept_waiting_for_minutes_by_a_time_in_milliseconds():
    found = times()
    assert "table/client.py _ANSWER_S" in found and set(MOST_S) <= set(found)
    assert {place: s for place, s in found.items() if s > MOST_S.get(place, _USUAL_MOST_S)} == {}


@pytest.fixture(params=["EAST-14", "WEST12"])
def far_away(request, monkeypatch):
    """Where the day is another one than in Greenwich, for the most of a day; in one of the two at any time."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_away")
def test_a_session_of_the_evening_counts_for_the_day_on_the_persons_wall():
    with TableStub(answering(status=ok(STATUS))) as stub, client.connected(stub.port) as table:
        table.ask("status")
    told = next(one for one in stub.heard if one["c"] == "clock.set")
    wall = time.localtime()
    assert told["day"] == int(time.strftime("%Y%m%d", wall))
    assert (wall.tm_hour * 60 + wall.tm_min - told["min"]) % 1440 <= 1


@pytest.mark.usefixtures("far_away")
def test_a_clearance_is_judged_by_the_day_on_the_persons_wall():
    assert str(check.day(None)) == time.strftime("%Y-%m-%d")


def test_no_module_takes_the_day_of_greenwich_for_the_persons():
    for path in ROOT.rglob("*.py"):
        names = {node.attr for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
        assert not names & {"UTC", "utc", "utcnow", "gmtime", "utcfromtimestamp"}, path
