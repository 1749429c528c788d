"""Both tilt sensors' drivers on their chips' models: found, configured, and read in the same units."""

import math

import pytest

from firmware.drivers import lsm6dsox, mpu6050
from firmware.drivers.tilt_sensor import TiltSensor
from hal import contract
from hal.world.clock import Clock
from hal.world.electrics.bus import Bus
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise
from hal.world.world import IMUS
from tests.support.direct import I2C

TICK_MS = 20
DRIVERS = {"lsm6dsox": lsm6dsox, "mpu6050": mpu6050}


class Bench:
    """The chips named, quiet and true, with the driver that looks for one; started and settled unless start=False."""

    def __init__(self, *names, inv_deg=30.0, start=True):
        self.clock = Clock()
        self.plant = Plant(Person(), inv_deg)
        chips = [IMUS[name](self.clock, self.plant, Noise(3)) for name in names]
        for chip in chips:
            chip.zero_g, chip.zero_rate_dps, chip.noise_factor = [0.0] * 3, [0.0] * 3, 0.0
        self.chips = {chip.address: chip for chip in chips}
        self.chip = chips[0] if chips else None
        self.bus = Bus(self.chips)
        self.sensor = TiltSensor(I2C(self.bus))
        if start:
            assert self.sensor.start()
            self.after(200)
            self.sensor.read()

    def after(self, ms):
        self.clock.now_us += round(ms * 1000)
        return self

    def accel_mg(self):
        return [count * self.sensor.accel_ug / 1000 for count in self.sensor.accel_raw]

    def gyro_dps(self):
        return [(count * self.sensor.gyro_scale >> 10) / 800 for count in self.sensor.gyro_raw]


def faults_of(name):
    """What is wrong with a session on this chip, in words: the whole of what the table relies on."""
    bench = Bench(name, start=False)
    if not bench.sensor.start():
        return ["not found"]
    found = []
    bench.after(200).sensor.read()
    bench.plant.rate_radps = math.radians(3.0)
    for tick in range(50):
        if not bench.after(TICK_MS).sensor.read():
            found.append(f"no new sample in tick {tick}")
            break
    x, y, z = bench.accel_mg()
    if not (abs(x + 500) < 2 and abs(y) < 2 and abs(z - 866) < 2):
        found.append(f"accelerations {x:.0f} {y:.0f} {z:.0f} mg")
    dps = bench.gyro_dps()
    if not all(abs(seen - true) < 0.02 for seen, true in zip(dps, (0.0, 3.0, 0.0), strict=True)):
        found.append(f"rates {dps} deg/s")
    if bench.sensor.read():
        found.append("an old sample passes for new")
    bench.plant.rate_radps = math.radians(260.0)
    bench.after(TICK_MS).sensor.read()
    if not 245 < bench.gyro_dps()[1] < 290:
        found.append("rate folds over")
    return found


@pytest.mark.parametrize("name", IMUS)
def test_the_table_gets_what_it_relies_on(name):
    assert faults_of(name) == []


REGISTERS = [
    *(("mpu6050", name) for name in (
        "ADDRESS", "_WHO_AM_I", "_CHIP_ID", "_PWR_MGMT_1", "_SMPLRT_DIV", "_INT_PIN_CFG", "_INT_STATUS", "_DATA_READY",
    )),
    *(("lsm6dsox", name) for name in (
        "ADDRESS", "_WHO_AM_I", "_CHIP_ID", "_CTRL1_XL", "_CTRL2_G", "_STATUS_REG",
    )),
]  # fmt: skip


@pytest.mark.parametrize("slip", [-1, 1])
@pytest.mark.parametrize(("name", "register"), REGISTERS)
def test_a_number_that_is_one_off_is_noticed(name, register, slip, monkeypatch):
    if (register, slip) == ("_PWR_MGMT_1", -1):
        slip = 2  # one before, the second byte of the two would wake the chip as well
    monkeypatch.setattr(DRIVERS[name], register, getattr(DRIVERS[name], register) + slip)
    assert faults_of(name)


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [
        ("_AWAKE", b"\x41\x00"),  # still asleep
        ("_AWAKE", b"\x01\x02"),  # the gyro's y in standby
        ("_RATE_FILTER_SCALES", b"\x18\x03\x00\x08"),  # 40 Hz
        ("_RATE_FILTER_SCALES", b"\xff\x00\x00\x08"),  # 8 kHz by 256
        ("_RATE_FILTER_SCALES", b"\x07\x03\x08\x08"),  # 500 deg/s
        ("_RATE_FILTER_SCALES", b"\x07\x03\x00\x10"),  # 8 g
        ("_RATE_FILTER_SCALES", b"\x07\x03\x08\x00"),  # the two scales exchanged
        ("_FLAG_NEW_DATA", b"\x20\x00"),
    ],
)
def test_a_wrong_setting_of_the_mpu6050_is_noticed(setting, wrong, monkeypatch):
    monkeypatch.setattr(mpu6050, setting, wrong)
    assert faults_of("mpu6050")


def test_the_lsm6dsox_comes_first_and_either_is_found_alone():
    assert Bench("lsm6dsox", "mpu6050").sensor.gyro_scale == 7 * 1024
    assert Bench("mpu6050").sensor.gyro_scale == 6253


def test_nobody_there_is_no_error_but_not_found():
    bench = Bench(start=False)
    assert not bench.sensor.start()
    with pytest.raises(contract.HalError):
        bench.sensor.read()


@pytest.mark.parametrize(("name", "register"), [("lsm6dsox", 0x0F), ("mpu6050", 0x75)])
def test_another_chip_at_the_address_is_not_taken(name, register):
    bench = Bench(name, start=False)
    bench.chip.registers[register] ^= 0x10
    assert not bench.sensor.start()


def test_a_sensor_that_is_exchanged_is_found_when_it_is_looked_for_again():
    bench = Bench("lsm6dsox")
    other = IMUS["mpu6050"](bench.clock, bench.plant, Noise(1))
    bench.chips.clear()
    bench.chips[other.address] = other
    assert bench.sensor.start() and bench.after(100).sensor.read()
    assert bench.accel_mg()[0] == pytest.approx(-500, abs=20)


def test_an_mpu6050_that_lost_its_supply_sleeps_and_is_stale_until_it_is_started_again():
    bench = Bench("mpu6050")
    bench.chip.reset()
    assert not any(bench.after(TICK_MS).sensor.read() for _ in range(50))
    assert bench.sensor.start() and bench.after(100).sensor.read()


def test_the_units_are_the_sheets_and_keep_to_their_ranges():
    for driver in (lsm6dsox.Lsm6dsox, mpu6050.Mpu6050):
        assert 32768 * max(driver.GYRO_EIGHTH_CDPS_PER_1024, driver.ACCEL_UG_PER_COUNT) < 1 << 30
    scales = mpu6050.Mpu6050.GYRO_EIGHTH_CDPS_PER_1024, mpu6050.Mpu6050.ACCEL_UG_PER_COUNT
    assert scales == (round(800 / 131 * 1024), round(1e6 / 8192))


@pytest.mark.parametrize("hz", [2, 5, 10, 20, 47, 50, 53])
@pytest.mark.parametrize(("name", "bandwidth_hz"), [("lsm6dsox", 208 / 45), ("mpu6050", 10)])
def test_vibration_is_filtered_before_it_is_read_and_a_tilt_is_not(name, bandwidth_hz, hz):
    """Read faster than it shakes, so that what is seen is the filter alone."""
    bench = Bench(name, inv_deg=0.0)
    bench.plant.person.movement = lambda now_s: (0.0, 9.80665 * 0.2 * math.sin(2 * math.pi * hz * now_s), 0.0, 0.0)
    seen = []
    for _ in range(700):
        bench.after(3).sensor.read()
        seen.append(bench.accel_mg()[0])
    late = seen[350:]
    passes = 200 / math.sqrt(1 + (hz / bandwidth_hz) ** 2)
    assert (max(late) - min(late)) / 2 == pytest.approx(passes, rel=0.15, abs=2)


@pytest.mark.parametrize("name", IMUS)
@pytest.mark.parametrize("identity", [0x00, 0x69, 0x6A, 0x6B, 0x70, 0x71, 0x98, 0xFF])
def test_another_chip_in_its_place_is_known_by_what_it_calls_itself(name, identity):
    bench = Bench(name, start=False)
    registers = bench.chip.registers
    own, who = {"lsm6dsox": (0x6C, 0x0F), "mpu6050": (0x68, 0x75)}[name]
    registers[who] = identity
    assert not bench.sensor.start()
    assert bench.sensor.stranger == bench.chip.address << 8 | identity
    registers[who] = own
    assert bench.sensor.start() and bench.sensor.stranger == 0


def test_one_that_is_strapped_to_the_other_address_is_known_too():
    bench = Bench("lsm6dsox", start=False)
    bench.chips[0x6B] = bench.chips.pop(0x6A)
    assert not bench.sensor.start()
    assert bench.sensor.stranger == 0x6B6C


def test_where_nothing_answers_there_is_no_stranger():
    bench = Bench(start=False)
    assert not bench.sensor.start() and bench.sensor.stranger == 0


def test_beside_a_stranger_the_one_that_is_known_is_taken():
    bench = Bench("mpu6050", "lsm6dsox", start=False)
    bench.chips[0x6A].registers[0x0F] = 0x6A
    assert bench.sensor.start() and bench.sensor.stranger == 0


@pytest.mark.parametrize("names", [(), ("mpu6050",)])
def test_a_stranger_that_was_taken_out_is_not_told_any_more(names):
    """Whoever has taken it out is to look for the plug, and not for a chip that has gone."""
    bench = Bench("lsm6dsox", start=False)
    bench.chips[0x6A].registers[0x0F] = 0x6A
    assert not bench.sensor.start() and bench.sensor.stranger == 0x6A6A
    other = Bench(*names, start=False)
    bench.chips.clear()
    bench.chips.update(other.chips)
    assert bench.sensor.start() is bool(names) and bench.sensor.stranger == 0
