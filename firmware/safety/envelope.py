"""How much room stopping needs: the arithmetic that makes a limit hold before it is crossed."""

# Deceleration that control promises (docs/sources.md#rates). The screw brakes far harder when drive is zero.
DECEL_CDPS2 = 200
# One tick until the drive is written, one until the motor obeys, and the longest collection (30 ms).
LATENCY_MS = 70
# What the position sensor may read past the limit: its linearity, so that a tilt that reads low costs no whole degree.
POSITION_SLACK_CDEG = 50


def stopping_cdeg(rate_cdps):
    """Centidegrees still travelled when braking starts now at rate_cdps (to 2000, head-down); 0 for head-up rates."""
    rate_cdps = max(0, rate_cdps)
    return rate_cdps * rate_cdps // (2 * DECEL_CDPS2) + rate_cdps * LATENCY_MS // 1000


def room_left(limit_cdeg, obs):
    """True while head-down motion may go on: both senses stop short of limit_cdeg."""
    ahead_cdeg = stopping_cdeg(obs.rate_cdps)
    return obs.inv_cdeg + ahead_cdeg < limit_cdeg and obs.pos_cdeg + ahead_cdeg < limit_cdeg + POSITION_SLACK_CDEG
