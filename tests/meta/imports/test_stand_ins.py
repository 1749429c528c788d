"""What stands in for the people, the chosen person and the calendar of a board that is not well fits its real class."""

import inspect

import pytest

from firmware.drivers.ds3231 import Ds3231
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.recovery import BareCalendar, BareChosen, BarePeople
from firmware.screening.conditions import reason
from firmware.store.calendar import Calendar
from firmware.store.people import People
from firmware.when import When
from tests.support.profiles import TODAY, profile
from tests.support.when import at

REASONS = [reason("RECOVERY")]


class NoBus:
    """No chip answers."""

    def read_into(self, addr, reg, buf):
        raise OSError

    def write(self, addr, reg, buf):
        raise OSError


def pair(name, root):
    """A real object, and what stands in for it."""
    if name == "calendar":
        return Calendar(str(root), Ds3231(NoBus()), 0), BareCalendar()
    if name == "people":
        return People(str(root)), BarePeople()
    return Chosen(People(str(root))), BareChosen(REASONS)


def surface(one):
    """{public name: what a call of it takes, or "value" for a property or an attribute}."""
    found = {}
    for name in dir(one):
        if not name.startswith("_"):
            member = getattr(one, name)
            found[name] = str(inspect.signature(member)).split(" ->")[0] if inspect.ismethod(member) else "value"
    return found


@pytest.mark.parametrize("name", ["people", "chosen", "calendar"])
def test_a_stand_in_has_what_the_real_class_has(name, tmp_path):
    real, stand_in = pair(name, tmp_path)
    assert surface(stand_in) == surface(real)


def test_a_method_on_one_side_or_with_other_arguments_is_caught():
    class Real:
        def __init__(self):
            self.day = 0

        def look(self, at): ...

        @property
        def name(self): ...

    class Other:
        def look(self, at, more): ...

    assert surface(Real()) == {"day": "value", "look": "(at)", "name": "value"}
    assert surface(Other()) == {"look": "(at, more)"}


def test_nobody_is_stored_and_nothing_can_be():
    people = BarePeople()
    anna = profile("sciatica")
    assert people.put(anna, to_wire(anna), at(TODAY, 1))[0] == -1 and people.put(anna, to_wire(anna))[1]
    assert people.find("anna") == people.after(-1, 1) == -1
    assert people.load(0)[:2] == (None, b"") and not any(people.ids)
    assert not people.remember(0, people.record(0)) and people.remove(0) == "NOT_STORED"


def test_whatever_is_asked_of_the_chosen_person_the_table_is_locked():
    chosen = BareChosen(REASONS)
    before = chosen.changed
    asked = (
        lambda: chosen.push(to_wire(profile("sciatica"))) == "NOT_STORED",
        lambda: chosen.remove(0) == "NOT_STORED",
        lambda: chosen.choose(1) is None,
        lambda: chosen.rescreen(TODAY, 14_000_000) is None,
        lambda: chosen.answer(0) is None,
        lambda: chosen.confirm() is False,
        lambda: chosen.begin() is None,
        lambda: chosen.expire() is None,
        lambda: chosen.take_back() is None,
        lambda: chosen.end(True) is None,
        lambda: chosen.screening_of(0).locked,
        lambda: chosen.blob_of(0) == b"",
    )
    for ask in asked:
        assert ask()
        assert chosen.screened.locked and chosen.screened.locks == REASONS
        assert (chosen.limit_cdeg, chosen.session_ms, chosen.goal_cdeg, chosen.confirmed) == (0, 0, 0, False)
    assert (chosen.place, chosen.who, chosen.changed) == (-1, "", before)
    assert vars(chosen.record_of(0)) == vars(type(chosen.record)())


def test_no_time_is_valid_whatever_is_told():
    calendar = BareCalendar()
    calendar.set(TODAY, 600, 0)
    calendar.note(1000)
    calendar.refused("BAD_DAY")
    calendar.vouch(True, 1000)
    calendar.tend(1000, True)
    calendar.forget()
    assert (calendar.today(2000), calendar.minutes(2000)) == (0, 0)
    assert vars(calendar.when(2000)) == vars(When())
