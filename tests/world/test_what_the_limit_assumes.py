"""What the proof of the limit assumes (tests/proof/limit/assumptions.py) is true of the simulated table."""

import random
import re
from pathlib import Path

import pytest

from firmware.control import motion, sensors
from firmware.control.linkage import position_cdeg
from firmware.executive import PERIOD_MS
from firmware.safety.core import Supervisor
from firmware.safety.envelope import LATENCY_MS
from firmware.tick_data import Observation
from hal.sim.home.rig import Rig
from hal.world.chips.bts7960 import HBridge
from hal.world.electrics.analog import Analog
from hal.world.faults.fault import parse
from hal.world.mechanics import linkage
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import STEP_US, Plant
from hal.world.noise import Noise
from tests.proof.limit import assumptions as world
from tests.situations import tolerances
from tests.situations.stand import Stand
from tests.support.laptop import Laptop, blob

PEOPLE = [Person(), Person(mass_kg=150.0), Person(mass_kg=40.0)]
HARDWARE = Path(__file__).resolve().parents[2] / "docs" / "hardware"
PARTS, CALIBRATION = HARDWARE / "parts.md", HARDWARE / "calibration.md"
FASTEST_CDPS = 450  # without a load, at full drive
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


def worst_by_linearity(angle_deg):
    """What the potentiometer of the parts list may be wrong by at this angle, in cdeg."""
    percent, mm = re.search(r"linear within ([\d.]+) % of (\d+) mm", PARTS.read_text("utf-8")).groups()
    cdeg_per_mm = 10 / 1000 / (linkage.stroke_m(angle_deg + 0.05) - linkage.stroke_m(angle_deg - 0.05))
    return float(percent) / 100 * int(mm) * cdeg_per_mm


def followed(angle_deg, noise_percent, samples=120):
    """The lowest that the place is read at this angle, with noise, wide codes, and what the motor adds."""
    plant, source = Plant(Person(), 0.0), random.Random(angle_deg)
    plant.place(angle_deg)
    analog = Analog(plant, Noise(1), HBridge())
    obs, place, least = Observation(), follower(), 100 * angle_deg
    for sample in range(samples):
        raw = analog.sample(round(angle_deg * 1_000_000) + 200_000_000 + sample * 20_000)[0]
        raw = min(65535, round(raw * (1 + source.uniform(-noise_percent, noise_percent) / 100)))
        place._track(position_cdeg(raw), obs)
        place._tracked = True
        if sample > 16:
            least = min(least, obs.pos_cdeg)
    return least


@pytest.mark.parametrize(
    ("noise_percent", "most"), [(0.0, "POSITION_ERROR_CDEG"), (world.NOISY_PERCENT, "NOISY_ERROR_CDEG")]
)
def test_the_position_sensor_reads_no_lower(noise_percent, most):
    """At each quarter of a degree below level, with the potentiometer at the end of its rating as well."""
    angles_deg = [quarter / 4 for quarter in range(361)]
    worst = max(100 * deg - followed(deg, noise_percent) + worst_by_linearity(deg) for deg in angles_deg)
    assert 30 < worst <= getattr(world, most), worst


@pytest.mark.parametrize("angle_deg", [85, 87, 90])
def test_the_position_sensor_reads_no_lower_in_a_long_time(angle_deg):
    """Seven minutes of noise, where the linkage makes most of it."""
    worst = 100 * angle_deg - followed(angle_deg, world.NOISY_PERCENT, 20_000) + worst_by_linearity(angle_deg)
    assert 120 < worst <= world.NOISY_ERROR_CDEG, worst


def test_the_noise_is_the_most_of_a_healthy_table():
    assert tolerances.NOISE_PERCENT[1] == world.NOISY_PERCENT


def test_the_mount_is_off_by_no_more_than_the_calibration_accepts():
    accepted = re.search(
        r"turn the sensor's mount, until it is within ([\d.]+) degrees", CALIBRATION.read_text("utf-8")
    )
    assert float(accepted[1]) * 100 == world.MOUNT_ERROR_CDEG


def test_the_place_lags_no_more():
    place, obs = follower(), Observation()
    for tick in range(100):
        true_cdeg = tick * FASTEST_CDPS // 50
        place._track(true_cdeg, obs)
        place._tracked = True
        # And two hundredths that whole numbers drop.
        assert true_cdeg - obs.pos_cdeg <= FASTEST_CDPS * world.POSITION_LAG_S + 2
    assert true_cdeg - obs.pos_cdeg >= 0.8 * FASTEST_CDPS * world.POSITION_LAG_S


@pytest.mark.parametrize("person", PEOPLE, ids=["typical", "heavy", "light"])
@pytest.mark.parametrize("begin_permille", [0, 300, 600])
def test_the_position_sensor_follows_the_steepest_drive(person, begin_permille):
    late_cdps, rise_cdps = steepest(person, begin_permille, 0.0, 1)
    assert 30 < late_cdps <= world.POSITION_RATE_LATE_CDPS, late_cdps
    assert 0 < rise_cdps <= world.WRONG_RISE_CDPS2 * 0.08, rise_cdps


@pytest.mark.parametrize("person", PEOPLE, ids=["typical", "heavy", "light"])
@pytest.mark.parametrize("seed", [*range(20), 261])
def test_so_it_does_with_noise(person, seed):
    """Of a thousand seeds, the last is the one by which the rate was latest."""
    for begin_permille in (0, 300, 600):
        late_cdps, rise_cdps = steepest(person, begin_permille, world.NOISY_PERCENT, seed)
        assert 30 < late_cdps <= world.NOISY_RATE_LATE_CDPS, late_cdps
        assert 0 < rise_cdps <= world.WRONG_RISE_CDPS2 * 0.08, rise_cdps


def steepest(person, begin_permille, noise_percent, seed):
    """Whatever the gyro says, the drive grows by _GROWTH_PERMILLE a tick: so late is the rate, and so fast it grows."""
    late_cdps, rise_cdps, source = 0.0, 0.0, random.Random(seed)
    for angle_deg in ANGLES_DEG:
        plant = Plant(person, angle_deg)
        analog = Analog(plant, Noise(1), HBridge())
        obs, place, rates = Observation(), follower(), []
        for tick in range(90):
            permille = min(1000, begin_permille + max(0, tick - 25) * motion._GROWTH_PERMILLE)
            plant.run(PERIOD_MS * 1000 // STEP_US, 24.0 * permille / 1000, True, 0.0)
            raw = analog.sample(tick * 20_000)[0]
            raw = min(65535, round(raw * (1 + source.uniform(-noise_percent, noise_percent) / 100)))
            place._track(position_cdeg(raw), obs)
            place._tracked = True
            if tick >= 20:
                rates.append(100 * plant.rate_dps)
                late_cdps = max(late_cdps, rates[-1] - max(0, obs.pos_rate_cdps))
        rise_cdps = max(rise_cdps, *(after - now for now, after in zip(rates, rates[4:], strict=False)))
    return late_cdps, rise_cdps


@pytest.mark.long
@pytest.mark.parametrize("short_deg", [4.0, 6.0])
@pytest.mark.parametrize("fault", ["gyro stuck", "gyro sign", "gyro scale 0.2", "gyro offset -2", "imu offset -2.4"])
def test_a_wrong_tilt_sensor_near_the_limit_stays_within_what_is_assumed(tmp_path, monkeypatch, fault, short_deg):
    """Started from rest with the tilt sensor wrong already: the most that a drive grows before anything notices."""
    seen = []
    step = Supervisor.step
    stand = Stand("cpython", tmp_path)
    plant = stand.world.plant

    def watched(self, now_ms, obs, request):
        verdict = step(self, now_ms, obs, request)
        seen.append(
            (100 * plant.rate_dps, obs.pos_rate_cdps, 100 * plant.inv_deg, obs.pos_cdeg, verdict.drive_permille)
        )
        return verdict

    monkeypatch.setattr(Supervisor, "step", watched)
    with stand.rig as rig:
        stand.set_up(blob(max_inversion_cdeg=2500), 25.0)
        stand.confirm()
        rig.press("down")
        rig.run_until(lambda: plant.inv_deg > 25 - short_deg, 90)
        rig.release("down")
        rig.run(1)
        rig.break_(parse(fault))
        del seen[:]
        rig.press("down")
        rig.run(8)
    driven = [moment for moment in seen if moment[4] > 0]
    assert driven
    assert max(rate - max(0, told) for rate, told, *_ in driven) <= world.POSITION_RATE_LATE_CDPS
    assert max(true - rate * world.POSITION_LAG_S - told for rate, _, true, told, _ in driven) <= 30
    assert max(true for _, _, true, *_ in seen) <= 2500 + world.ONE_WRONG_CDEG


@pytest.mark.long
@pytest.mark.parametrize(("limit_deg", "mount_cdeg"), [(25, 0), (60, 0), (25, -world.MOUNT_ERROR_CDEG)])
def test_tilt_rate_and_ramp_of_the_way_down(tmp_path, monkeypatch, limit_deg, mount_cdeg):
    """The estimate, the gyro and the growth of the rate, against the truth in each tick that drives.

    A mount that is off head-up lets the table go further, and no further than is proven of it.
    """
    seen = []
    step = Supervisor.step
    with Rig("cpython", state_dir=tmp_path) as table:
        plant = table.world.plant

        def watched(self, now_ms, obs, request):
            verdict = step(self, now_ms, obs, request)
            if verdict.drive_permille > 0:
                seen.append((100 * plant.inv_deg, obs.inv_cdeg, 100 * plant.rate_dps, obs.rate_cdps))
            return verdict

        monkeypatch.setattr(Supervisor, "step", watched)
        laptop = Laptop(table)
        if mount_cdeg:
            table.break_(parse(f"imu offset {mount_cdeg / 100:g}"))
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
    assert abs(mount_cdeg) <= tilt_cdeg <= world.TILT_ERROR_CDEG + abs(mount_cdeg)
    assert 100 * plant.inv_deg <= 100 * limit_deg + (world.MOUNTED_CDEG if mount_cdeg else world.WELL_CDEG)
    assert 0 < rate_cdps <= world.RATE_ERROR_CDPS
    assert 0 < rise_cdps <= world.RISE_CDPS2 * ticks * 0.02
