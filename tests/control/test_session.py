"""A session from upright to upright, on a table that goes exactly where it is told."""

from firmware import states
from firmware.control.session import Session
from firmware.tick_data import Observation, Verdict

TICK_MS = 20
LIMIT_CDEG = 1500
PAUSE_MS = 60_000
UPRIGHT_CDEG = -7000
TIMES = 3


class Hands:
    """The buttons as the session sees them."""

    def __init__(self):
        self.down = self.down_pressed = self.up_pressed = False
        self.ignored = False

    def ignore_down(self):
        self.down, self.ignored = False, True


class Ride:
    """step() once per tick; path: the states in their order, each with the time for which it lasted."""

    def __init__(self, programme=(0, 0, 0)):
        self.now_ms = 1000
        self.session = Session(self.now_ms)
        self.session.follow(programme)
        self.obs = Observation()
        self.obs.inv_cdeg, self.obs.stop, self.obs.locks_closed = UPRIGHT_CDEG, False, True
        self.hands = Hands()
        self.verdict = Verdict()
        self.path = []
        self.go(lambda: self.session.state != states.BOOT)

    def step(self):
        session, obs = self.session, self.obs
        obs.at_upright = obs.inv_cdeg <= UPRIGHT_CDEG
        session.step(self.now_ms, obs, self.hands, self.verdict, LIMIT_CDEG)
        step_cdeg = session.cap_cdps * TICK_MS // 1000
        gap_cdeg = session.target_cdeg - obs.inv_cdeg
        moved_cdeg = max(-step_cdeg, min(step_cdeg, gap_cdeg))
        obs.inv_cdeg += moved_cdeg
        self.verdict.drive_permille = (moved_cdeg > 0) - (moved_cdeg < 0)
        if not self.path or self.path[-1][0] != session.state:
            self.path.append([session.state, 0])
        self.path[-1][1] += TICK_MS
        self.now_ms += TICK_MS
        self.hands.down_pressed = self.hands.up_pressed = False

    def go(self, over, most_s=600):
        """Until something is so."""
        for _ in range(most_s * 50):
            self.step()
            if over():
                return
        raise AssertionError(f"it does not come to that: {self.path}")

    def wait(self, seconds):
        for _ in range(int(seconds * 50)):
            self.step()

    def press_up(self):
        self.hands.up_pressed = True
        self.step()

    def home(self):
        self.go(lambda: self.obs.at_upright and self.session.state == states.READY)

    def there(self):
        """A whole session by the programme while DOWN is held: how often it was at its limit."""
        self.path.clear()
        self.hands.ignored = False
        self.hands.down = self.hands.down_pressed = True
        self.go(lambda: self.hands.ignored)
        self.home()
        return [state for state, _ in self.path].count(states.AT_LIMIT)

    def down(self):
        """Down to the limit, and DOWN let go."""
        self.hands.down = self.hands.down_pressed = True
        self.go(lambda: self.session.state == states.AT_LIMIT)
        self.hands.down = False
        self.path.clear()

    def lasted_ms(self, state):
        return [ms for found, ms in self.path if found == state]


def test_whoever_comes_second_gets_every_descent_of_their_programme():
    ride = Ride((10_000, 40_000, TIMES))
    assert [ride.there(), ride.there()] == [TIMES] * 2


def test_everybody_who_was_below_level_rests_there_once_and_for_a_minute():
    ride = Ride()
    ride.down()
    ride.press_up()
    ride.home()
    assert ride.lasted_ms(states.LEVEL_PAUSE) == [PAUSE_MS]


def test_whoever_presses_up_once_more_on_the_way_up_is_not_held_at_level_again():
    ride = Ride()
    ride.down()
    ride.press_up()
    ride.go(lambda: ride.session.state == states.RAISING)
    ride.wait(3)
    ride.press_up()
    ride.home()
    assert ride.lasted_ms(states.LEVEL_PAUSE) == [PAUSE_MS]


def test_whoever_presses_up_in_the_pause_neither_shortens_nor_lengthens_it():
    ride = Ride()
    ride.down()
    ride.press_up()
    ride.go(lambda: ride.session.state == states.LEVEL_PAUSE)
    for _ in range(3):
        ride.wait(10)
        ride.press_up()
    ride.home()
    assert ride.lasted_ms(states.LEVEL_PAUSE) == [PAUSE_MS]


def test_whoever_was_never_below_level_does_not_wait_there():
    ride = Ride()
    ride.hands.down = ride.hands.down_pressed = True
    ride.go(lambda: ride.obs.inv_cdeg > -2000)
    ride.hands.down = False
    ride.press_up()
    ride.home()
    assert not ride.lasted_ms(states.LEVEL_PAUSE)


def test_the_second_session_is_the_first_one_again():
    """Nothing of a session is left in the next: every state, for as long."""
    ride = Ride()
    found = []
    for _ in range(2):
        ride.down()
        ride.wait(5)
        ride.press_up()
        ride.home()
        found.append(list(ride.path))
    assert found[0] == found[1] and len(found[0]) > 4
