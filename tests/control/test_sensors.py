"""What one reading of everything makes of a position wire that is disturbed."""

import random

import pytest

from firmware.control.linkage import position_cdeg
from firmware.control.sensors import Sensors
from firmware.drivers import inputs
from firmware.tick_data import Observation

LEVEL_RAW = next(raw for raw in range(65536) if position_cdeg(raw) >= 0)
FAR_RAW = next(raw for raw in range(65536) if position_cdeg(raw) >= 1500)


class Board:
    """As much of a board as the position needs; its tilt sensor is silent."""

    def __init__(self):
        self.raw = LEVEL_RAW
        self.fails = False
        self.adc = self.inputs = self.i2c = self

    def read_into(self, buf):
        if self.fails:
            raise OSError(5)
        buf[0] = self.raw

    def bits(self):
        return 0

    def read(self):
        return False


def read(board: Board, sensors: Sensors, obs: Observation, *raws: int) -> None:
    for raw in raws:
        board.raw = raw
        sensors.read(20)


def test_one_wild_reading_is_dropped_and_five_in_a_row_are_believed():
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[LEVEL_RAW] * 20)
    assert abs(obs.pos_cdeg) < 10
    read(board, sensors, obs, FAR_RAW, LEVEL_RAW, FAR_RAW, FAR_RAW, FAR_RAW, FAR_RAW, FAR_RAW)
    assert abs(obs.pos_cdeg) < 10 and abs(obs.pos_rate_cdps) < 20
    read(board, sensors, obs, FAR_RAW)
    assert obs.pos_cdeg >= 1500 and abs(obs.pos_rate_cdps) < 20


def test_the_first_reading_is_where_the_table_stands_and_no_motion():
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, FAR_RAW)
    assert obs.pos_cdeg >= 1500 and obs.pos_rate_cdps == 0


def test_a_sensor_that_leaps_again_and_again_is_lost_and_one_that_calms_down_is_found():
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[LEVEL_RAW] * 20)
    assert obs.pos_ok
    read(board, sensors, obs, *[FAR_RAW, LEVEL_RAW] * 4, FAR_RAW)
    assert obs.pos_ok
    read(board, sensors, obs, LEVEL_RAW)
    assert not obs.pos_ok
    read(board, sensors, obs, *[LEVEL_RAW] * 9)
    assert not obs.pos_ok
    read(board, sensors, obs, *[LEVEL_RAW] * 2)
    assert obs.pos_ok and abs(obs.pos_cdeg) < 10


def test_the_fastest_table_never_leaps():
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *range(LEVEL_RAW, LEVEL_RAW + 40 * 1400, 1400)[: (64880 - LEVEL_RAW) // 1400])
    assert obs.pos_ok


def noisy(percent: float, raws: list[int], seed: int = 1) -> list[int]:
    """Each reading off by up to so much of itself."""
    source = random.Random(seed)
    return [round(raw * (1 + source.uniform(-percent, percent) / 100)) for raw in raws]


def test_noise_of_a_disturbed_converter_is_no_speed_and_hardly_a_place():
    """0.6 % of the reading, at rest and at the speed of the way down."""
    for step in (0, 18):
        board, obs = Board(), Observation()
        sensors = Sensors(board, board, obs, [0, 0, 0, 0])
        true = [LEVEL_RAW - 500 * step + step * n for n in range(1000)]
        read(board, sensors, obs, *true[:100])
        for raw, seen in zip(true[100:], noisy(0.6, true[100:]), strict=True):
            read(board, sensors, obs, seen)
            assert obs.pos_ok
            assert abs(obs.pos_cdeg - position_cdeg(raw)) < 60
            assert abs(obs.pos_rate_cdps - 4 * step * 50 // 16) < 180


@pytest.mark.parametrize("step", [-18, -7, -2, 0, 2, 7, 18])
def test_a_steady_motion_has_its_speed_to_a_tenth_of_a_degree_a_second(step: int):
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    true = [FAR_RAW + step * n for n in range(400)]
    read(board, sensors, obs, *true[:200])
    for n in range(200, 400):
        read(board, sensors, obs, true[n])
        slope_cdps = (position_cdeg(true[n]) - position_cdeg(true[n - 100])) / 2
        assert abs(obs.pos_rate_cdps - slope_cdps) <= 10


@pytest.mark.parametrize("lost", ["no answer", "no voltage"])
def test_after_a_loss_the_first_reading_is_where_the_table_stands_however_far_it_has_gone(lost: str):
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[LEVEL_RAW] * 20)
    board.fails = lost == "no answer"
    read(board, sensors, obs, *[0] * 50)
    assert not obs.pos_ok and abs(obs.pos_cdeg) < 10, "the last place that was read stays"
    board.fails = False
    read(board, sensors, obs, FAR_RAW)
    while not obs.pos_ok:
        read(board, sensors, obs, FAR_RAW)
    assert obs.pos_cdeg >= 1500 and abs(obs.pos_rate_cdps) < 20


@pytest.mark.parametrize(("percent", "lost"), [(1.0, False), (2.0, True)])
def test_a_sensor_too_noisy_to_know_a_place_by_is_lost(percent: float, lost: bool):
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[FAR_RAW] * 100)
    seen = []
    for raw in noisy(percent, [FAR_RAW] * 500):
        read(board, sensors, obs, raw)
        seen.append(obs.pos_ok)
    assert (not any(seen[200:])) if lost else all(seen)


def test_a_sensor_that_is_quiet_again_is_found_again():
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *noisy(3.0, [FAR_RAW] * 200))
    assert not obs.pos_ok
    read(board, sensors, obs, *[FAR_RAW] * 100)
    assert obs.pos_ok and abs(obs.pos_cdeg - position_cdeg(FAR_RAW)) < 3


class Turning(Board):
    """A table whose tilt sensor turns at 3 deg/s, in counts of 1/8 cdps, and stands upright."""

    accel_ug, gyro_scale = 1000, 1024
    accel_raw, gyro_raw = (0, 0, 1000), (0, 300 * 8, 0)
    contactor = inputs.CONTACTOR_CLOSED

    def read(self):
        return True

    def bits(self):
        return self.contactor


@pytest.mark.parametrize(("ticks", "turns"), [(9, True), (100, False)])
def test_a_table_that_runs_out_when_the_contactor_opens_is_not_taken_to_stand(ticks: int, turns: bool):
    board, obs = Turning(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[LEVEL_RAW] * 20)
    moving_cdps = obs.rate_cdps
    board.contactor = 0
    read(board, sensors, obs, *[LEVEL_RAW] * ticks)
    assert (obs.rate_cdps >= moving_cdps - 10) is turns


def test_a_wiper_that_leaps_between_its_range_and_the_rail_is_lost():
    """A wire that makes contact now and then: what it reads in between is no place."""
    board, obs = Board(), Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    read(board, sensors, obs, *[LEVEL_RAW] * 20)
    for _ in range(20):
        read(board, sensors, obs, 0, 0, LEVEL_RAW)
    for _ in range(20):
        read(board, sensors, obs, 0, 0, LEVEL_RAW)
        assert not obs.pos_ok


class Resting(Board):
    """With a tilt sensor that reads upright, and whose gyro is off by so many eighths of a centidegree a second."""

    accel_ug, gyro_scale = 122, 1024

    def __init__(self, turn=0, answers=True):
        super().__init__()
        self.accel_raw, self.gyro_raw = [0, 0, 8192], [0, turn, 0]
        self.answers = answers
        self.starts = 0

    def start(self):
        self.starts += 1
        return self.answers

    def read(self):
        if not self.answers:
            raise OSError(5)
        return True


def ticks(board: Resting, count: int) -> Observation:
    """The last observation of so many ticks from the start on."""
    obs = Observation()
    sensors = Sensors(board, board, obs, [0, 0, 0, 0])
    sensors.start(0)
    for tick in range(1, count + 1):
        sensors.read(20 * tick)
    return obs


@pytest.mark.parametrize("turn_cdps", [-2000, -500, 0, 500, 2000])
def test_whatever_the_gyro_is_off_by_nobody_is_lowered_by_it(turn_cdps):
    """A start away from any motion: 0.6 s later, before anyone may start, it reads within 0.2 deg/s of rest."""
    obs = ticks(Resting(turn_cdps * 8), 30)
    assert abs(obs.rate_cdps) <= 20 and abs(obs.inv_cdeg) <= 20


@pytest.mark.parametrize("seconds", [5, 20])
def test_a_tilt_sensor_that_is_gone_costs_no_tick_its_time(seconds):
    """Setting one up takes the bus for milliseconds: once a second, so that STOP and RETURN go on working."""
    board = Resting(answers=False)
    ticks(board, seconds * 50)
    assert seconds - 2 <= board.starts <= seconds + 1


# docs/hardware: what each contact is, by its bit.
TOLD_BY = {
    0: {"stop"}, 1: {"stop_short"}, 2: {"down", "keys"}, 3: {"up", "keys"}, 4: {"ok", "keys"}, 5: set(),
    6: set(), 7: {"upright_switch"}, 8: {"at_level"}, 9: set(), 10: {"mains"}, 11: {"contactor_closed", "supplied"},
}  # fmt: skip


def contacts(bits: int) -> dict:
    """All that an observation says of the contacts."""
    board, obs = Resting(), Observation()
    board.bits = lambda: bits
    Sensors(board, board, obs, [0, 0, 0, 0]).read(20)
    return vars(obs)


@pytest.mark.parametrize("bit", range(12))
def test_each_contact_tells_of_itself_and_of_nothing_else(bit):
    """STOP is none of the keys: a loose wire to it does not answer the buzzer for one who has fainted."""
    without, with_it = contacts(0), contacts(1 << bit)
    assert {name for name in without if without[name] != with_it[name]} == TOLD_BY[bit]


def test_what_is_open_and_what_is_closed():
    """STOP is pressed where its loop is not seen to be closed; everything else is where its bit says so."""
    assert contacts(0)["stop"] is True and contacts(inputs.STOP_CLOSED)["stop"] is False
    for bit, names in TOLD_BY.items():
        for name in names - {"stop", "keys", "supplied"}:
            assert contacts(0)[name] is False and contacts(1 << bit)[name] is True
    assert contacts(0)["keys"] == 0 and contacts(inputs.DOWN | inputs.OK)["keys"] == inputs.DOWN | inputs.OK


def test_an_ankle_lock_that_is_open_is_seen_whichever_it_is():
    assert not contacts(inputs.LOCK_LEFT)["locks_closed"] and not contacts(inputs.LOCK_RIGHT)["locks_closed"]
    assert contacts(inputs.BOTH_LOCKS)["locks_closed"]
