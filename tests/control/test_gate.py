"""What goes out to the motor, in which order, and what a failing output costs."""

import pytest

from firmware.control.gate import Gate
from firmware.tick_data import Verdict

CALLS = ("drive", "contactor", "buzzer", "kick")


class Outputs:
    """Keeps every call; `fails`: the one that raises."""

    def __init__(self):
        self.calls = []
        self.fails = ""
        for name in (*CALLS, "inert"):
            setattr(self, name, lambda *told, name=name: self._call(name, *told))

    def _call(self, name, *told):
        self.calls.append((name, *told))
        if name == self.fails:
            raise OSError(name)


def verdict(drive_permille=0, contactor=False, alarm=False):
    found = Verdict()
    found.drive_permille, found.contactor, found.alarm = drive_permille, contactor, alarm
    return found


def applied(*verdicts):
    """The calls of the last verdict."""
    outputs = Outputs()
    gate = Gate(outputs)
    for one in verdicts:
        outputs.calls.clear()
        gate.apply(one)
    return outputs.calls


def test_the_table_is_inert_before_the_first_verdict():
    outputs = Outputs()
    Gate(outputs)
    assert outputs.calls == [("inert",)]


def test_what_the_core_allows_is_what_goes_out():
    assert applied(verdict(300, True, True)) == [("drive", 300), ("contactor", True), ("buzzer", True), ("kick",)]
    assert applied(verdict(300, True), verdict(-5, True)) == [("drive", -5), ("kick",)]


def test_what_has_been_told_once_is_told_again_only_when_it_changes():
    both = verdict(300, True, True)
    assert applied(both, both) == [("drive", 300), ("kick",)]
    assert applied(both, verdict(300, True)) == [("drive", 300), ("buzzer", False), ("kick",)]
    assert applied(both, verdict(300, True), verdict(300, True)) == [("drive", 300), ("kick",)]
    assert applied(verdict(), verdict()) == [("drive", 0), ("kick",)]


def test_the_motor_has_no_current_when_its_contactor_opens():
    """A contactor that opens under current welds, and then nothing stops the motor."""
    assert applied(verdict(300, True), verdict(0, False)) == [("drive", 0), ("contactor", False), ("kick",)]


@pytest.mark.parametrize("fails", CALLS[:3])
def test_a_motor_whose_outputs_cannot_be_written_loses_its_permission_to_run(fails):
    outputs = Outputs()
    gate = Gate(outputs)
    outputs.fails = fails
    with pytest.raises(OSError, match=fails):
        gate.apply(verdict(300, True, True))
    assert ("kick",) not in outputs.calls
