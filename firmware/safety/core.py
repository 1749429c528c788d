"""The supervisor: from an observation and a request to a verdict. Nothing else may let the motor turn.

Integers only, no input or output, no allocation in step(). What can go wrong is judged in checks.py; here stands what
is allowed then.
"""

from firmware.safety import faults
from firmware.safety.checks import Checks
from firmware.safety.envelope import room_left
from firmware.safety.limits import Limits
from firmware.safety.ticks import elapsed_ms

CREEP_CDPS = 100  # head-up without a trusted angle: at most 1 deg/s
CREEP_PERMILLE = 600
CREEP_WAIT_MS = 15000  # nobody presses UP: the person may have fainted, so creep without being asked

NO_FAULT = bytes(faults.COUNT)


class Supervisor:
    """step() once per tick. Locked until limits.load() is called; limits change only upright and idle."""

    def __init__(self, verdict):
        self.verdict = verdict
        self.limits = Limits()
        self.checks = Checks()
        self._stop_was = False
        self._up_was = True  # an UP that is down at boot is no press
        self._held = False
        self._pos_was_cdeg = 0
        self._pos_rate_cdps = 0
        self._creeping = False
        self._trusted_ms = 0

    def step(self, now_ms, obs, request):
        """Judge one tick at now_ms; rewrites and returns the verdict."""
        verdict = self.verdict
        checks = self.checks
        pressed = obs.up and not self._up_was
        self._up_was = obs.up
        checks.look(now_ms, obs, self.limits, verdict.contactor, request.failed)
        if obs.at_upright:
            checks.clear(now_ms, pressed)
        self._hold_on_stop(obs, pressed)
        self._respond(verdict)
        response = verdict.response
        self._choose_creep(now_ms, obs, pressed, response)
        verdict.drive_permille = self._allow(obs, request.drive_permille, response)
        verdict.contactor = request.contactor and response != faults.CUT
        trouble = response > faults.REFUSE and not obs.at_upright
        verdict.alarm = trouble or response == faults.CUT or checks.prompting(now_ms)
        verdict.held = self._held
        checks.follow(now_ms, obs, verdict.drive_permille)
        verdict.step_ms = now_ms
        return verdict

    def _hold_on_stop(self, obs, pressed):
        """STOP stops all motion until a new press; a STOP left pressed, or a cut wire, never disables UP."""
        if obs.stop and not self._stop_was:
            self._held = True
        elif pressed or not (obs.stop or obs.down or obs.up):
            self._held = False
        self._stop_was = obs.stop

    def _respond(self, verdict):
        worst = 0
        active = self.checks.active
        if active != NO_FAULT:
            for code in range(1, faults.COUNT):
                if active[code] and faults.RESPONSE[code] > faults.RESPONSE[worst]:
                    worst = code
        verdict.fault = worst
        verdict.response = faults.RESPONSE[worst]

    def _choose_creep(self, now_ms, obs, pressed, response):
        """Without a trusted angle: up to level on a press of UP or unasked, on to upright only while UP is held."""
        rate_cdps = (obs.pos_cdeg - self._pos_was_cdeg) * 50
        self._pos_was_cdeg = obs.pos_cdeg
        self._pos_rate_cdps += (rate_cdps - self._pos_rate_cdps) >> 3
        if response != faults.HALT and response != faults.CREEP_UP:
            self._trusted_ms = now_ms
            self._creeping = False
        elif obs.pos_cdeg <= 0:
            self._creeping = obs.up
        elif pressed or elapsed_ms(now_ms, self._trusted_ms) > CREEP_WAIT_MS:
            self._creeping = True

    def _allow(self, obs, drive_permille, response):
        """The drive that may be applied: the request, less of it, or none."""
        if response == faults.CUT or self._held:
            return 0
        if drive_permille > 0:
            return drive_permille if self._may_go_down(obs, response) else 0
        if obs.at_upright:
            return 0
        if response == faults.HALT or response == faults.CREEP_UP:
            if not self._creeping or self._pos_rate_cdps < -CREEP_CDPS:
                return 0
            return max(drive_permille, -CREEP_PERMILLE)
        return drive_permille

    def _may_go_down(self, obs, response):
        if response != faults.NONE or obs.stop or obs.up or not obs.down:
            return False
        limit_cdeg = self.limits.limit_cdeg
        return limit_cdeg > 0 and obs.locks_closed and room_left(limit_cdeg, obs)
