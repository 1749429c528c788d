"""What each number of the vocabulary is found to be, measured in a world where the fault hangs with it."""

import itertools
import math

from hal.world.chips import ds3231
from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import ADC, BITS
from hal.world.mechanics import linkage, movements
from hal.world.mechanics.plant import Plant
from tests.world.faults.fault_bench import LOOKS, TICK_US, Bench

# The full scales of hal/README.md, once more: counts a unit.
_PER_UNIT = {"position": 65535 / 360.0, "current": 65535 / 20.0, "supply": 65535 / 36.0, "battery": 65535 / 36.0}


def offset(bench, target):
    def angle(values, at):
        return math.degrees(math.atan2(values[at], math.hypot(*values) or 1.0))

    if target in ADC:
        bench.world.plant.current_a = 5.0
        return (bench.seen(target)[0] - bench.true(target)[0]) / _PER_UNIT[target]
    if target == "gyro":
        return (bench.seen("gyro")[1] - bench.true("gyro")[1]) / bench.world.imu.gyro_counts_per_dps
    if target == "floor":
        return angle(bench.seen("accel"), 1) - angle(bench.true("accel"), 1)
    (true_x, _, true_z), (x, _, z) = bench.true("accel"), bench.seen("accel")
    return math.degrees(math.atan2(-x, z) - math.atan2(-true_x, true_z))


def scale(bench, target):
    if target in ("motor", "driver", "bridge_a", "bridge_b"):
        return _of_the_drive(bench, target)
    pairs = [pair for true, seen in bench.looks(target, 20) for pair in zip(true, seen, strict=True)]
    true, seen = max(pairs, key=lambda pair: abs(pair[0]))
    return seen / true


def _of_the_drive(bench, target):
    """Of the resistance, of the voltage at the motor, of the sense current."""
    world = bench.world
    if target == "motor":
        return world.plant.motor_ohm / Plant(world.person, 0.0).motor_ohm
    if target == "driver":
        world.plant.run(1, 24.0, True, 0.0)
        return world.plant.current_a * world.plant.motor_ohm / 24.0 + 2400.0 * world.plant.speed_mps / 24.0
    world.bridge.set(float(target == "bridge_a"), float(target == "bridge_b"), False)
    sign = 1.0 if target == "bridge_a" else -1.0
    return (world.bridge.sense_v(sign * 2.0) - world.bridge.sense_v(sign * 1.0)) / (1400.0 / 8500.0)


def delayed(bench, target):
    """The age at which what is seen differs least from what was true then."""
    looks = list(bench.looks(target))

    def apart(age):
        return sum(math.dist(looks[at - age][0], looks[at][1]) for at in range(100, LOOKS))

    return min(range(100), key=apart) * TICK_US / 1000


def slow(bench, target):
    """The time after which two thirds of a step are seen; of the bus, how long a transfer is held."""
    if target == "imu":
        bench.seen(target)
        return bench.lag_us / 1000
    world = bench.world
    bench.seen(target)
    before = bench.true(target)[0]
    world.plant.stroke_m, world.plant.current_a = 0.6, 6.0
    world.bridge.set(1.0, 0.0, False)
    world.analog.battery_emf_v, world.analog.mains = 5.0, False
    after = bench.true(target)[0]
    passed_us = 0
    while abs(bench.seen(target)[0] - before) < (1 - math.exp(-1)) * abs(after - before):
        bench.pass_us()
        passed_us += TICK_US
    return passed_us / 1000


def intermittent(bench, target):
    """How long it was not as it should be, for the first time."""
    if target in BITS:
        # An input that reads closed, so that an open one is seen.
        bench.world.switches.held |= 1 << BITS[target]
        bench.world.wiring.contactor_closed = True
        bench.world.plant.place({"at_upright": -70.0, "at_end": 91.5}.get(target, 0.0))
    bench.world.bridge.set(1.0, 0.0, False)
    bench.world.plant.current_a = 2.0
    spell = 0
    for _ in range(LOOKS):
        true, seen = bench.true(target), bench.seen(target)
        if seen == true and spell:
            return spell * TICK_US / 1000
        spell += seen != true
        bench.pass_us()
    return math.inf


def bitflip(bench, target):
    """One in so many samples, each in one value."""
    wrong = [
        sum(one != other for one, other in zip(true, seen, strict=True))
        for true, seen in bench.looks(target)
        if true != seen
    ]
    assert set(wrong) == {1}
    return LOOKS / len(wrong)


def nack(bench, target):
    return next(count for count in itertools.count() if bench.seen(target) is not None)


def stuck(bench, target):
    if target == "bus":
        return bench.world.bus.held_clocks
    bench.world.wiring.contactor_closed = True
    bench.world.plant.run(1, 0.0, False, 0.0)
    return (bench.world.plant.current_a * 3.0 + 2400.0 * bench.world.plant.speed_mps) / 24.0 * 1000


def jam(bench, target):
    assert target == "obstacle"
    return linkage.inv_deg(bench.world.plant.high_m)


def backdrive(bench, _target):
    usual, worn = Plant(bench.world.person, 0.0), bench.world.plant
    assert worn.screw_mu / usual.screw_mu == worn.screw_friction_n / usual.screw_friction_n
    return worn.screw_friction_n / usual.screw_friction_n


def brake_weak(bench, _target):
    return bench.world.plant.brake_share


def slip(bench, _target):
    plant, true = bench.world.plant, Plant(bench.world.person, -30.0)
    for body in (plant, true):
        body.run(200, 24.0, True, 0.0)
    return 1.0 - (plant.inv_deg + 30.0) / (true.inv_deg + 30.0)


def shift_mass(bench, _target):
    return bench.world.person.com_along_m + 0.04


def noise(bench, target):
    offs = [abs(seen[0] / true[0] - 1.0) * 100 for true, seen in bench.looks(target)]
    return max(offs)


def dead_spot(bench, target):
    """The middle of where nothing is read."""
    dead = []
    for hundredths in range(0, 2000, 5):
        bench.world.plant.place(hundredths / 100)
        if bench.seen(target) == [0]:
            dead.append(hundredths / 100)
    return (dead[0] + dead[-1]) / 2


def sag(bench, _target):
    bench.world.plant.current_a = 3.0
    return (bench.seen("supply")[0] / bench.true("supply")[0] - 1.0) * 100


def leak(bench, target):
    bench.world.bridge.set(float(target == "bridge_a"), float(target == "bridge_b"), False)
    return bench.world.bridge.sense_v(0.0) / 1400.0 * 1e6


def vibration(bench, _target):
    felt = [bench.world.person.movement(at / 10_000)[1] for at in range(10_000)]
    assert max(felt) / movements.GRAVITY > 0.19
    return sum(after > 0.0 >= before for before, after in itertools.pairwise(felt))


def clock_jump(bench, target):
    if target == "rtc":
        # Each starts at midnight of a first of January.
        time = bench.world.rtc.read(0, 7)
        hours = (time[ds3231.HOURS] >> 4) * 10 + (time[ds3231.HOURS] & 15)
        return hours * 3600 - (24 * 3600 if time[ds3231.DATE] == 0x31 else 0)
    return bench.world.clock.device_ms() - bench.world.clock.now_us // 1000


def takes(bench, _target):
    return bench.lag_us / 1000


def reset(bench, _target):
    return bench.restarts[-1]


def battery_low(bench, _target):
    assert bench.world.analog.battery_ohm == 1.0
    bench.world.analog.mains = False
    return bench.world.analog.battery_v()


def uart_noise(bench, _target):
    for call in tuple(bench._each):
        call()
    return bench.world.cable.waiting


def uart_truncate(bench, _target):
    bench.serial_in(bytes(1000))
    return 1.0 - bench.world.cable.waiting / 1000


MEASURES = {
    "offset": lambda bench, target: (leak if target.startswith("bridge") else offset)(bench, target),
    "overrun": takes, "stall": takes,
    **{
        one.__name__: one
        for one in (
            scale, delayed, slow, intermittent, bitflip, nack, stuck, jam, backdrive, brake_weak, slip, shift_mass,
            noise, dead_spot, sag, vibration, clock_jump, reset, battery_low, uart_noise, uart_truncate,
        )
    },
}  # fmt: skip


def measured(folder, fault: Fault) -> float:
    """The fault's number, found by looking."""
    bench = Bench(folder)
    bench.break_(fault)
    return MEASURES[fault.name](bench, fault.target)
