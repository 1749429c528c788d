"""The checks: what an observation says of every fault, each in one line. What a fault means stands in faults.py."""

from firmware.safety import faults
from firmware.safety.ticks import elapsed_ms

UPRIGHT_CDEG, LEVEL_CDEG = -7000, 0
BELOW_LEVEL_CDEG = 100  # past this by either sense the head is below level: their error at rest and no more
TRIP_CDEG = 50  # past the limit by the tilt sensor: the overshoot that is promised, and no more
POSITION_TRIP_CDEG = 100  # past the limit by the position sensor, whose linearity costs another half degree
FROZEN_READS = 20  # at the datasheet's noise a live sensor does not repeat six axes 20 times
DISAGREE_CDEG = 500
DISAGREE_CDPS = 240  # over four deviations of the noise with which the position sensor is still believed
ACCEL_MIN_MG2 = 700 * 700  # people on a table stay within 0.7 to 1.3 g; outside it a reading is no tilt
ACCEL_MAX_MG2 = 1300 * 1300
MOUNT_CDEG = 500  # what the tilt sensor may differ from the two poses that the switches prove
ROLL_MG = 105  # 6 degrees of a floor that is not level
DOWN_MOST_CDPS = 300  # one and a half times the rates that control asks for
UP_MOST_CDPS = 450
STRONG_PERMILLE = 300  # a drive that must move any rated load
STALL_MS = 1000
PROGRESS_CDEG = 15  # above the position sensor's noise; the slowest approach makes 25 a second
SETTLE_MS = 140  # five time constants of the motor: after that a stopped table stands still
SLIP_CDEG = 60  # more than what noise and coasting make of a table that stands
BACKWARDS_CDEG = 50
IDLE_MA = 300  # a bridge that is off passes less
MOVES_CDPS = 50  # above the noise of both senses; screw and pivot alone then take 1 A of the motor
CAUGHT_MA = 6000  # twice what the heaviest rated person asks of the motor
GAP_MOST_MS = 60  # three periods: a collection takes one and a half
EDGES_MS = 18000  # each opening of the STOP loop counts for a third of it: more than three within some seconds
HELD_MS = 120000  # a held DOWN counts as a sign of life for so long
LOCK_MS = 60  # an ankle lock that is open for longer, in one piece or in many:
LOCK_MEMORY = 32  # 1 ms open is forgotten after 32 ms closed
BATTERY_MV = 22000  # below it the whole way up is not certain
# Motor on at most 4 minutes in 40, and never so long that 1.5 times the way up at 2 deg/s would not be left.
DUTY_MS = 240000
REST_PER_RUN = 9
WAY_UP_MS_PER_CDEG = 5
COUNT_MOST = 1 << 24  # where counters end, past all they are compared with: weeks go by in a Pico's small integers


class Checks:
    """look() once per tick; then active[code] is 1 for every fault that stands."""

    def __init__(self):
        self.active = bytearray(faults.COUNT)
        self.since_ms = [0] * faults.COUNT  # when its cause was last absent
        self._last_ms = -1
        self._accel_mg = [0, 0, 0]
        self._gyro_raw = [0, 0, 0]
        self._repeats = self._below_ms = self._keys = self._keys_ms = 0
        self._open_ms = self._edges = 0  # an ankle lock has been open, STOP has opened: less a part of the time since
        self.stop_pressed = False  # in this tick, by a loop that is whole
        self.answered = False  # a button changed in this tick
        self.blind = False  # the tilt sensor is lost
        self._stop_was = self._rested = self._recovering = False
        self._run_ms = 0  # motor time times REST_PER_RUN, less the rest since
        self._anchor_pos_cdeg = 0  # where the drive took its direction, or last made progress
        self._anchor_inv_cdeg = self._anchor_ms = self._anchor_sign = 0

    def look(self, now_ms, obs, limits, contactor, request):
        """Judge every fault; contactor: what was last commanded. Gives the time since the last look, as it counts."""
        if self._last_ms < 0:
            self._start(now_ms)
        passed_ms = elapsed_ms(now_ms, self._last_ms)
        late = not 0 <= passed_ms <= GAP_MOST_MS
        if late:
            self._anchor_ms = now_ms  # a leap of the clock counts neither as a stall nor as time that passed
            passed_ms = GAP_MOST_MS
        self._judge(now_ms, faults.OVERRUN, late and (contactor or not obs.at_upright))  # idle, things are stored
        self._judge(now_ms, faults.INTERNAL, request.failed)
        self._check_imu(now_ms, obs)
        self._check_limits(now_ms, obs, limits)
        self._check_drive(now_ms, obs, contactor, request.current_untrue)
        self._check_time(now_ms, obs, limits, passed_ms)
        self._check_stop(now_ms, obs, passed_ms)
        self._check_person(now_ms, obs, passed_ms)
        self._last_ms = now_ms
        return passed_ms

    def clear(self, now_ms, pressed):
        """Upright: faults whose cause is gone end, those to be acknowledged only on a press of UP."""
        for code in range(faults.COUNT):
            if self.since_ms[code] == now_ms:
                latch = faults.LATCH[code]
                if latch == faults.UPRIGHT or (latch == faults.ACK and pressed):
                    self.active[code] = 0

    def follow(self, now_ms, obs, drive_permille):
        """Remember where this drive began, or last made progress, for the next look at what it did."""
        sign = (drive_permille > 0) - (drive_permille < 0)
        seen_cdeg = max((obs.pos_cdeg - self._anchor_pos_cdeg) * sign, (obs.inv_cdeg - self._anchor_inv_cdeg) * sign)
        if sign != self._anchor_sign or seen_cdeg >= PROGRESS_CDEG:
            self._anchor_sign = sign
            self._anchor_ms = now_ms
            self._anchor(obs)
            self._rested = False
        elif sign == 0 and not self._rested:
            self._anchor(obs)
            self._rested = elapsed_ms(now_ms, self._anchor_ms) > SETTLE_MS
        elif -STRONG_PERMILLE < drive_permille < STRONG_PERMILLE:
            self._anchor_ms = now_ms

    def _anchor(self, obs):
        self._anchor_pos_cdeg = obs.pos_cdeg
        self._anchor_inv_cdeg = obs.inv_cdeg

    def _start(self, now_ms):
        """First look: every cause counts from now."""
        self.since_ms[:] = [now_ms] * faults.COUNT
        self._last_ms = self._anchor_ms = self._keys_ms = now_ms
        self._recovering = True

    def _judge(self, now_ms, code, cause):
        """Raise the fault once its cause has lasted; one that ends by itself ends with its cause."""
        if not cause:
            self.since_ms[code] = now_ms
            if faults.LATCH[code] == faults.SELF:
                self.active[code] = 0
        elif not faults.HOLD_MS[code] or elapsed_ms(now_ms, self.since_ms[code]) >= faults.HOLD_MS[code]:
            self.active[code] = 1

    def _check_imu(self, now_ms, obs):
        accel = obs.accel_mg
        gyro = obs.gyro_raw
        stale = obs.imu_ms != now_ms
        repeated = not stale
        for axis in range(3):
            if accel[axis] != self._accel_mg[axis] or gyro[axis] != self._gyro_raw[axis]:
                repeated = False
                self._accel_mg[axis] = accel[axis]
                self._gyro_raw[axis] = gyro[axis]
        self._repeats = min(COUNT_MOST, self._repeats + 1) if repeated else 0
        square_mg2 = accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2]
        self._judge(now_ms, faults.IMU_STALE, stale)
        self._judge(now_ms, faults.IMU_FROZEN, self._repeats >= FROZEN_READS)
        self._judge(now_ms, faults.IMU_IMPLAUSIBLE, not ACCEL_MIN_MG2 <= square_mg2 <= ACCEL_MAX_MG2)
        active = self.active
        self.blind = bool(active[faults.IMU_STALE] or active[faults.IMU_FROZEN] or active[faults.IMU_IMPLAUSIBLE])
        self._judge(now_ms, faults.TIPPED, obs.at_upright and not -ROLL_MG <= accel[1] <= ROLL_MG)

    def _check_limits(self, now_ms, obs, limits):
        """The second, independent look: where the table is, against where it may be and what else says so."""
        past = obs.inv_cdeg > limits.limit_cdeg + TRIP_CDEG
        past = past or (obs.pos_ok and obs.pos_cdeg > limits.limit_cdeg + POSITION_TRIP_CDEG)
        apart = not -DISAGREE_CDEG <= obs.inv_cdeg - obs.pos_cdeg <= DISAGREE_CDEG
        apart = apart or not -DISAGREE_CDPS <= obs.rate_cdps - obs.pos_rate_cdps <= DISAGREE_CDPS
        pose_cdeg = UPRIGHT_CDEG if obs.upright_switch else LEVEL_CDEG if obs.at_level else obs.inv_cdeg
        self._judge(now_ms, faults.LIMITS_CORRUPT, limits.corrupt())
        self._judge(now_ms, faults.OVER_LIMIT, past and not self._recovering)
        self._judge(now_ms, faults.POSITION_LOST, not obs.pos_ok)
        self._judge(now_ms, faults.SENSES_DISAGREE, apart and obs.pos_ok)
        self._judge(now_ms, faults.MISMOUNTED, not -MOUNT_CDEG <= obs.inv_cdeg - pose_cdeg <= MOUNT_CDEG)

    def _check_drive(self, now_ms, obs, contactor, current_untrue):
        """Motion must follow the drive that was last allowed: not more, not less, not the other way.

        Motion is what both senses saw: one of them that breaks must not cost a person the way up.
        """
        sign = self._anchor_sign
        waited_ms = elapsed_ms(now_ms, self._anchor_ms)
        pos_cdeg = obs.pos_cdeg - self._anchor_pos_cdeg
        inv_cdeg = obs.inv_cdeg - self._anchor_inv_cdeg
        moving = min(pos_cdeg, inv_cdeg) > SLIP_CDEG or max(pos_cdeg, inv_cdeg) < -SLIP_CDEG
        back_cdeg = max(pos_cdeg * sign, inv_cdeg * sign)
        caught = obs.current_ma > CAUGHT_MA
        idle = self._rested and obs.current_ma > IDLE_MA
        self._judge(now_ms, faults.UNCOMMANDED, idle and not obs.at_upright)
        self._judge(now_ms, faults.CURRENT_SENSE, obs.at_upright and (idle or current_untrue))
        self._judge(now_ms, faults.SLIPPING, self._rested and moving)
        self._judge(now_ms, faults.WRONG_WAY, back_cdeg < -BACKWARDS_CDEG)
        self._judge(now_ms, faults.STALL, waited_ms > STALL_MS)
        self._judge(now_ms, faults.OBSTRUCTED, caught and sign > 0)
        self._judge(now_ms, faults.BLOCKED, caught and sign < 0)
        led_cdps = min(obs.rate_cdps * sign, obs.pos_rate_cdps * sign)
        self._judge(now_ms, faults.CURRENT_LOST, led_cdps > MOVES_CDPS and obs.current_ma < IDLE_MA)
        inv_cdps = obs.pos_rate_cdps if self.blind else obs.rate_cdps
        pos_cdps = obs.pos_rate_cdps if obs.pos_ok else inv_cdps
        fast = max(inv_cdps, pos_cdps) < -UP_MOST_CDPS or min(inv_cdps, pos_cdps) > DOWN_MOST_CDPS
        self._judge(now_ms, faults.OVERSPEED, fast)
        self._judge(now_ms, faults.CONTACTOR, obs.contactor_closed != contactor)
        self._judge(now_ms, faults.MAINS_LOST, not obs.mains)
        self._judge(now_ms, faults.BATTERY_LOW, obs.battery_mv < BATTERY_MV)

    def _check_time(self, now_ms, obs, limits, passed_ms):
        """The times that run out: below level, and of the motor."""
        if max(obs.inv_cdeg, obs.pos_cdeg) > BELOW_LEVEL_CDEG:
            self._below_ms = min(COUNT_MOST, self._below_ms + passed_ms)
        elif obs.at_upright:
            self._below_ms = 0
        if self._anchor_sign:
            self._run_ms = min(COUNT_MOST, self._run_ms + passed_ms * REST_PER_RUN)
        else:
            self._run_ms = max(0, self._run_ms - passed_ms)
        way_up_ms = (obs.inv_cdeg - UPRIGHT_CDEG) * WAY_UP_MS_PER_CDEG
        left_ms = DUTY_MS - self._run_ms // REST_PER_RUN
        # After a start away from upright the table returns in any case: there is no session whose limits would count.
        self._judge(now_ms, faults.SESSION_TIME, self._below_ms > limits.session_ms and not self._recovering)
        self._judge(now_ms, faults.DUTY, left_ms < way_up_ms + way_up_ms // 2)

    def _check_stop(self, now_ms, obs, passed_ms):
        """A loop that opens again and again is a loose wire: it may stop head-down motion, but not the return."""
        edge = obs.stop and not self._stop_was
        self._stop_was = obs.stop
        self._edges = min(EDGES_MS * 4 // 3, max(0, self._edges + (EDGES_MS // 3 if edge else 0) - passed_ms))
        self._judge(now_ms, faults.STOP_LOOP, obs.stop_short or self._edges > EDGES_MS)
        self.stop_pressed = edge and not self.active[faults.STOP_LOOP]

    def _check_person(self, now_ms, obs, passed_ms):
        self.answered = obs.keys != self._keys
        self._keys = obs.keys
        self._keys_ms = now_ms if self.answered else self._keys_ms
        awake = self.answered or (obs.down and elapsed_ms(now_ms, self._keys_ms) < HELD_MS)
        drift_ms = -passed_ms if obs.locks_closed else passed_ms * LOCK_MEMORY
        self._open_ms = 0 if obs.at_upright else min(COUNT_MOST, max(0, self._open_ms + drift_ms))
        self._recovering = self._recovering and not obs.at_upright
        self._judge(now_ms, faults.RECOVERED, self._recovering)
        self._judge(now_ms, faults.ANKLE_OPEN, self._open_ms > LOCK_MS * LOCK_MEMORY)
        self._judge(now_ms, faults.BUTTON_STUCK, (obs.down or obs.up) and obs.at_upright)
        self._judge(now_ms, faults.SILENT, max(obs.inv_cdeg, obs.pos_cdeg) > BELOW_LEVEL_CDEG and not awake)
        self._judge(now_ms, faults.UPRIGHT_SWITCH, obs.at_upright and not obs.upright_switch)
