"""A table of integers around the supervisor: it obeys the verdict and lets a test break one thing at a time."""

from firmware.safety.core import Supervisor
from firmware.tick_data import Observation, Request, Verdict

TICK_MS = 20
CDEG_PER_PERMILLE_S = 0.45


class Bench:
    """Healthy, limit 25 degrees, locks and STOP closed. Switched on upright, then put at inv_cdeg, unless on=False."""

    def __init__(
        self,
        inv_cdeg: int = -7000,
        limit_cdeg: int = 2500,
        session_ms: int = 180_000,
        now_ms: int = 0,
        on: bool = True,
    ):
        self.obs = Observation()
        self.request = Request()
        self.supervisor = Supervisor(Verdict())
        self.supervisor.limits.load(limit_cdeg, session_ms)
        self.verdict = self.supervisor.verdict
        self.now_ms = now_ms
        self.jammed = False
        self.sense = 1
        self.ticks = 0
        self._was_cdeg = 0.0
        self.broken = {}
        self.obs.stop = False
        self.obs.locks_closed = True
        self.request.contactor = True
        self.inv_cdeg = -7000.0 if on else float(inv_cdeg)
        if on:
            self.tick()
        self.inv_cdeg = float(inv_cdeg)
        self.obs.inv_cdeg = inv_cdeg

    def tick(self, count: int = 1) -> None:
        """Let count periods pass."""
        for _ in range(count):
            self._sense()
            verdict = self.supervisor.step(self.now_ms, self.obs, self.request)
            if verdict.contactor and not self.jammed:
                self.inv_cdeg += self.sense * verdict.drive_permille * CDEG_PER_PERMILLE_S * TICK_MS / 1000
            self.now_ms = (self.now_ms + TICK_MS) & 0x3FFFFFFF
            self.ticks += 1

    def run(self, seconds: float) -> None:
        """Let virtual seconds pass."""
        self.tick(round(seconds * 1000 / TICK_MS))

    def drive(self, permille: int, seconds: float = 0.02) -> None:
        """Ask for a drive, with the button that goes with it, and let time pass."""
        self.obs.down = permille > 0
        self.request.drive_permille = permille
        self.run(seconds)

    def press_up(self) -> None:
        """One short press of UP."""
        self.obs.up = True
        self.tick(2)
        self.obs.up = False

    def _sense(self) -> None:
        obs = self.obs
        was = obs.inv_cdeg
        obs.imu_ms = self.now_ms
        obs.gyro_raw[0] = self.ticks % 7  # a live sensor never repeats itself for long
        obs.inv_cdeg = obs.pos_cdeg = round(self.inv_cdeg)
        obs.rate_cdps = round((obs.inv_cdeg - was) * 1000 / TICK_MS) if self.ticks else 0
        moved_cdeg = round(self.inv_cdeg - self._was_cdeg)
        self._was_cdeg = self.inv_cdeg
        if abs(moved_cdeg) < 100:  # further, a test has put the table somewhere else
            obs.pos_rate_cdps += (moved_cdeg * 50 - obs.pos_rate_cdps) >> 4
        obs.at_upright = obs.upright_switch = obs.inv_cdeg <= -6900
        obs.at_level = -200 <= obs.inv_cdeg <= 200
        obs.contactor_closed = self.verdict.contactor
        obs.mains = obs.pos_ok = True
        obs.battery_mv = 25_600
        obs.stop_short = False
        obs.current_ma = 1500 if self.verdict.drive_permille else 0
        for name, value in self.broken.items():
            if callable(value):
                value(obs)
            else:
                setattr(obs, name, value)
        obs.keys = obs.down | obs.up << 1 | obs.ok << 2
