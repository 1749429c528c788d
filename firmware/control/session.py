"""The session: what the buttons ask for, from the first head-down motion to upright again."""

from firmware import states
from firmware.control.budget import INVERT_CDPS, Budget
from firmware.safety import faults
from firmware.safety.checks import BELOW_LEVEL_CDEG, LEVEL_CDEG, UPRIGHT_CDEG
from firmware.safety.ticks import elapsed_ms

_HEAD_UP_CDEG = 500  # a table that is found higher than this by a start had left level already
# Head-down motion aims this far short of the limit; what is left is for the sensors' noise.
_SHORT_CDEG = 20
RETURN_CDPS = 300  # docs/sources.md#rates
_RAISE_CDPS = 200
_FAULT_CDPS = 90  # so that the sensor's noise does not reach the core's bound
PAUSE_MS = 60000  # at least 60 s at level, against dizziness: docs/sources.md#pause-at-level
_LEARN_MS = 600  # after power-up a bias of 20 deg/s is learnt to 0.2 deg/s before anyone may start
_RECOVER_MS = 10000  # started away from upright: whoever lies there may not be able to press UP
# Past the switch: upright is where the switch closes, and the ramp must not end before it.
_BEYOND_UPRIGHT_CDEG = UPRIGHT_CDEG - 150

_AT_LEVEL_CDEG = 20
_AT_LIMIT_CDEG = 10
_NEAR_LIMIT_CDEG = 200
_STEADY = (0, 0, 0)


class Session:
    """step() once per tick; then state, cap_cdps (0: stand still) and target_cdeg say what is wanted.

    In an intermittent session, while DOWN is held, the table stays at the limit for down_ms, eases up to level for
    level_ms, and goes down again, so many times in all; then it returns, as it does before a descent for which the
    motor has not rested enough. Letting go of DOWN stands still, as ever.
    """

    def __init__(self, now_ms):
        self.state = states.BOOT
        self.cap_cdps = 0
        self.target_cdeg = 0
        self.contactor = False
        self._since_ms = now_ms
        # Nothing is known of a session before a restart, so the way up includes the pause at level.
        self._went_below = True
        self._programme = _STEADY
        self._downs = 0
        self._budget = Budget(now_ms)

    def follow(self, programme):
        """Take (down_ms, level_ms, times) of an intermittent session, all 0 for a steady one. Only upright and idle."""
        self._programme = programme

    def step(self, now_ms, obs, buttons, verdict, limit_cdeg):
        """Choose the state from the buttons and the core's last verdict, and the target that goes with it."""
        if obs.at_upright:
            self._went_below = False
            self._downs = 0
        elif obs.inv_cdeg > BELOW_LEVEL_CDEG:
            self._went_below = True
        elif self.state == states.BOOT and obs.inv_cdeg < -_HEAD_UP_CDEG:
            self._went_below = False
        self._budget.step(now_ms, verdict.drive_permille)
        state = self._next(now_ms, obs, buttons, verdict, limit_cdeg)
        if state != self.state:
            self.state = state
            self._since_ms = now_ms
        self._aim(limit_cdeg)
        # Upright and idle, or broken down there: nothing is to be driven.
        self.contactor = state > states.CONFIRM and not (obs.at_upright and state == states.FAULT)

    def _next(self, now_ms, obs, buttons, verdict, limit_cdeg):
        response = verdict.response
        if response >= faults.HALT:
            return states.FAULT
        if buttons.up_pressed and not obs.at_upright:
            return self._way_up(obs)
        if self.state == states.BOOT and elapsed_ms(now_ms, self._since_ms) < _LEARN_MS:
            return states.BOOT
        if obs.at_upright:
            ready = limit_cdeg and obs.locks_closed and not obs.stop and response == faults.NONE
            if not (ready and buttons.down):
                return states.READY if limit_cdeg else states.LOCKED
        if verdict.held:
            return states.STOPPED
        on_the_way = self._on_the_way_up(now_ms, obs)
        if response == faults.RETURN:
            # Started away from upright: a moment to press UP, or not to be moved unasked while head-up.
            return on_the_way or (self._waiting(now_ms, obs) if self.state == states.BOOT else self._way_up(obs))
        if buttons.down_pressed and on_the_way == states.RETURNING:
            buttons.ignore_down()
            return states.HOLDING
        if buttons.down and limit_cdeg:
            return self._by_programme(now_ms, obs, buttons, limit_cdeg) or self._downwards(obs, verdict, limit_cdeg)
        return on_the_way or self._waiting(now_ms, obs)

    def _way_up(self, obs):
        if obs.inv_cdeg > LEVEL_CDEG + _AT_LEVEL_CDEG:
            return states.RETURNING
        return states.LEVEL_PAUSE if self._went_below else states.RAISING

    def _on_the_way_up(self, now_ms, obs):
        """The next state of a way up that has begun; BOOT, which is 0, when none has."""
        if self.state == states.RETURNING:
            return self._way_up(obs)
        if self.state == states.LEVEL_PAUSE:
            if elapsed_ms(now_ms, self._since_ms) < PAUSE_MS:
                return states.LEVEL_PAUSE
            self._went_below = False
            return states.RAISING
        return states.RAISING if self.state == states.RAISING else states.BOOT

    def _by_programme(self, now_ms, obs, buttons, limit_cdeg):
        """The next state of an intermittent session while DOWN is held; BOOT, which is 0, when it is to go down."""
        down_ms, level_ms, times = self._programme
        lasted_ms = elapsed_ms(now_ms, self._since_ms)
        if self.state == states.AT_LIMIT and times and lasted_ms >= down_ms:
            self._downs += 1
            if self._downs >= times:
                buttons.ignore_down()
                return self._way_up(obs)
            return states.EASING
        if self.state == states.EASING:
            return states.RESTING if obs.inv_cdeg <= LEVEL_CDEG + _AT_LEVEL_CDEG else states.EASING
        if self.state == states.RESTING:
            if lasted_ms < level_ms:
                return states.RESTING
            if not self._budget.covers(limit_cdeg):
                buttons.ignore_down()
                return self._way_up(obs)
        return states.BOOT

    def _downwards(self, obs, verdict, limit_cdeg):
        gap_cdeg = limit_cdeg - _SHORT_CDEG - obs.inv_cdeg
        at_limit = gap_cdeg <= _AT_LIMIT_CDEG
        # The core may hold the table a little earlier, by a position sensor that reads high: that is the limit too.
        if gap_cdeg <= _NEAR_LIMIT_CDEG and self.state != states.HOLDING:
            at_limit = at_limit or self.state == states.AT_LIMIT or verdict.drive_permille == 0
        return states.AT_LIMIT if at_limit else states.INVERTING

    def _waiting(self, now_ms, obs):
        if self.state != states.BOOT:
            return states.HOLDING
        recover = obs.inv_cdeg > BELOW_LEVEL_CDEG and elapsed_ms(now_ms, self._since_ms) > _RECOVER_MS
        return states.RETURNING if recover else states.BOOT

    def _aim(self, limit_cdeg):
        state = self.state
        self.cap_cdps = 0
        if state == states.INVERTING:
            self.cap_cdps = INVERT_CDPS
            self.target_cdeg = limit_cdeg - _SHORT_CDEG
        elif state == states.RETURNING or state == states.EASING:
            self.cap_cdps = RETURN_CDPS
            self.target_cdeg = LEVEL_CDEG
        elif state == states.RAISING:
            self.cap_cdps = _RAISE_CDPS
            self.target_cdeg = _BEYOND_UPRIGHT_CDEG
        elif state == states.FAULT:
            self.cap_cdps = _FAULT_CDPS
            self.target_cdeg = _BEYOND_UPRIGHT_CDEG
