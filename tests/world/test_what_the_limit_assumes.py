"""What the proof of the limit assumes (tests/proof/limit/assumptions.py) is true of the simulated table."""

import pytest

from firmware.control import sensors
from firmware.control.linkage import position_cdeg
from firmware.executive import PERIOD_MS
from firmware.safety.core import Supervisor
from firmware.safety.envelope import LATENCY_MS
from firmware.tick_data import Observation
from hal.sim.home.table import SimTable
from hal.world.chips.bts7960 import HBridge
from hal.world.electrics.analog import Analog
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise
from tests.proof.limit import assumptions as world
from tests.support.laptop import Laptop, blob

PEOPLE = [Person(), Person(mass_kg=150.0), Person(mass_kg=40.0)]
ANGLES_DEG = (-60.0, 0.0, 20.0, 45.0, 60.0, 80.0)


@pytest.mark.parametrize("person", PEOPLE, ids=["typical", "heavy", "light"])
@pytest.mark.parametrize("volts", [6.0, 12.0, 24.0])
def test_a_table_without_drive_coasts_no_further(person, volts):
    for angle_deg in ANGLES_DEG:
        plant = Plant(person, angle_deg)
        plant.run(100, volts, True, 0.0)
        rate_dps, from_deg = plant.rate_dps, plant.inv_deg
        plant.run(100, 0.0, True, 0.0)
        assert 0 < plant.inv_deg - from_deg <= rate_dps * world.COAST_S or rate_dps == 0


def test_the_latency_is_the_cores_two_periods_and_a_collection():
    assert world.LATENCY_S * 1000 == LATENCY_MS == 2 * PERIOD_MS + 30


def follower():
    """What follows the position channel, at its start."""
    new = object.__new__(sensors.Sensors)
    new._tracked, new._jumps, new._place = False, 0, 0
    return new


def test_the_position_sensor_is_within_its_error():
    """At every quarter of a degree: the place that is followed there, with noise and the converter's wide codes."""
    worst_cdeg = 0.0
    plant = Plant(Person(), 0.0)
    analog = Analog(plant, Noise(1), HBridge())
    for quarter in range(-280, 361):
        plant.place(quarter / 4)
        obs, place = Observation(), follower()
        for sample in range(16):
            raw = analog.sample((quarter + 280) * 400_000 + sample * 20_000)[0]
            place._track(position_cdeg(raw), obs)
            place._tracked = True
        worst_cdeg = max(worst_cdeg, abs(obs.pos_cdeg - quarter * 25))
    assert 5 < worst_cdeg <= world.POSITION_ERROR_CDEG, worst_cdeg


def test_the_place_lags_no_more():
    place, obs = follower(), Observation()
    for tick in range(100):
        true_cdeg = tick * world.WRONG_RATE_CDPS // 50
        place._track(true_cdeg, obs)
        place._tracked = True
        # And two hundredths that whole numbers drop.
        assert true_cdeg - obs.pos_cdeg <= world.WRONG_RATE_CDPS * world.POSITION_LAG_S + 2
    assert true_cdeg - obs.pos_cdeg >= 0.8 * world.WRONG_RATE_CDPS * world.POSITION_LAG_S


@pytest.mark.parametrize("limit_deg", [25, 60])
def test_tilt_rate_and_ramp_of_the_way_down(tmp_path, monkeypatch, limit_deg):
    """The estimate, the gyro and the growth of the rate, against the truth in each tick that drives."""
    seen = []
    step = Supervisor.step
    with SimTable("cpython", state_dir=tmp_path) as table:
        plant = table.world.plant

        def watched(self, now_ms, obs, request):
            verdict = step(self, now_ms, obs, request)
            if verdict.drive_permille > 0:
                seen.append((100 * plant.inv_deg, obs.inv_cdeg, 100 * plant.rate_dps, obs.rate_cdps))
            return verdict

        monkeypatch.setattr(Supervisor, "step", watched)
        laptop = Laptop(table)
        table.run(3)
        laptop.hello()
        laptop.ready(blob(max_inversion_cdeg=100 * limit_deg))
        table.run(1.5)
        table.press("down")
        table.run_until(lambda: plant.inv_deg > limit_deg - 1, 90)
        table.run(5)
    tilt_cdeg = max(abs(true - told) for true, told, _, _ in seen)
    # A rate is up to a period and a filter old: what it grows by meanwhile is no error of the sensor.
    rate_cdps = sorted(abs(true - told) for _, _, true, told in seen)[int(0.99 * len(seen))]
    ticks = round(world.LATENCY_S / 0.02)
    rise_cdps = max(later[2] - now[2] for now, later in zip(seen, seen[ticks:], strict=False))
    assert len(seen) > 1000
    assert 0 < tilt_cdeg <= world.TILT_ERROR_CDEG
    assert 0 < rate_cdps <= world.RATE_ERROR_CDPS
    assert 0 < rise_cdps <= world.RISE_CDPS2 * ticks * 0.02
