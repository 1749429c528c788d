"""A world without a board, in which a fault hangs and a test looks."""

from hal.world.faults.desk import Desk
from hal.world.faults.vocabulary import ADC, BITS

TICK_US = 5000
LOOKS = 400
_IMU = {"imu": range(6), "gyro": range(3), "accel": range(3, 6), "floor": range(3, 6)}
_ADC_INDEX = {"position": 0, "current": 1, "supply": 2, "battery": 3}


class Bench(Desk):
    """A world without a board: time passes when somebody looks, and what is asked of a board is noted."""

    interpreter = "no"

    def __init__(self, folder):
        super().__init__(start_deg=-30.0)
        self.folder = folder
        self.lag_us = 0
        self.restarts = []
        self.upsets = []
        self.world.imu.write(0x10, b"\x48\x48")
        self.pass_us(200_000)

    def pass_us(self, us=TICK_US):
        self.world.clock.now_us += us

    def delay(self, us):
        self.lag_us += us

    def restart(self, cause):
        self.restarts.append(cause)

    def jump_clock(self, ms):
        self.world.clock.jump(ms)

    def flash_folder(self):
        return self.folder

    def upset(self, part, no_memory):
        self.upsets.append((part, no_memory))
        return self.upsets.pop

    def power_on(self):
        """There is no board."""

    def power_off(self):
        """Nor has it power."""

    def true(self, target):
        """What the sensor would say now if it were well."""
        world = self.world
        if target in ADC:
            return [type(world.analog).sample(world.analog, world.clock.now_us)[_ADC_INDEX[target]]]
        if target in BITS:
            return [type(world).input_bits(world) >> BITS[target] & 1]
        chip = world.imu
        outputs = chip.read(chip.first_out, chip.last_out - chip.first_out + 1)
        return [chip.values(outputs)[at] for at in _IMU[target]]

    def seen(self, target):
        """What it says; None for no answer."""
        world = self.world
        if target in ADC:
            return [world.analog.sample(world.clock.now_us)[_ADC_INDEX[target]]]
        if target in BITS:
            return [world.input_bits() >> BITS[target] & 1]
        chip = world.imu
        outputs = world.bus.read(chip.address, chip.first_out, chip.last_out - chip.first_out + 1)
        return outputs and [chip.values(outputs)[at] for at in _IMU[target]]

    def looks(self, target, count=LOOKS):
        """(true, seen) at each of so many moments: on battery the table turns, and the motor draws more and more."""
        plant, analog = self.world.plant, self.world.analog
        analog.mains, analog.battery_ohm = False, 1.0
        self.world.bridge.set(1.0, 0.0, False)
        for step in range(count):
            self.pass_us()
            plant.stroke_m += 1e-5
            plant.inv_rad += 0.001
            plant.rate_radps = 0.5 + 0.01 * step
            plant.current_a = 1.0 + 0.01 * step
            yield self.true(target), self.seen(target)
