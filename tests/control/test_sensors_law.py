"""What a reading becomes, written once more number by number: the place and its rate, the tilt sensor's turn."""

import random

import pytest

from firmware.control.linkage import position_cdeg
from firmware.control.sensors import Sensors
from firmware.drivers import inputs
from firmware.drivers.analog import current_ma, supply_mv
from firmware.safety.ticks import later_ms
from firmware.tick_data import Observation


class Board:
    """A board and its tilt sensor, as the test says; kept: what the estimator was told."""

    accel_ug, gyro_scale = 122, 1792

    def __init__(self):
        self.counts = [30_000, 1000, 2000, 3000]
        self.contacts = 0
        self.fresh = True
        self.answers = True
        self.accel_raw, self.gyro_raw = [100, -200, 8192], [7, 1000, -9]
        self.adc = self.inputs = self
        self.starts: list[int] = []
        self.kept: list[tuple] = []
        self.inv_cdeg, self.rate_cdps = 123, -45
        self.obs = Observation()
        self.sensors = Sensors(self, self, self.obs, [0, 0, 0, 0])
        self.sensors._tilt = self

    def read_into(self, buf):
        if self.counts is None:
            raise OSError(5)
        buf[:] = self.counts

    def bits(self):
        return self.contacts

    def start(self):
        self.starts.append(self.now_ms)
        return self.answers

    def read(self):
        if self.fresh is None:
            raise OSError(5)
        return self.fresh

    def rest(self, *told):
        self.kept.append(("rest", *told))

    def update(self, *told):
        self.kept.append(("update", *told))

    def begin_anew(self):
        self.kept.append(("begin_anew",))

    def tick(self, now_ms: int) -> Observation:
        self.now_ms = now_ms
        self.kept.clear()
        self.sensors.read(now_ms)
        return self.obs


class Place:
    """The place and its rate, from counts of the position channel."""

    def __init__(self):
        self.raw = self.before = self.leaps = self.noise = self.jumps = self.place = 0
        self.tracked = False
        self.said = (False, 0, 0)

    def step(self, raw: int) -> tuple[bool, int, int]:
        _, cdeg, cdps = self.said
        leap, bend = abs(raw - self.raw) > 1500, abs(raw - 2 * self.raw + self.before)
        self.raw, self.before = raw, self.raw
        self.leaps = max(0, min(100, self.leaps + (10 if leap else -1)))
        self.noise += min(1000, bend) - self.noise // 64
        ok = self.leaps <= 90 and self.noise <= 550 * 64 and 655 <= raw <= 64_880
        if ok:
            jumped = self.tracked and abs(position_cdeg(raw) - cdeg) > 300
            self.jumps = self.jumps + 1 if jumped else 0
            if not jumped and self.tracked:
                moved = (position_cdeg(raw) * 64 - self.place) // 4
                self.place += moved
                cdps += (moved * 50 // 64 - cdps + 8) // 16
            elif not jumped or self.jumps > 5:
                self.place = position_cdeg(raw) * 64
            cdeg = self.place // 64
        self.tracked = ok
        self.said = ok, cdeg, cdps
        return self.said


def way(chance: random.Random) -> list[int]:
    """Counts as a disturbed wire gives them: a motion, noise, leaps, a rail, and what lies just at a bound."""
    raw, found = chance.randrange(3000, 62_000), []
    for _ in range(30):
        kind = chance.randrange(7)
        step = chance.choice((0, 7, -18, 300, 999, 1000, 1001, -1500, 1500, 1501, -1501))
        for n in range(chance.choice((1, 5, 6, 7, 25, 90))):
            raw = max(0, min(65_535, raw + step)) if kind < 3 else raw
            noise = chance.choice((0, 50, 280, 900, 1000, 1001)) if kind == 3 else 0
            wild = chance.choice((0, 654, 655, 64_880, 64_881)) if kind == 4 else None
            found.append(wild if wild is not None else max(0, min(65_535, raw + (noise if n % 2 else -noise))))
        if kind == 5:
            raw = chance.randrange(65_536)
        if kind == 6:
            found += [raw] * 150
    return found


@pytest.mark.parametrize("seed", range(12))
def test_the_place_and_its_rate_follow_the_law(seed: int):
    board, law = Board(), Place()
    for at, raw in enumerate(way(random.Random(seed))):
        board.counts[0] = raw
        obs = board.tick(20 * at)
        assert (obs.pos_ok, obs.pos_cdeg, obs.pos_rate_cdps) == law.step(raw)
        assert (board.sensors._noise, board.sensors._leaps) == (law.noise, law.leaps)


@pytest.mark.parametrize(("gap_cdeg", "taken"), [(300, True), (301, False), (-300, True), (-301, False)])
def test_a_reading_more_than_3_degrees_away_is_a_jump(gap_cdeg: int, taken: bool):
    board = Board()
    places = {position_cdeg(raw): raw for raw in range(655, 64_881)}
    board.counts[0] = places[0]
    assert board.tick(0).pos_cdeg == 0
    board.counts[0] = places[gap_cdeg]
    assert (board.tick(20).pos_cdeg != 0) is taken


def test_each_channel_is_its_own_and_a_converter_that_fails_leaves_the_last():
    board = Board()
    assert board.sensors.bits == 0
    obs = board.tick(20)
    assert (obs.current_ma, obs.supply_mv, obs.battery_mv) == (current_ma(1000), supply_mv(2000), supply_mv(3000))
    assert obs.pos_ok
    board.counts = None
    obs = board.tick(40)
    assert (obs.current_ma, obs.supply_mv, obs.battery_mv) == (current_ma(1000), supply_mv(2000), supply_mv(3000))
    assert not obs.pos_ok


def test_what_the_tilt_sensor_measured_is_told_in_its_units():
    board = Board()
    obs = board.tick(20)
    assert obs.accel_mg == [12, -25, 999] and obs.gyro_raw == [7, 1000, -9]
    assert (obs.imu_ms, obs.inv_cdeg, obs.rate_cdps) == (20, 123, -45)
    assert board.kept == [("rest", 1750), ("update", board.accel_raw, 1750, 20)]


@pytest.mark.parametrize(("gap_ms", "dt_ms"), [(0, 1), (1, 1), (2, 2), (99, 99), (100, 100), (101, 100), (5000, 100)])
def test_the_step_of_the_estimator_is_the_time_since_the_last_sample(gap_ms: int, dt_ms: int):
    board = Board()
    board.tick(1000)
    board.fresh = False
    board.tick(1000 + gap_ms // 2)
    board.fresh = True
    board.tick(1000 + gap_ms)
    assert board.kept[-1] == ("update", board.accel_raw, 1750, dt_ms)


def test_the_bias_is_learnt_only_while_nothing_is_supplied():
    board = Board()
    board.contacts = inputs.CONTACTOR_CLOSED
    found = []
    for tick in range(15):
        board.contacts = inputs.CONTACTOR_CLOSED if tick < 2 else 0
        board.tick(20 * tick)
        found.append((board.kept[0][0], board.obs.supplied))
    assert found == [
        ("rest", True),
        ("update", True),
        *[("update", True)] * 9,
        ("update", False),
        *[("rest", False)] * 3,
    ]


@pytest.mark.parametrize("fresh", [False, None])
def test_a_silent_tilt_sensor_is_set_up_anew_after_a_second_and_once_a_second(fresh: bool | None):
    board = Board()
    board.tick(500)
    board.fresh = fresh
    before = dict(vars(board.obs), accel_mg=list(board.obs.accel_mg))
    for now_ms in range(501, 4600):
        board.tick(now_ms)
    assert board.starts == [1501, 2502, 3503, 4504]
    assert dict(vars(board.obs), accel_mg=list(board.obs.accel_mg)) == before | {
        name: vars(board.obs)[name] for name in ("pos_cdeg", "pos_rate_cdps", "supplied")
    }


@pytest.mark.parametrize("answers", [True, False])
def test_only_a_sensor_that_answers_begins_anew(answers: bool):
    board = Board()
    board.answers = answers
    board.now_ms = 0
    board.sensors.start(0)
    assert board.kept == ([("begin_anew",)] if answers else [])


def test_a_start_counts_as_a_try():
    board = Board()
    board.fresh = False
    board.now_ms = 700
    board.sensors.start(700)
    for now_ms in range(701, 1900):
        board.tick(now_ms)
    assert board.starts == [700, 1701]


@pytest.mark.parametrize("now_ms", [0, (1 << 30) - 10])
def test_time_goes_on_where_the_ticks_wrap(now_ms: int):
    board = Board()
    board.tick(now_ms)
    board.tick(later_ms(now_ms, 20))
    assert board.kept[-1] == ("update", board.accel_raw, 1750, 20)


RAW_AT = {
    cdeg: next(raw for raw in range(65_536) if position_cdeg(raw) == cdeg) for cdeg in (-7091, -7090, -6501, -6500)
}


@pytest.mark.parametrize(
    ("switch", "inv_cdeg", "pos_cdeg", "upright"),
    [
        (True, -6501, -6500, True), (True, -6500, -6501, True), (True, -6500, -6500, False),
        (False, -7090, -7091, False), (False, -7091, -7090, False), (False, -7091, -7091, True),
        (False, -6501, -6501, False),
    ],
)  # fmt: skip
def test_upright_is_where_the_switch_and_a_sense_agree_or_both_senses(switch, inv_cdeg, pos_cdeg, upright):
    board = Board()
    board.contacts = inputs.AT_UPRIGHT if switch else 0
    board.inv_cdeg, board.counts[0] = inv_cdeg, RAW_AT[pos_cdeg]
    obs = board.tick(20)
    assert obs.pos_cdeg == pos_cdeg and obs.upright_switch is switch
    assert obs.at_upright is upright
    assert board.sensors.bits == board.contacts
