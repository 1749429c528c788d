"""From output pins to the motor: dead-man, window watchdog, contactor with its delays, bridge, watchdog."""

from __future__ import annotations

from hal import contract
from hal.world.chips.bts7960 import HBridge, duties
from hal.world.chips.window_watchdog import NEVER_US, WindowWatchdog
from hal.world.clock import Clock
from hal.world.electrics.analog import Analog
from hal.world.mechanics.plant import STEP_US, Plant

DEADMAN_US = contract.DEADMAN_MS * 1000
CONTACTOR_CLOSE_US = 20000
CONTACTOR_OPEN_US = 15000


class Wiring:
    """Holds what the pins ask for and moves the plant with what arrives at the motor."""

    def __init__(self, clock: Clock, plant: Plant, analog: Analog, bridge: HBridge) -> None:
        self._clock = clock
        self._plant = plant
        self._analog = analog
        self._bridge = bridge
        self._grid = clock.now_us // STEP_US
        self.contactor_closed = False
        self.window = WindowWatchdog()
        # Shares of time of the bridge's two inputs, where a board has pins to look at; None: as the contract has it.
        self.pin_duties: tuple[float, float] | None = None
        self.reset()

    def reset(self) -> None:
        """What the pins do by themselves when the microcontroller resets or loses power."""
        self.commanded_permille = 0
        self.coil = False
        self.window.reset(self._clock.now_us)
        self.buzzer = False
        self._enabled_until_us = -1
        self._contact_us = self._clock.now_us + CONTACTOR_OPEN_US if self.contactor_closed else NEVER_US
        self.watchdog_ms = 0
        self._watchdog_us = NEVER_US

    @property
    def drive_permille(self) -> int:
        """What the bridge applies: 0 when the dead-man has dropped its enable line."""
        return self.commanded_permille if self._clock.now_us <= self._enabled_until_us else 0

    def kick(self) -> None:
        self._enabled_until_us = self._clock.now_us + DEADMAN_US

    def hold_enable(self, up: bool) -> None:
        """The bridge's enable line itself, on a board whose dead-man is part of the chip."""
        self._enabled_until_us = NEVER_US if up else -1

    def inert(self) -> None:
        self.commanded_permille = 0
        self.buzzer = False
        self.set_contactor(False)

    def set_contactor(self, on: bool) -> None:
        self.window.arm(self._clock.now_us, on)
        self._drive_coil()

    def window_kick(self, level: bool) -> None:
        """WINDOW_KICK itself, on a board that has pins to look at."""
        self.window.kick(self._clock.now_us, level)
        self._drive_coil()

    def _drive_coil(self) -> None:
        """The coil's current follows CONTACTOR for as long as the window watchdog lets it."""
        on = self.window.passes
        if on == self.coil:
            return
        self.coil = on
        if on == self.contactor_closed:
            self._contact_us = NEVER_US
        else:
            self._contact_us = self._clock.now_us + (CONTACTOR_CLOSE_US if on else CONTACTOR_OPEN_US)

    def contact(self) -> bool:
        """Where the contactor's contacts go once its coil has had its time."""
        return self.coil

    def start_watchdog(self, timeout_ms: int) -> None:
        self.watchdog_ms = timeout_ms
        self._restart_watchdog()

    def feed(self) -> None:
        """A feed is also one edge for the window watchdog."""
        self._restart_watchdog()
        self.window.toggle(self._clock.now_us)
        self._drive_coil()

    def _restart_watchdog(self) -> None:
        if self.watchdog_ms:
            self._watchdog_us = self._clock.now_us + self.watchdog_ms * 1000

    def advance(self, to_us: int) -> bool:
        """Move time and plant; True when the watchdog fired, with time stopped at that instant."""
        clock = self._clock
        fired = self._watchdog_us <= to_us
        if fired:
            to_us = max(self._watchdog_us, clock.now_us)
        if self._contact_us <= to_us or clock.now_us <= self._enabled_until_us < to_us or self.window.late_us <= to_us:
            self._switch_on_the_way(to_us)
        self._move(to_us)
        return fired

    def _switch_on_the_way(self, to_us: int) -> None:
        """Stop at each instant at which what reaches the motor changes."""
        clock = self._clock
        while True:
            dropped_us = self._enabled_until_us if self._enabled_until_us > clock.now_us else NEVER_US
            at_us = min(self._contact_us, dropped_us, self.window.late_us)
            if at_us > to_us:
                return
            self._move(at_us)
            self.window.follow(clock.now_us)
            self._drive_coil()
            if self._contact_us <= clock.now_us:
                self.contactor_closed = self.contact()
                self._contact_us = NEVER_US

    def _move(self, to_us: int) -> None:
        clock = self._clock
        if to_us <= clock.now_us:
            return
        grid = to_us // STEP_US
        steps = grid - self._grid
        if steps:
            self._grid = grid
            # The contactor stands between supply and bridge: without it the bridge has nothing to switch on.
            enabled = self.contactor_closed and to_us <= self._enabled_until_us
            self._bridge.set(*(self.pin_duties or duties(self.commanded_permille)), not enabled)
            share = self._bridge.motor_share()
            volts = self._analog.supply_v() * share if share is not None else 0.0
            self._plant.run(steps, volts, share is not None, clock.now_us / 1e6)
        clock.now_us = to_us
