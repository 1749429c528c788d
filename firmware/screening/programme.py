"""Whether an intermittent session fits the time head-down and the motor's need of rest, by an estimate of its motions.

The rates are those that control asks for (docs/sources.md#rates), the motor's budget is the core's
(docs/sources.md#the-motors-rest).
"""

INVERT_CDPS = 200
RETURN_CDPS = 300
RAMP_MS = 1500  # what starting, braking and the last degree add to a way
UPRIGHT_CDEG = -7000
DUTY_MS = 240000
REST_PER_RUN = 9
WAY_UP_MS_PER_CDEG = 5

WORDS = {
    "PROGRAMME_TIME": "The programme takes about %d s head-down, and %d s are allowed: reduce down_s or times.",
    "PROGRAMME_MOTOR": "Reduce times or increase level_s: the motor would have to rest while the person is head-down.",
}


def against(found, limit_cdeg, session_s):
    """What speaks against programme `found` (down_s, level_s, times) up to limit_cdeg: every reason."""
    below_ms, rested = _estimate(found["down_s"] * 1000, found["level_s"] * 1000, found["times"], limit_cdeg)
    why: list = []
    if below_ms > session_s * 1000:
        why.append(("PROGRAMME_TIME", (WORDS["PROGRAMME_TIME"], below_ms // 1000, session_s), ""))
    if not rested:
        why.append(("PROGRAMME_MOTOR", WORDS["PROGRAMME_MOTOR"], ""))
    return why


def _estimate(down_ms, level_ms, times, limit_cdeg):
    """(time below level, whether at the limit the motor is always left one and a half times the way up)."""
    down_way_ms, up_way_ms = _way_ms(limit_cdeg, INVERT_CDPS), _way_ms(limit_cdeg, RETURN_CDPS)
    needed_ms = (limit_cdeg - UPRIGHT_CDEG) * WAY_UP_MS_PER_CDEG * 3 // 2
    first_ms = _way_ms(-UPRIGHT_CDEG, INVERT_CDPS) + down_way_ms
    # Rest that is longer than the motor ran is not saved up: then the first descent is the one that counts.
    each_ms = max(0, down_way_ms + up_way_ms - (down_ms + level_ms) // REST_PER_RUN)
    rested = first_ms + each_ms * (times - 1) + needed_ms <= DUTY_MS
    return times * (down_ms + down_way_ms + up_way_ms), rested


def _way_ms(way_cdeg, rate_cdps):
    return way_cdeg * 1000 // rate_cdps + RAMP_MS
