"""For each fault: its cause raises it once it has lasted, and nothing else does."""

from firmware.safety import faults
from tests.proof import causes
from tests.proof.registry import CHECKS, FAULTS, LIMITS, Mistake, add, mistake

# What each fault is raised for, in words, and mistakes of it.
ROWS: tuple[tuple[int, str, tuple[Mistake, ...]], ...] = (
    (faults.IMU_STALE, "no new sample of the tilt sensor",
     (mistake("a sample counts for two ticks", CHECKS, "obs.imu_ms != now_ms",
              "elapsed_ms(now_ms, obs.imu_ms) > 20"),)),
    (faults.IMU_FROZEN, "{safety.FROZEN_READS} new samples with the same values",
     (mistake("a hundred of them", CHECKS, "FROZEN_READS = 20", "FROZEN_READS = 100"),)),
    (faults.IMU_IMPLAUSIBLE, "an acceleration below {safety.ACCEL_MIN_MG2} or above {safety.ACCEL_MAX_MG2}",
     (mistake("one axis is left out", CHECKS, " + accel[2] * accel[2]", ""),
      mistake("for three seconds", FAULTS, '"IMU_IMPLAUSIBLE", CREEP_UP, 300', '"IMU_IMPLAUSIBLE", CREEP_UP, 3000'))),
    (faults.MISMOUNTED, "a tilt more than {safety.MOUNT_CDEG} from the pose of a closed upright or level switch",
     (mistake("only to one side", CHECKS, "not -MOUNT_CDEG <= obs.inv_cdeg - pose_cdeg <= MOUNT_CDEG",
              "obs.inv_cdeg - pose_cdeg > MOUNT_CDEG"),)),
    (faults.SENSES_DISAGREE, "two senses more than {safety.DISAGREE_CDEG}, or {safety.DISAGREE_CDPS}, apart",
     (mistake("the rates may differ", CHECKS, "        apart = apart or not -DISAGREE_CDPS <= obs.rate_cdps - "
              "obs.pos_rate_cdps <= DISAGREE_CDPS\n", ""),)),
    (faults.POSITION_LOST, "a position sensor that is not in order",
     (mistake("only where the tilt sensor is lost too", CHECKS, "faults.POSITION_LOST, not obs.pos_ok",
              "faults.POSITION_LOST, self.blind and not obs.pos_ok"),)),
    (faults.OVER_LIMIT,
     "an angle past the limit by more than {safety.TRIP_CDEG} of tilt, or {safety.POSITION_TRIP_CDEG} of position",
     (mistake("the position sensor is not asked", CHECKS, "        past = past or (obs.pos_ok and obs.pos_cdeg > "
              "limits.limit_cdeg + POSITION_TRIP_CDEG)\n", ""),
      mistake("it is never asked again", CHECKS, "past and not self._recovering", "past and self._rested"))),
    (faults.UNCOMMANDED, "a current at rest away from upright",
     (mistake("ten times the current", CHECKS, "IDLE_MA = 300", "IDLE_MA = 3000"),)),
    (faults.WRONG_WAY, "motion against the drive by both senses",
     (mistake("with the drive", CHECKS, "back_cdeg < -BACKWARDS_CDEG", "back_cdeg > BACKWARDS_CDEG"),
      mistake("one sense is enough", CHECKS, "back_cdeg = max(pos_cdeg * sign, inv_cdeg * sign)",
              "back_cdeg = min(pos_cdeg * sign, inv_cdeg * sign)"))),
    (faults.STALL, "strong drive without progress for more than {safety.STALL_MS}",
     (mistake("ten seconds", CHECKS, "STALL_MS = 1000", "STALL_MS = 10000"),)),
    (faults.ANKLE_OPEN, "an ankle lock that has been open for too long",
     (mistake("a second", CHECKS, "LOCK_MS = 60", "LOCK_MS = 1000"),)),
    (faults.SESSION_TIME, "a time below level that is longer than the session's",
     (mistake("compared with the limit", CHECKS, "self._below_ms > limits.session_ms",
              "self._below_ms > limits.limit_cdeg"),)),
    (faults.LIMITS_CORRUPT, "a limit or a session time that no longer fits its complement",
     (mistake("both at once", LIMITS, "!= MASK or self", "!= MASK and self"),)),
    (faults.OVERSPEED,
     "a rate above {safety.DOWN_MOST_CDPS} head-down or {safety.UP_MOST_CDPS} head-up, by both senses or the one left,",
     (mistake("faster", CHECKS, "DOWN_MOST_CDPS = 300", "DOWN_MOST_CDPS = 600"),
      mistake("one sense is enough", CHECKS, "max(inv_cdps, pos_cdps) < -UP_MOST_CDPS",
              "min(inv_cdps, pos_cdps) < -UP_MOST_CDPS"))),
    (faults.OBSTRUCTED, "a current above {safety.CAUGHT_MA} while the drive is head-down",
     (mistake("head-up too", CHECKS, "caught and sign > 0", "caught"),)),
    (faults.BLOCKED, "a current above {safety.CAUGHT_MA} while the drive is head-up",
     (mistake("20 A", CHECKS, "CAUGHT_MA = 6000", "CAUGHT_MA = 20000"),)),
    (faults.TIPPED, "gravity to one side by more than {safety.ROLL_MG} at upright",
     (mistake("only to one side", CHECKS, "not -ROLL_MG <= accel[1] <= ROLL_MG", "accel[1] > ROLL_MG"),)),
    (faults.CONTACTOR, "a contactor that is not as it was commanded",
     (mistake("only one that is welded", CHECKS, "obs.contactor_closed != contactor",
              "obs.contactor_closed and not contactor"),)),
    (faults.MAINS_LOST, "mains that is off",
     (mistake("only below level", CHECKS, "not obs.mains", "not obs.mains and obs.inv_cdeg > 0"),)),
    (faults.BATTERY_LOW, "a battery below {safety.BATTERY_MV}",
     (mistake("12 V", CHECKS, "BATTERY_MV = 22000", "BATTERY_MV = 12000"),)),
    (faults.RECOVERED, "a start away from upright",
     (mistake("it ends at level", CHECKS, "self._recovering and not obs.at_upright",
              "self._recovering and not obs.at_level"),)),
    (faults.BUTTON_STUCK, "a button that is down at upright",
     (mistake("UP is left out", CHECKS, "(obs.down or obs.up) and obs.at_upright", "obs.down and obs.at_upright"),)),
    (faults.STOP_LOOP, "a STOP loop that is shorted, or opens again and again",
     (mistake("a short is forgotten", CHECKS, "obs.stop_short or self._edges", "self._edges"),)),
    (faults.OVERRUN, "a gap of more than {safety.GAP_MOST_MS} between two ticks, but for upright and idle",
     (mistake("only with the contactor closed", CHECKS, "late and (contactor or not obs.at_upright)",
              "late and contactor"),)),
    (faults.DUTY, "less motor time left than one and a half times the way home",
     (mistake("once the way home", CHECKS, "left_ms < way_up_ms + way_up_ms // 2", "left_ms < way_up_ms"),
      mistake("an hour of it", CHECKS, "DUTY_MS = 240000", "DUTY_MS = 3600000"))),
    (faults.SILENT, "a person below level who presses nothing",
     (mistake("OK held counts for ever", CHECKS, "awake = self.answered or", "awake = self.answered or obs.ok or"),
      mistake("only by the tilt sensor", CHECKS, "faults.SILENT, max(obs.inv_cdeg, obs.pos_cdeg) >",
              "faults.SILENT, obs.inv_cdeg >"))),
    (faults.INTERNAL, "an error in control",
     (mistake("away from upright only", CHECKS, "faults.INTERNAL, request.failed",
              "faults.INTERNAL, request.failed and not obs.at_upright"),)),
    (faults.UPRIGHT_SWITCH, "an upright switch that is open past upright",
     (mistake("the other way round", CHECKS, "obs.at_upright and not obs.upright_switch",
              "obs.upright_switch and not obs.at_upright"),)),
    (faults.SLIPPING, "motion by both senses while the drive is zero",
     (mistake("only head-down", CHECKS, " or max(pos_cdeg, inv_cdeg) < -SLIP_CDEG", ""),)),
    (faults.CURRENT_LOST, "motion with the drive and no current",
     (mistake("any motion", CHECKS, "led_cdps > MOVES_CDPS and obs.current_ma", "obs.current_ma"),)),
    (faults.CURRENT_SENSE, "a current at rest upright, or a current sense that fails its check",
     (mistake("the check is not asked", CHECKS, "(idle or current_untrue)", "idle"),)),
)  # fmt: skip


def _register(code: int, words: str, mistakes: tuple[Mistake, ...]) -> None:
    name = faults.FAULTS[code][faults.NAME].lower()
    lasts = f" for {{hold.{name.upper()}_MS}}" if faults.HOLD_MS[code] else ", in that very tick,"
    nothing = "" if code in causes.ONE_WAY else ", and nothing else does"
    add(
        f"raised_{name}",
        f"{words[0].upper()}{words[1:]}{lasts} raises {name.upper()}{nothing}.",
        lambda step: causes.raised(step, code),
        mistakes,
    )


for _row in ROWS:
    _register(*_row)
