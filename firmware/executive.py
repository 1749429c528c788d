"""The only loop: fixed order, fixed period. Sense, decide, judge, act, feed; whatever else comes after."""

import gc

from firmware import states
from firmware.control.buttons import Buttons
from firmware.control.gate import Gate
from firmware.control.motion import Motion
from firmware.control.sensors import Sensors
from firmware.control.session import Session
from firmware.control.tally import Tally
from firmware.drivers.tilt_sensor import TiltSensor
from firmware.panel.display import Display
from firmware.safety import faults
from firmware.safety.checks import BELOW_LEVEL_CDEG
from firmware.safety.core import MAD_CDPS, Supervisor
from firmware.safety.ticks import elapsed_ms, later_ms
from firmware.tick_data import Observation, Request, Verdict

PERIOD_MS = 20
WATCHDOG_MS = 500  # some ticks of grace for a collection; far below what a person notices
# Upright and idle things are stored: some erases of a flash chip at its slowest, 400 ms each.
REST_WATCHDOG_MS = 8000
# Later than this the beat goes on from where it is: a loop that hurries after it is too fast for the window watchdog.
_LATE_MS = 1
_SPARE_MS = 12  # later than this in a tick nothing optional is begun
# The display waits for a period with more time left, so that its work does not come on top of a long one; but not
# for ever.
_DISPLAY_MS = 8
_WAITS = 3  # periods
_TIDY_MS = 1000
_SETTLED_MS = 30000  # running this long without a restart, the board is well
_MOST_FAILURES = 50  # a second of ticks that made no request: a restart may help, waiting will not


class Executive:
    """Owns the objects of the line and their order. tick() allocates nothing; spare_time() may."""

    def __init__(self, board, chosen, menu, calendar, server, restarts, status, adc_buffer):
        self._board = board
        self._chosen = chosen
        self._menu = menu
        self._calendar = calendar
        self._server = server
        self._restarts = restarts
        self._status = status
        self._obs = Observation()
        self._request = Request()
        self._buttons = Buttons()
        self._motion = Motion()
        self._sensors = Sensors(board, TiltSensor(board.i2c), self._obs, adc_buffer)
        self._gate = Gate(board.outputs)
        self._supervisor = Supervisor(Verdict())
        now_ms = board.clock.now_ms()
        self._session = Session(now_ms)
        self._tally = Tally(now_ms)
        self._display = Display(board.i2c, menu, chosen, status, now_ms)
        self._sensors.start(now_ms)
        self._tidied_ms = self._began_ms = now_ms
        self._failures = 0
        self._waited = 0
        self._watchdog_ms = WATCHDOG_MS
        self._was_idle = False
        self._loaded = -1
        self._load_limits()

    def run(self):
        """Tick for ever."""
        clock = self._board.clock
        self._board.watchdog.start(self._watchdog_ms)
        due_ms = clock.now_ms()
        while True:
            now_ms = clock.now_ms()
            if elapsed_ms(now_ms, due_ms) > _LATE_MS:
                due_ms = now_ms
            self.tick(now_ms)
            self.spare_time(now_ms)
            due_ms = later_ms(due_ms, PERIOD_MS)
            clock.wait_until(due_ms)

    def tick(self, now_ms):
        """The line from sensor to motor, once."""
        obs = self._obs
        supervisor = self._supervisor
        request = self._request
        try:
            self._sensors.read(now_ms)
            self._buttons.update(self._sensors.bits)
            self._session.step(now_ms, obs, self._buttons, supervisor.verdict, supervisor.limits.limit_cdeg)
            self._want(obs, supervisor.verdict)
            request.failed = False
            self._failures = 0
        except Exception:
            request.drive_permille = 0
            request.failed = True
            self._failures += 1
            if self._failures > _MOST_FAILURES:
                raise
        verdict = supervisor.step(now_ms, obs, request)
        self._gate.apply(verdict)
        if verdict.step_ms == now_ms:
            self._feed(WATCHDOG_MS if verdict.contactor or not obs.at_upright else REST_WATCHDOG_MS)
        self._tally.step(now_ms, obs, verdict, supervisor.checks.active)
        self._report(now_ms, obs, verdict)

    def _feed(self, watchdog_ms):
        """Start it anew where another time is due; that the contactor may close and the short time come together."""
        if watchdog_ms != self._watchdog_ms:
            self._board.watchdog.start(watchdog_ms)
            self._watchdog_ms = watchdog_ms
        self._board.watchdog.feed()

    def spare_time(self, now_ms):
        """Link, screening, heap and display, in what is left of the period. None of it can end the loop.

        Only this part allocates, so a collection falls here, after the gate, where the envelope counts on its pause.
        """
        if elapsed_ms(self._board.clock.now_ms(), now_ms) > _SPARE_MS:
            return
        try:
            # First, so that no command comes between a session and its count.
            self._count(now_ms)
            self._server.step(now_ms)
            status = self._status
            self._menu.step(now_ms, self._sensors.bits, status.upright_idle, self._busy(), status.fault != 0)
            if self._chosen.changed != self._loaded:
                self._load_limits()
            if elapsed_ms(now_ms, self._tidied_ms) >= _TIDY_MS:
                self._tidied_ms = now_ms
                self._tidy(now_ms)
            self._waited += 1
            if elapsed_ms(self._board.clock.now_ms(), now_ms) <= _DISPLAY_MS or self._waited > _WAITS:
                self._waited = 0
                self._display.step(now_ms)
        except Exception:  # noqa: BLE001 - nothing here is worth the loop
            self._status.link_errors += 1

    def _want(self, obs, last):
        """Turn the session's wish into a request, by the sense that may be trusted."""
        session = self._session
        request = self._request
        refused = request.drive_permille and not last.drive_permille
        request.contactor = session.contactor
        request.drive_permille = 0
        ready = session.cap_cdps and obs.supplied
        if refused or not ready:
            self._motion.stop()
        if not ready:
            return
        by_position = session.state == states.FAULT
        if by_position:
            inv_cdeg = obs.pos_cdeg
            rate_cdps = obs.pos_rate_cdps
            if last.fault > faults.IMU_IMPLAUSIBLE and obs.rate_cdps > -MAD_CDPS:
                # The tilt sensor itself is well: the faster of the two counts.
                rate_cdps = min(rate_cdps, obs.rate_cdps)
        else:
            inv_cdeg = obs.inv_cdeg
            rate_cdps = obs.rate_cdps
        gap_cdeg = session.target_cdeg - inv_cdeg
        request.drive_permille = self._motion.drive(gap_cdeg, rate_cdps, session.cap_cdps, by_position)

    def _report(self, now_ms, obs, verdict):
        status = self._status
        session = self._session
        status.now_ms = now_ms
        locked = self._chosen.screened.locked
        if session.state == states.LOCKED and not locked:
            status.state = states.CONFIRM
        elif session.state != states.READY or not self._tally.away:  # a session is over when it has been counted
            status.state = session.state
        status.inv_cdeg = obs.inv_cdeg
        status.pos_cdeg = obs.pos_cdeg
        status.rate_cdps = obs.rate_cdps
        status.drive_permille = verdict.drive_permille
        status.limit_cdeg = self._supervisor.limits.limit_cdeg
        status.current_ma = obs.current_ma
        status.supply_mv = obs.supply_mv
        status.battery_mv = obs.battery_mv
        status.bits = self._sensors.bits
        if verdict.fault != status.fault:
            status.fault_ms = now_ms
        status.fault = verdict.fault
        status.response = verdict.response
        status.locked = locked
        status.at_upright = obs.at_upright
        status.upright_idle = obs.at_upright and not verdict.contactor

    def _tidy(self, now_ms):
        """Once a second: the calendar; upright and idle the verdict of the day, and after a session the heap."""
        idle = self._status.upright_idle
        if idle and not self._was_idle:
            gc.collect()
        self._was_idle = idle
        self._calendar.tend(now_ms, idle)
        if idle:
            self._judge_now(now_ms)
            if elapsed_ms(now_ms, self._began_ms) > _SETTLED_MS:
                self._restarts.clear()
        elif not self._busy() and self._calendar.today(now_ms) != self._chosen.day:
            self._chosen.expire()

    def _count(self, now_ms):
        """The beginning of a session, and its end at rest."""
        tally = self._tally
        if not tally.away:
            return
        self._chosen.begin()
        if self._status.upright_idle:
            self._calendar.note(self._calendar.minutes(now_ms))
            self._judge_now(now_ms)
            self._chosen.end(tally.tolerated(self._chosen.tolerated_ms))
            tally.close()

    def _busy(self):
        """Whether the table moves, or somebody is below level: nothing is taken from them there."""
        obs = self._obs
        return self._status.drive_permille != 0 or max(obs.inv_cdeg, obs.pos_cdeg) > BELOW_LEVEL_CDEG

    def _judge_now(self, now_ms):
        self._chosen.rescreen(self._calendar.today(now_ms), self._calendar.minutes(now_ms))

    def _load_limits(self):
        """Put the confirmed limit in force, from the next tick on.

        A limit is raised upright and idle only. Elsewhere it may become less, down to where the table stands, so that
        nothing is past it; below level and in motion it waits.
        """
        chosen = self._chosen
        limits = self._supervisor.limits
        if self._status.upright_idle:
            limits.load(chosen.limit_cdeg, chosen.session_ms)
            self._session.programme = chosen.programme
            self._tally.goal_cdeg = chosen.goal_cdeg
        elif self._busy():
            return
        else:
            least_cdeg = max(chosen.limit_cdeg, self._obs.inv_cdeg, 0)
            limits.load(min(limits.limit_cdeg, least_cdeg), limits.session_ms)
        self._loaded = chosen.changed
