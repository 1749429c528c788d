"""What a session was: how long the head was as low as the person's step goes, and whether anything cut it short."""

from firmware.safety import faults
from firmware.safety.checks import COUNT_MOST, GAP_MOST_MS
from firmware.safety.core import NO_FAULT
from firmware.safety.ticks import elapsed_ms

# "At" the step's angle: what keeps the table short of a limit, by either sense, and the tilt sensor's own error.
_SHORT_OF_GOAL_CDEG = 150


class Tally:
    """step() once per tick. away: the table has left upright, until close(). goal_cdeg: the angle of the step."""

    def __init__(self, now_ms):
        self.goal_cdeg = 0
        self.near_ms = 0
        self._last_ms = now_ms
        self.away = False
        self._cut_short = False
        self._prompted = False

    def aim_at(self, goal_cdeg):
        """Sessions are to reach this angle, 0 to 9000; 0: none counts."""
        self.goal_cdeg = goal_cdeg

    def tolerated(self, least_ms):
        """At the step's angle for at least so long, without STOP, without any fault that moves or holds a table, and
        with an answer to each prompt."""
        return not self._cut_short and self.goal_cdeg > 0 and self.near_ms >= least_ms

    def step(self, now_ms, obs, verdict, active):
        """Take one tick; active: the core's faults, whichever of them is shown."""
        passed_ms = max(0, min(GAP_MOST_MS, elapsed_ms(now_ms, self._last_ms)))
        self._last_ms = now_ms
        if obs.at_upright:
            return
        if not self.away:
            self.away = True
            self.near_ms = 0
            self._cut_short = self._prompted = False
        if obs.inv_cdeg >= self.goal_cdeg - _SHORT_OF_GOAL_CDEG:
            self.near_ms = min(COUNT_MOST, self.near_ms + passed_ms)
        moved = verdict.response > faults.REFUSE
        # A person who is brought up while the buzzer asks has not answered it.
        self._cut_short = self._cut_short or obs.stop or (moved and self._prompted) or _mishap(active)
        self._prompted = verdict.alarm and not moved

    def close(self):
        """The session was counted: the next one begins from nothing."""
        self.away = False


def _mishap(active):
    """Whether a fault moves or holds the table. The end of the session's own time does not count."""
    if active != NO_FAULT:
        for code in range(faults.COUNT):
            if active[code] and faults.RESPONSE[code] > faults.REFUSE and code != faults.SESSION_TIME:
                return True
    return False
