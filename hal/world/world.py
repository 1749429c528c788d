"""The world as one object: time, plant, chips, wiring and cable, built once per run."""

from __future__ import annotations

import datetime

from hal import contract
from hal.world.chips import bts7960, ds3231, lsm6dsox, mpu6050, ssd1306
from hal.world.clock import Clock
from hal.world.electrics.analog import Analog
from hal.world.electrics.bus import Bus
from hal.world.electrics.cable import Cable
from hal.world.electrics.switches import Switches
from hal.world.electrics.wiring import Wiring
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise

# The tilt sensors that a table may be fitted with.
IMUS: dict[str, type[lsm6dsox.Lsm6dsox | mpu6050.Mpu6050]] = {"lsm6dsox": lsm6dsox.Lsm6dsox, "mpu6050": mpu6050.Mpu6050}
_CONTACTOR_BIT = 1 << contract.CONTACTOR_CLOSED


class World:
    """Truth for tests to look at; everything goes on while the board is off.

    wall: what the clock chip was set to. imu: which of IMUS is fitted.
    """

    def __init__(
        self,
        person: Person,
        start_deg: float,
        start_ms: int,
        seed: int,
        wall: datetime.datetime | None = None,
        imu: str = "lsm6dsox",
    ) -> None:
        noise = Noise(seed)
        self.clock = Clock(start_ms)
        self.person = person
        self.plant = Plant(person, start_deg)
        self.bridge = bts7960.HBridge()
        self.analog = Analog(self.plant, noise, self.bridge)
        self.switches = Switches()
        self.wiring = Wiring(self.clock, self.plant, self.analog, self.bridge)
        self.cable = Cable()
        self.imu = IMUS[imu](self.clock, self.plant, noise)
        self.rtc = ds3231.Ds3231(self.clock, wall)
        self.display = ssd1306.Ssd1306()
        self.bus = Bus({self.imu.address: self.imu, ds3231.ADDRESS: self.rtc, ssd1306.ADDRESS: self.display})

    @property
    def now_s(self) -> float:
        """Virtual seconds since the run began; never wraps."""
        return self.clock.now_us / 1e6

    @property
    def drive_permille(self) -> int:
        return self.wiring.drive_permille

    @property
    def contactor_closed(self) -> bool:
        return self.wiring.contactor_closed

    @property
    def buzzer(self) -> bool:
        return self.wiring.buzzer

    def set_switch(self, name: str, closed: bool) -> None:
        self.switches.set_switch(name, closed)
        self.analog.mains = bool(self.switches.held & (1 << contract.MAINS))

    def input_bits(self) -> int:
        bits = self.switches.bits(self.plant.inv_deg)
        return bits | _CONTACTOR_BIT if self.wiring.contactor_closed else bits

    def reset_board(self) -> None:
        """The microcontroller restarts; chips with their own supply keep their registers."""
        self.wiring.reset()
        self.cable.reset_board()

    def cut_board(self) -> None:
        """All supply goes: the board stops, and the clock chip is left to its battery."""
        self.reset_board()
        self.rtc.power_down()

    def power_board(self) -> None:
        """Supply returns: every chip starts from its power-on state, or goes on from its battery."""
        self.reset_board()
        self.bus.power_up()
