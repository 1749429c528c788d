"""What the desk tells of a fault: how long after what was done it was noticed, and only where that is so."""

from types import SimpleNamespace

from bascule.simulator.breaking import Breaking


class Desk:
    """A table's world at a time that the test sets, and what its page is told."""

    def __init__(self):
        self.told = []
        self.world = SimpleNamespace(now_s=0.0)
        life = SimpleNamespace(table=SimpleNamespace(world=self.world))
        shown = SimpleNamespace(event=lambda _t, kind, text: self.told.append((kind, text)))
        self.breaking = Breaking(life, shown)

    def says(self, fault, at_s, deg=10.0):
        self.told.clear()
        self.breaking.heard(SimpleNamespace(fault=fault, inversion_deg=deg, drive_percent=0.0), at_s)
        return [text for kind, text in self.told if kind == "fault"]


def test_what_a_hand_did_is_told_with_the_time_until_it_was_noticed():
    desk = Desk()
    desk.breaking.done("The left ankle lock is open")
    (text,) = desk.says("ANKLE_OPEN", 0.096)
    assert text.startswith("ANKLE_OPEN, 96 ms after 'The left ankle lock is open': ")
    desk.says(None, 1.0)
    (again,) = desk.says("ANKLE_OPEN", 2.0)
    assert again.startswith("ANKLE_OPEN: ")


def test_what_was_undone_is_no_reason_of_what_comes_next():
    desk = Desk()
    desk.breaking.done("The left ankle lock is open")
    desk.breaking.undone()
    (text,) = desk.says("STALL", 5.0)
    assert text.startswith("STALL: ")


def test_a_time_that_is_over_notices_nothing_that_was_broken():
    desk = Desk()
    desk.breaking.done("actuator backdrive")
    (over,) = desk.says("SESSION_TIME", 22.0)
    assert over.startswith("SESSION_TIME: ")
    (noticed,) = desk.says("SLIPPING", 25.0)
    assert noticed.startswith("SLIPPING, 25000 ms after 'actuator backdrive': ")


def test_a_way_up_ends_once_and_not_on_the_clock_of_another_table():
    desk = Desk()
    desk.says("UNCOMMANDED", 300.0)
    desk.says("UNCOMMANDED", 312.5, deg=-69.0)
    assert desk.told == [("end", "Upright, 12.5 s after the fault was noticed")]
    desk.breaking.forget()
    desk.says("UNCOMMANDED", 330.0)
    desk.says(None, 1.3, deg=-70.0)
    assert desk.told == []
