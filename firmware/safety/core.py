"""The supervisor: an observation and a request in, a verdict out. Integers only, no input or output, no allocation."""

from firmware.safety import faults
from firmware.safety.checks import COUNT_MOST, Checks
from firmware.safety.envelope import room_left
from firmware.safety.limits import Limits
from firmware.safety.ticks import elapsed_ms

CREEP_CDPS = 130  # head-up without a trusted angle: 1 deg/s and three deviations of the position sensor's noise
CREEP_PERMILLE = 800
PROBE_PERMILLE = 100  # head-up at upright, to try the current sense: less than the screw's own friction holds
MAD_CDPS = 1000  # twice what full drive makes: a gyro that reads more is not believed
PROMPT_MS = 30000  # a person below level who has pressed nothing for so long is asked by the buzzer
STOP_HOLD_MS = 60000  # for longer no STOP, however often it opens, holds the way up of a person who presses nothing
CREEP_WAIT_MS = 10000  # nobody presses UP: the person may have fainted, so creep without being asked
HALT_WAIT_MS = 30000  # longer where something may be caught

NO_FAULT = bytes(faults.COUNT)


class Supervisor:
    """step() once per tick; nothing else lets the motor turn. Locked until limits.load(), which only rest allows."""

    def __init__(self, verdict):
        self.verdict = verdict
        self.limits = Limits()
        self.checks = Checks()
        self._up_was = True  # an UP that is down at boot is no press
        self._held = self._creeping = False
        self._held_ms = self._trusted_ms = self._creep_cdps = 0

    def step(self, now_ms, obs, request):
        """Judge one tick at now_ms; rewrites and returns the verdict."""
        verdict = self.verdict
        checks = self.checks
        pressed = obs.up and not self._up_was
        self._up_was = obs.up
        passed_ms = checks.look(now_ms, obs, self.limits, verdict.contactor, request)
        if obs.at_upright:
            checks.clear(now_ms, pressed)
        self._hold_on_stop(obs, pressed, passed_ms)
        self._respond(verdict)
        response = verdict.response
        self._choose_creep(now_ms, obs, pressed, response)
        verdict.drive_permille = self._allow(obs, request.drive_permille, response)
        verdict.contactor = request.contactor and response != faults.CUT
        trouble = response > faults.REFUSE and (response == faults.CUT or not obs.at_upright)
        verdict.alarm = trouble or elapsed_ms(now_ms, checks.since_ms[faults.SILENT]) > PROMPT_MS
        verdict.held = self._held
        checks.follow(now_ms, obs, verdict.drive_permille)
        verdict.step_ms = now_ms
        return verdict

    def _hold_on_stop(self, obs, pressed, passed_ms):
        """STOP stops all motion until a new press. It never disables UP, and whoever presses nothing still comes up."""
        checks = self.checks
        # Since the first hold after the last change of a button: a wire that opens again and again gets no more.
        if self._held or self._held_ms:
            self._held_ms = 0 if checks.answered else min(COUNT_MOST, self._held_ms + passed_ms)
        spent = checks.active[faults.SILENT] and self._held_ms > STOP_HOLD_MS
        released = self.verdict.response < faults.RETURN and not (obs.stop or obs.down or obs.up)
        ended = pressed or released or (obs.up and checks.active[faults.STOP_LOOP])
        self._held = not spent and (checks.stop_pressed or (self._held and not ended))

    def _respond(self, verdict):
        worst = 0
        active = self.checks.active
        if active != NO_FAULT:
            for code in range(faults.COUNT):
                if active[code] and faults.RESPONSE[code] > faults.RESPONSE[worst]:
                    worst = code
        verdict.fault = worst
        verdict.response = faults.RESPONSE[worst]

    def _choose_creep(self, now_ms, obs, pressed, response):
        """Without a trusted angle: up to level on a press of UP or unasked, on to upright only while UP is held."""
        blind = self.checks.blind
        # Where the two senses differ, the one that says lower and the one that says faster are believed.
        below = (obs.pos_ok and obs.pos_cdeg > 0) or (not blind and obs.inv_cdeg > 0)
        mad = obs.rate_cdps < -MAD_CDPS
        self._creep_cdps = obs.pos_rate_cdps if blind or mad else min(obs.pos_rate_cdps, obs.rate_cdps)
        wait_ms = HALT_WAIT_MS if response == faults.HALT else CREEP_WAIT_MS
        if response != faults.HALT and response != faults.CREEP_UP:
            self._trusted_ms = now_ms
            self._creeping = False
        elif not below:
            self._creeping = obs.up
        elif pressed or elapsed_ms(now_ms, self._trusted_ms) > wait_ms:
            self._creeping = True

    def _allow(self, obs, drive_permille, response):
        """The drive that may be applied: the request, less of it, or none."""
        if response == faults.CUT or self._held:
            return 0
        if drive_permille > 0:
            return drive_permille if self._may_go_down(obs, response) else 0
        if obs.at_upright:
            return max(drive_permille, -PROBE_PERMILLE)
        if response == faults.HALT or response == faults.CREEP_UP:
            if not self._creeping or self._creep_cdps < -CREEP_CDPS:
                return 0
            return max(drive_permille, -CREEP_PERMILLE)
        return drive_permille

    def _may_go_down(self, obs, response):
        if response != faults.NONE or obs.stop or obs.up or not obs.down:
            return False
        return self.limits.limit_cdeg > 0 and obs.locks_closed and room_left(self.limits.limit_cdeg, obs)
