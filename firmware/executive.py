"""The only loop: fixed order, fixed period. Sense, decide, judge, act, feed; whatever else comes after."""

from firmware.control.buttons import Buttons
from firmware.control.gate import Gate
from firmware.control.request import Requester
from firmware.control.sensors import Sensors
from firmware.control.session import Session
from firmware.control.tally import Tally
from firmware.drivers.tilt_sensor import TiltSensor
from firmware.housekeeping import Housekeeping
from firmware.panel.display import Display
from firmware.safety.core import Supervisor
from firmware.safety.ticks import elapsed_ms, later_ms
from firmware.tick_data import Observation, Verdict

PERIOD_MS = 20
WATCHDOG_MS = 500  # some ticks of grace for a collection; far below what a person notices
# Data is stored while upright and idle: some erases of a flash chip at its slowest, 400 ms each.
REST_WATCHDOG_MS = 8000
# If a tick is later than this, the period restarts from there: catching up would be too fast for the window watchdog.
_LATE_MS = 1
_SPARE_MS = 12  # later than this in a tick nothing optional is begun
# The display waits for a period with more time left, so that its work does not come on top of a long one; but not
# for ever. It always waits for one without a collection of the heap, which takes some 15 ms and comes seldom.
_DISPLAY_MS = 8
_WAITS = 1  # period
_COLLECTED_MS = 16
_MOST_FAILURES = 50  # a second of ticks that made no request: a restart may help, waiting will not


class Executive:
    """Owns the objects of the line and their order. tick() allocates nothing; spare_time() may."""

    def __init__(self, board, chosen, menu, calendar, server, restarts, status, adc_buffer):
        self._board = board
        self._chosen = chosen
        self._menu = menu
        self._server = server
        self._status = status
        self._obs = Observation()
        self._buttons = Buttons()
        self._requester = Requester()
        tilt_sensor = TiltSensor(board.i2c)
        status.fitted(tilt_sensor)
        self._sensors = Sensors(board, tilt_sensor, self._obs, adc_buffer)
        self._gate = Gate(board.outputs)
        self._supervisor = Supervisor(Verdict())
        now_ms = board.clock.now_ms()
        self._session = Session(now_ms)
        self._tally = Tally(now_ms)
        limits = self._supervisor.limits
        self._housekeeping = Housekeeping(
            now_ms, self._obs, status, limits, self._session, self._tally, chosen, calendar, restarts
        )
        self._display = Display(board.i2c, menu, chosen, status, now_ms)
        self._sensors.start(now_ms)
        self._failures = 0
        self._waited = 0
        self._watchdog_ms = WATCHDOG_MS

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
        session = self._session
        supervisor = self._supervisor
        requester = self._requester
        limits = supervisor.limits
        try:
            self._sensors.read(now_ms)
            self._buttons.update(self._sensors.bits)
            session.step(now_ms, obs, self._buttons, supervisor.verdict, limits.limit_cdeg)
            requester.make(session, obs, supervisor.verdict)
            self._failures = 0
        except Exception:
            requester.fail()
            self._failures += 1
            if self._failures > _MOST_FAILURES:
                raise
        verdict = supervisor.step(now_ms, obs, requester.request)
        self._gate.apply(verdict)
        if verdict.step_ms == now_ms:
            self._feed(WATCHDOG_MS if verdict.contactor or not obs.at_upright else REST_WATCHDOG_MS)
        tally = self._tally
        tally.step(now_ms, obs, verdict, supervisor.checks.active)
        locked = self._chosen.screened.locked
        bits = self._sensors.bits
        self._status.update(now_ms, obs, verdict, bits, limits.limit_cdeg, locked, session.state, tally.away)

    def _feed(self, watchdog_ms):
        """Feed it, and restart it when another time is due. The short time begins when the contactor may close."""
        if watchdog_ms != self._watchdog_ms:
            self._board.watchdog.start(watchdog_ms)
            self._watchdog_ms = watchdog_ms
        self._board.watchdog.feed()

    def spare_time(self, now_ms):
        """Link, panel, housekeeping and display, in what is left of the period. None of it can end the loop.

        Only this part allocates, so a collection falls here, after the gate, where the envelope counts on its pause. On
        the way it is made before the heap is full, and takes the place of all else.
        """
        if elapsed_ms(self._board.clock.now_ms(), now_ms) > _SPARE_MS:
            return
        housekeeping = self._housekeeping
        status = self._status
        try:
            # First, so that no command comes between a session and its count.
            housekeeping.count(now_ms)
            if housekeeping.sweep(now_ms):
                return
            self._server.step(now_ms)
            self._menu.step(now_ms, self._sensors.bits, status.upright_idle, housekeeping.busy(), status.fault != 0)
            housekeeping.step(now_ms)
            self._waited += 1
            passed_ms = elapsed_ms(self._board.clock.now_ms(), now_ms)
            if passed_ms <= _DISPLAY_MS or (self._waited > _WAITS and passed_ms <= _COLLECTED_MS):
                self._waited = 0
                self._display.step(now_ms)
        except Exception:  # noqa: BLE001 - optional work must never stop the loop
            status.count_error()
