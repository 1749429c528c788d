"""The small parts that stand beside the loop, each alone: days, moments, what is told, and how it starts and ends."""

import datetime
from types import SimpleNamespace

import pytest

from firmware import main as module
from firmware import maintenance
from firmware.dates import DAY_MIN, day_of, minutes_of, next_day
from firmware.drivers import inputs
from firmware.status import Status
from firmware.tick_data import Observation, Verdict
from firmware.when import When

KEYS = inputs.UP | inputs.DOWN | inputs.OK


def test_every_day_of_a_century_has_its_next_one_and_comes_back_from_its_minutes():
    """A wait or a clearance that crosses the end of a month, a leap day or New Year ends on its day."""
    day = datetime.date(2000, 1, 1)
    for count in range(36_500):
        number = int(f"{day:%Y%m%d}")
        day += datetime.timedelta(days=1)
        assert minutes_of(number, 7) == count * DAY_MIN + 7 and day_of(count * DAY_MIN + 1439) == number
        assert next_day(number) == int(f"{day:%Y%m%d}")


@pytest.mark.parametrize("name", ["minutes", "own_min", "earliest_min", "latest_min", "asked", "note"])
def test_a_moment_that_differs_in_anything_is_another_one(name):
    """Or a clearance that may be over is not judged again, and UP agrees to a time that is not shown."""
    one, other = When(20261123, 5, 6, 7, 8, (9, 1), ("A", "b", "")), When(20261123, 5, 6, 7, 8, (9, 1), ("A", "b", ""))
    assert one.same(other)
    setattr(other, name, {"asked": (9, 2), "note": None}.get(name, 99))
    assert not one.same(other) and not other.same(one)


def told(*verdicts, at_upright=True):
    """The status after a tick of 20 ms with each of these (fault, contactor)."""
    status, obs = Status(), Observation()
    obs.at_upright = at_upright
    for tick, (fault, contactor) in enumerate(verdicts, 1):
        verdict = Verdict()
        verdict.fault, verdict.contactor = fault, contactor
        status.update(20 * tick, obs, verdict, 5, 0, True, 1, False)
    return status


def test_a_fault_is_told_from_the_tick_in_which_it_began_so_that_its_pages_turn():
    assert told((0, False), (7, False), (7, False), (7, False)).fault_ms == 40
    assert told((7, False), (8, False), (7, False)).fault_ms == 60


def test_nothing_is_stored_and_no_profile_taken_while_the_motor_is_supplied():
    """The motor is tried with no drive in between: that is no rest."""
    assert told((0, False)).upright_idle
    assert not told((0, True)).upright_idle and not told((0, False), at_upright=False).upright_idle


@pytest.mark.parametrize(
    ("cause", "bits", "asks"),
    [
        (maintenance.POWER_ON, KEYS | inputs.AT_UPRIGHT, True),
        (maintenance.POWER_ON, KEYS | inputs.AT_UPRIGHT | inputs.MAINS | inputs.STOP_CLOSED, True),
        (2, KEYS | inputs.AT_UPRIGHT, False),
        (4, KEYS | inputs.AT_UPRIGHT, False),
        (maintenance.POWER_ON, KEYS, False),
        (maintenance.POWER_ON, KEYS | inputs.AT_UPRIGHT | inputs.CONTACTOR_CLOSED, False),
        *[(maintenance.POWER_ON, KEYS & ~key | inputs.AT_UPRIGHT, False) for key in (4, 8, 16)],
    ],
)
def test_only_a_person_beside_an_upright_table_without_supply_takes_it_out_of_service(cause, bits, asks):
    board = SimpleNamespace(reset_cause=lambda: cause, inputs=SimpleNamespace(bits=lambda: bits))
    assert maintenance.asked(board) is asks


class Failing:
    """A board that keeps its calls, and whose inert() fails from the given one on."""

    def __init__(self, inert_fails_at):
        self.calls = []
        self.outputs = self.uart = self
        self._left = inert_fails_at

    def inert(self):
        self.calls.append("inert")
        self._left -= 1
        if self._left < 0:
            raise OSError(1)

    def write(self, words, count):
        self.calls.append("words")
        return count

    def reset(self):
        self.calls.append("reset")


@pytest.mark.parametrize("inert_fails_at", [0, 1, 2, 9])
def test_a_table_that_fails_restarts_though_its_outputs_fail_too(monkeypatch, inert_fails_at):
    """A person head-down is brought up by the restart, and by nothing else."""
    board = Failing(inert_fails_at)
    monkeypatch.setattr(maintenance, "asked", lambda board: False)
    monkeypatch.setattr(module, "build", lambda board: 1 // 0)
    try:
        module.main(board)
    except OSError:
        assert inert_fails_at < 9
    assert board.calls[-1] == "reset" and board.calls.count("reset") == 1


def test_a_motor_does_not_run_on_while_its_failure_is_told(monkeypatch):
    board = Failing(9)
    monkeypatch.setattr(maintenance, "asked", lambda board: False)
    monkeypatch.setattr(module, "build", lambda board: 1 // 0)
    module.main(board)
    assert board.calls == ["inert", "inert", "words", "inert", "reset"]
