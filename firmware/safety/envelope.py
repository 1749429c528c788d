"""How much room stopping needs: the arithmetic that makes a limit hold before it is crossed."""

# Deceleration that control promises (docs/sources.md#rates). The screw brakes far harder when drive is zero.
DECEL_CDPS2 = 200
# One tick until the drive is written, one until the motor obeys, and the longest collection (30 ms).
LATENCY_MS = 70
# By the position sensor's own rate: 60 ms that its place lags, the latency, and 30 ms of coasting.
UNSEEN_MS = 160


def stopping_cdeg(rate_cdps):
    """Centidegrees still travelled when braking starts now at rate_cdps (to 2000, head-down); 0 for head-up rates."""
    rate_cdps = max(0, rate_cdps)
    return rate_cdps * rate_cdps // (2 * DECEL_CDPS2) + rate_cdps * LATENCY_MS // 1000


def room_left(limit_cdeg, obs):
    """True while head-down motion may go on: both senses stop short of limit_cdeg."""
    ahead_cdeg = stopping_cdeg(obs.rate_cdps)
    # The gyro may show too little: then the position sensor has to stop the table alone, by what it sees itself.
    alone_cdeg = max(ahead_cdeg, obs.pos_rate_cdps * UNSEEN_MS // 1000)
    return obs.inv_cdeg + ahead_cdeg < limit_cdeg and obs.pos_cdeg + alone_cdeg < limit_cdeg
