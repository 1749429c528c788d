"""What control asks the core for: the session's wish as a drive, by the sense that may be trusted."""

import pytest

from firmware import states
from firmware.control.request import Requester
from firmware.safety import faults
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
