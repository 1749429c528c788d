"""What control asks the core for: the session's wish as a drive, by the sense that may be trusted."""

import pytest

from firmware import states
from firmware.control.request import Requester
from firmware.safety import faults
from firmware.safety.core import MAD_CDPS
from firmware.tick_data import Observation, Verdict


class Wish:
    """As much of a session as a request needs: down to the limit, at most 2 degrees a second."""

    state = states.INVERTING
    cap_cdps = 200
    target_cdeg = 2000
    contactor = True


class Fault(Wish):
    """Up, without a trusted angle."""

    state = states.FAULT
    cap_cdps = 90
    target_cdeg = -7150


def seen(**changes: int) -> Observation:
    obs = Observation()
    obs.supplied = True
    for name, value in changes.items():
        setattr(obs, name, value)
    return obs


def drives(wish: type, obs: Observation, last: Verdict | None = None, ticks: int = 5) -> list[int]:
    """The drive of each tick while the core allows all that is asked, or answers with `last`."""
    requester, found = Requester(), []
    verdict = Verdict()
    for _ in range(ticks):
        requester.make(wish(), obs, last or verdict)
        found.append(requester.request.drive_permille)
        verdict.drive_permille = requester.request.drive_permille
    return found


def test_a_wish_becomes_a_drive_that_grows():
    found = drives(Wish, seen(inv_cdeg=0))
    assert 0 < found[0] < found[-1]


def test_without_a_wish_or_without_supply_nothing_is_driven():
    still = type("Still", (Wish,), {"cap_cdps": 0})
    assert drives(still, seen()) == drives(Wish, seen(supplied=False)) == [0] * 5


def test_what_the_core_refuses_begins_again_from_rest():
    assert drives(Wish, seen(), last=Verdict()) == [drives(Wish, seen())[0]] * 5


def test_the_contactor_is_asked_for_whatever_is_driven():
    requester = Requester()
    requester.make(Wish(), seen(supplied=False), Verdict())
    assert requester.request.contactor and not requester.request.failed


def test_in_a_fault_the_position_sensor_says_where_the_table_is():
    up = drives(Fault, seen(inv_cdeg=-9000, pos_cdeg=1000))
    assert up[0] < 0
    assert drives(Wish, seen(inv_cdeg=2500, pos_cdeg=0))[0] < 0


@pytest.mark.parametrize(
    ("fault", "rate_cdps", "counts"),
    [
        (faults.OVERSPEED, -200, True),
        (faults.OVERSPEED, -1000, False),
        (faults.IMU_IMPLAUSIBLE, -200, False),
        (faults.OVERSPEED, 200, False),
    ],
    ids=["a tilt sensor that is well and faster", "one that is mad", "one that is not well", "one that is slower"],
)
def test_in_a_fault_the_faster_sense_counts_where_both_are_well(fault: int, rate_cdps: int, counts: bool):
    last = Verdict()
    last.fault = fault
    first = {rate: Requester() for rate in (0, rate_cdps)}
    for rate, requester in first.items():
        requester.make(Fault(), seen(pos_cdeg=1000, rate_cdps=rate), last)
    assert (first[0].request.drive_permille != first[rate_cdps].request.drive_permille) is counts


def test_an_error_is_no_request_and_the_next_one_is():
    requester = Requester()
    requester.make(Wish(), seen(), Verdict())
    requester.fail()
    assert (requester.request.drive_permille, requester.request.failed, requester.request.contactor) == (0, True, True)
    requester.make(Wish(), seen(), Verdict())
    assert not requester.request.failed and requester.request.drive_permille > 0


@pytest.mark.parametrize(("pos_rate_cdps", "slower"), [(130, False), (131, True), (300, True)])
def test_head_down_the_position_sensor_counts_once_it_is_clearly_faster(pos_rate_cdps, slower):
    by_the_gyro = drives(Wish, seen(rate_cdps=50), ticks=20)[-1]
    found = drives(Wish, seen(rate_cdps=50, pos_rate_cdps=pos_rate_cdps, pos_ok=True), ticks=20)[-1]
    assert found < by_the_gyro if slower else found == by_the_gyro


def test_a_position_sensor_that_is_lost_or_a_way_up_counts_for_no_rate():
    lost = drives(Wish, seen(rate_cdps=50, pos_rate_cdps=300, pos_ok=False), ticks=20)
    assert lost == drives(Wish, seen(rate_cdps=50), ticks=20)
    up = type("Up", (Wish,), {"target_cdeg": -7000})
    assert drives(up, seen(rate_cdps=-50, pos_rate_cdps=100, pos_ok=True)) == drives(up, seen(rate_cdps=-50))


@pytest.mark.parametrize("rate_cdps", [-31000, -400, 0])
def test_whatever_the_gyro_shows_the_table_does_not_start_down_with_a_jerk(rate_cdps):
    found = drives(Wish, seen(rate_cdps=rate_cdps), ticks=70)
    assert max(after - before for before, after in zip([0, *found], found, strict=False)) == 16
    assert found[-1] == 1000


def test_a_gyro_that_shows_the_other_way_counts_as_one_that_stands_still():
    assert drives(Wish, seen(rate_cdps=-400), ticks=9) == drives(Wish, seen(), ticks=9)


def test_the_way_up_starts_as_fast_as_it_is_asked_for():
    up = type("Up", (Wish,), {"target_cdeg": -2000, "state": states.RETURNING})
    assert drives(up, seen(rate_cdps=400), ticks=1)[0] < -16


class Asked:
    """In place of the motion: what it was asked for, and how often it was told to forget its ramp."""

    def __init__(self):
        self.ways: list[tuple[int, int, int, bool]] = []
        self.stops = 0

    def stop(self):
        self.stops += 1

    def drive(self, *way):
        self.ways.append(way)
        return 77


def asked(wish: object, obs: Observation, last: Verdict | None = None) -> tuple[int, list, int]:
    """The drive, the ways that were asked for and the stops of one tick."""
    requester = Requester()
    requester._motion = motion = Asked()
    requester.make(wish, obs, last or Verdict())
    return requester.request.drive_permille, motion.ways, motion.stops


def wish(**changes: int) -> Wish:
    found = Wish()
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def test_a_way_is_asked_for_with_its_gap_its_rate_and_its_cap():
    obs = seen(inv_cdeg=300, rate_cdps=40, pos_cdeg=-500, pos_rate_cdps=90, pos_ok=True)
    assert asked(wish(), obs) == (77, [(1700, 40, 200, False)], 0)
    assert asked(wish(target_cdeg=-7000, cap_cdps=300), obs) == (77, [(-7300, 40, 300, False)], 0)
    assert asked(wish(state=states.FAULT, target_cdeg=-7150, cap_cdps=90), obs) == (77, [(-6650, 90, 90, True)], 0)


@pytest.mark.parametrize("cap_cdps", [0, 200])
@pytest.mark.parametrize("supplied", [False, True])
def test_only_a_wish_that_is_supplied_is_a_way_and_the_ramp_is_forgotten_otherwise(cap_cdps, supplied):
    found = asked(wish(cap_cdps=cap_cdps), seen(supplied=supplied))
    assert found == ((77, [(2000, 0, 200, False)], 0) if cap_cdps and supplied else (0, [], 1))


@pytest.mark.parametrize(
    ("rate_cdps", "pos_rate_cdps", "pos_ok", "counts"),
    [
        (40, 100, True, 40), (40, 121, True, 41), (40, 121, False, 40), (-40, 0, True, 0), (-40, 81, True, 1),
        (-40, 79, True, 0), (0, 300, True, 220), (1, 300, False, 1), (-1, 300, False, 0),
    ],
)  # fmt: skip
def test_on_the_way_down_the_faster_sense_counts_less_what_it_is_late(rate_cdps, pos_rate_cdps, pos_ok, counts):
    obs = seen(rate_cdps=rate_cdps, pos_rate_cdps=pos_rate_cdps, pos_ok=pos_ok)
    assert asked(wish(target_cdeg=1), obs)[1] == [(1, counts, 200, False)]
    for target_cdeg in (0, -1):
        assert asked(wish(target_cdeg=target_cdeg), obs)[1] == [(target_cdeg, rate_cdps, 200, False)]


@pytest.mark.parametrize("fault", [faults.IMU_IMPLAUSIBLE, faults.IMU_IMPLAUSIBLE + 1])
@pytest.mark.parametrize("rate_cdps", [-MAD_CDPS - 1, -MAD_CDPS, 1 - MAD_CDPS, -91, -90, -89, 200])
def test_in_a_fault_the_tilt_sensor_counts_when_it_is_well_and_faster(fault, rate_cdps):
    last = Verdict()
    last.fault = fault
    well = fault > faults.IMU_IMPLAUSIBLE and rate_cdps > -MAD_CDPS
    obs = seen(pos_cdeg=1000, pos_rate_cdps=-90, rate_cdps=rate_cdps)
    rate = min(-90, rate_cdps) if well else -90
    assert asked(Fault(), obs, last)[1] == [(-8150, rate, 90, True)]


@pytest.mark.parametrize(("wanted", "allowed", "stops"), [(0, 0, 0), (5, 0, 1), (5, 4, 0), (-5, 0, 1), (-5, -4, 0)])
def test_what_was_asked_for_and_not_allowed_forgets_the_ramp(wanted, allowed, stops):
    requester, last = Requester(), Verdict()
    requester._motion = motion = Asked()
    requester.request.drive_permille, last.drive_permille = wanted, allowed
    requester.make(wish(), seen(), last)
    assert motion.stops == stops and requester.request.drive_permille == 77


class Checked:
    """In place of the check of the current sense."""

    def __init__(self, passed=False, failed=False):
        self.passed, self.failed = passed, failed
        self.begun = 0

    def begin(self):
        self.begun += 1

    def step(self, obs):
        return 80


@pytest.mark.parametrize("passed", [False, True])
@pytest.mark.parametrize("at_upright", [False, True])
def test_upright_the_current_sense_is_tried_before_anything_is_driven(at_upright, passed):
    requester = Requester()
    requester._motion, requester._check = Asked(), Checked(passed)
    requester.make(wish(), seen(at_upright=at_upright), Verdict())
    assert requester.request.drive_permille == (80 if at_upright and not passed else 77)
    assert bool(requester._motion.ways) is not (at_upright and not passed)


@pytest.mark.parametrize("contactor", [False, True])
@pytest.mark.parametrize("at_upright", [False, True])
def test_it_begins_anew_each_time_that_the_contactor_is_open_upright(at_upright, contactor):
    requester = Requester()
    requester._check = check = Checked(passed=True)
    requester.make(wish(contactor=contactor), seen(at_upright=at_upright), Verdict())
    assert check.begun == (at_upright and not contactor)
    assert requester.request.contactor is contactor


@pytest.mark.parametrize("failed", [False, True])
def test_a_check_that_failed_is_told_to_the_core(failed):
    requester = Requester()
    requester._check = Checked(failed=failed)
    requester.make(wish(), seen(), Verdict())
    assert requester.request.current_untrue is failed


@pytest.mark.parametrize("over", [wish(cap_cdps=0), wish(contactor=False)])
def test_a_drive_ends_with_its_wish_and_with_its_supply(over):
    requester, last = Requester(), Verdict()
    for ends in ((over, seen(supplied=over.contactor)), (wish(), seen(supplied=False))):
        requester.make(wish(), seen(), last)
        last.drive_permille = requester.request.drive_permille
        assert last.drive_permille > 0
        requester.make(*ends, last)
        assert requester.request.drive_permille == 0


def test_without_a_position_the_gyros_other_way_counts_as_none():
    assert asked(wish(), seen(rate_cdps=-1, pos_ok=False))[1] == [(2000, 0, 200, False)]
