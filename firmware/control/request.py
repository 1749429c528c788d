"""From what the session wants to the request that the core judges, by the sense that may be trusted."""

from firmware import states
from firmware.control.bridge_check import BridgeCheck
from firmware.control.motion import Motion
from firmware.safety import faults
from firmware.safety.core import MAD_CDPS
from firmware.tick_data import Request

# The position sensor's rate follows 0.4 s late: while the table brakes at 1.5 deg/s^2 it is 60 cdps too fast.
_LATE_CDPS = 80


class Requester:
    """make() once per tick, or fail() where control met an error; then `request` is that of this tick."""

    def __init__(self):
        self.request = Request()
        self._motion = Motion()
        self._check = BridgeCheck()

    def make(self, session, obs, last):
        """Ask for what `session` wants now; last: the core's verdict of the tick before."""
        request = self.request
        refused = request.drive_permille and not last.drive_permille
        request.failed = False
        request.contactor = session.contactor
        request.drive_permille = 0
        check = self._check
        if obs.at_upright and not session.contactor:
            check.begin()
        request.current_untrue = check.failed
        ready = session.cap_cdps and obs.supplied
        if refused or not ready:
            self._motion.stop()
        if not ready:
            return
        if obs.at_upright and not check.passed:
            request.drive_permille = check.step(obs)
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
        if gap_cdeg > 0:
            # A gyro that shows too little, or the other way, must not let the table go down faster and faster.
            rate_cdps = max(0, rate_cdps, obs.pos_rate_cdps - _LATE_CDPS if obs.pos_ok else 0)
        request.drive_permille = self._motion.drive(gap_cdeg, rate_cdps, session.cap_cdps, by_position)

    def fail(self):
        """There is no request: the core answers with the fault INTERNAL. The contactor stays as it was asked for."""
        self.request.drive_permille = 0
        self.request.failed = True
