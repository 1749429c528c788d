"""What breaks off, dies or never comes is told: no silence of a run counts as a table that is well."""

import os
from types import SimpleNamespace

import pytest

from firmware.link import wire
from hal.world.errors import WorldTimeout
from tests.situations import matrix, phases, run, together
from tests.situations.matrix import Case
from tests.situations.play import Play
from tests.situations.situation import Situation
from tests.situations.snapshots import Snapshots
from tests.situations.stand import Stand
from tests.support.laptop import Laptop

FAULT = "a fault"


@pytest.fixture
def stand():
    """As much of a table as a run of the matrix needs."""
    rig = SimpleNamespace(break_=lambda _fault: None, root=None)
    return SimpleNamespace(rig=rig, invariants=SimpleNamespace(violations=[]))


def test_a_table_that_breaks_off_in_the_matrix_is_not_called_well(monkeypatch, stand):
    case = Case(FAULT, phases.HOLDING, "cpython")
    monkeypatch.setattr(phases, "finish", lambda *_: None)
    assert matrix.run_case(case, stand) == ""

    def breaks_off(*_):
        raise WorldTimeout("it hung")

    monkeypatch.setattr(phases, "finish", breaks_off)
    assert "it hung" in matrix.run_case(case, stand)


def test_a_copy_that_dies_without_a_word_is_not_called_well(tmp_path, stand):
    stand.rig.root = tmp_path / "state" / "flash"
    stand.rig.root.mkdir(parents=True)
    case = SimpleNamespace(phase=phases.HOLDING)
    assert Snapshots(lambda *_: "")._copy(case, stand) == ""
    assert "no end" in Snapshots(lambda *_: os._exit(1))._copy(case, stand)


def test_situations_that_nobody_has_played_do_not_hold(capsys):
    """A name that was misspelt, where somebody wants to see that a table is safe."""
    assert run.main(["h99_no_such_situation"]) == 1
    assert "0 of 0 hold" in capsys.readouterr().out


def test_a_situation_that_left_no_word_is_not_called_well(tmp_path):
    assert "no end" in together._said(tmp_path / "nothing")[0]


@pytest.mark.parametrize(("hung", "all_hung"), [(0, False), (1, False), (2, True)])
def test_a_second_fault_that_never_came_is_missed(hung, all_hung):
    play = SimpleNamespace(rig=SimpleNamespace(hung=[FAULT] * hung), situation=SimpleNamespace(faults=[FAULT] * 2))
    assert Play.all_hung(play) is all_hung


@pytest.mark.parametrize(("hung_s", "counted_s"), [((), 90.0), ((1.0,), 5.0), ((20.0,), 20.0), ((20.0, 60.0), 20.0)])
def test_the_time_that_a_table_has_begins_with_the_first_fault(hung_s, counted_s):
    """A table that sleeps through it gains nothing by the second one; what hung at the start counts from the script."""
    rig = SimpleNamespace(hung=[(at_s, FAULT) for at_s in hung_s])
    play = SimpleNamespace(rig=rig, began_s=5.0, ended_s=90.0)
    assert Play.fault_s.fget(play) == counted_s


@pytest.mark.parametrize(("violations", "told"), [([], []), (["limit at 1 s"], ["invariant limit at 1 s"])])
def test_a_harm_that_the_invariants_saw_is_told(violations, told):
    play = SimpleNamespace(invariants=SimpleNamespace(violations=violations))
    assert Play._broken(play) == told


@pytest.mark.parametrize(
    ("deg", "contactor", "upright"), [(-69.0, False, True), (-69.0, True, False), (-68.0, False, False)]
)
def test_a_table_whose_motor_is_on_is_not_called_upright(deg, contactor, upright):
    plant = SimpleNamespace(inv_deg=deg)
    stand = SimpleNamespace(world=SimpleNamespace(plant=plant, contactor_closed=contactor))
    assert Stand.upright(stand) is upright


@pytest.mark.parametrize(("words", "for_s"), [("400 ms", 0.4), ("3 s", 3.0), ("0.5 s", 0.5)])
def test_a_fault_of_a_situation_lasts_as_long_as_is_written(words, for_s):
    data = {"title": "t", "hazards": [1], "faults": [f"at once: imu stuck for {words}"], "expect": ["no fault"]}
    assert Situation("x", data).faults[0].for_s == for_s


def test_a_laptop_takes_no_other_message_for_its_answer():
    """A late answer to the question before, and telemetry."""

    class Table:
        def __init__(self):
            self.out = [{"i": 41, "st": "LATE"}, {"t": "tel"}, {"i": 7, "st": "RIGHT"}]

        def serial_in(self, data):
            """The question."""

        def serial_out(self):
            return wire.frame(self.out.pop(0).items())

        def run_until(self, holds, _seconds):
            while not holds():
                pass

    laptop = Laptop(Table())
    laptop._next = 7
    assert laptop.ask("status")["st"] == "RIGHT"
    assert [message.get("i") for message in laptop.heard] == [41, None]
