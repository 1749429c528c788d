"""What is done in a tick's spare time: counting sessions, loading limits, and once a second calendar and screening."""

import gc

from firmware.safety.checks import BELOW_LEVEL_CDEG
from firmware.safety.ticks import elapsed_ms

_TIDY_MS = 1000
# Half of the time in which the heap fills on the way: it is swept before it is full, in a spare time of its own.
_SWEEP_MS = 20000
_SETTLED_MS = 30000  # running this long without a restart, the board is well


class Housekeeping:
    """count() first in the spare time of every tick, step() later in it. Flash is written only upright and idle."""

    def __init__(self, now_ms, obs, status, limits, session, tally, chosen, calendar, restarts):
        self._obs = obs
        self._status = status
        self._limits = limits
        self._session = session
        self._tally = tally
        self._chosen = chosen
        self._calendar = calendar
        self._restarts = restarts
        self._tidied_ms = self._swept_ms = self._began_ms = now_ms
        self._was_idle = False
        self._counting = False  # a session has begun, and has not been counted
        self._load_limits()

    def count(self, now_ms):
        """The beginning of a session, and its end at rest."""
        tally = self._tally
        if not tally.away:
            return
        chosen = self._chosen
        if not self._counting:
            self._counting = True
            chosen.begin()
        if self._status.upright_idle:
            self._calendar.note(now_ms)
            self._screen(now_ms)
            chosen.end(tally.tolerated(chosen.tolerated_ms))
            tally.close()
            self._counting = False

    def step(self, now_ms):
        """Load what was confirmed since the last step, and once a second look after the rest."""
        if self._chosen.changed != self._loaded:
            self._load_limits()
        if elapsed_ms(now_ms, self._tidied_ms) >= _TIDY_MS:
            self._tidied_ms = now_ms
            self._tidy(now_ms)

    def sweep(self, now_ms):
        """Away from rest, collect the heap now and then; True when that was done: it is enough for one period."""
        if self._status.upright_idle or 0 <= elapsed_ms(now_ms, self._swept_ms) < _SWEEP_MS:
            return False
        self._swept_ms = now_ms
        gc.collect()
        return True

    def busy(self):
        """Whether the table moves, or somebody is below level: nothing is taken from them there."""
        obs = self._obs
        return self._status.drive_permille != 0 or max(obs.inv_cdeg, obs.pos_cdeg) > BELOW_LEVEL_CDEG

    def _tidy(self, now_ms):
        """The calendar; upright and idle the screening result of the day, and after a session the heap."""
        idle = self._status.upright_idle
        if idle and not self._was_idle:
            gc.collect()
        self._was_idle = idle
        self._calendar.tend(now_ms, idle)
        if idle:
            self._screen(now_ms)
            if elapsed_ms(now_ms, self._began_ms) > _SETTLED_MS:
                self._restarts.clear()
        elif not self.busy() and self._calendar.today(now_ms) != self._chosen.day:
            self._chosen.expire()

    def _screen(self, now_ms):
        when = self._calendar.when(now_ms)
        self._chosen.rescreen(when.day, when.minutes, when)

    def _load_limits(self):
        """Put the confirmed limit in force, from the next tick on.

        A limit is raised upright and idle only. Elsewhere it may become less, down to where the table stands, so that
        nothing is past it; below level and in motion it waits. Damaged limits are not made whole: the next tick has to
        see them.
        """
        chosen = self._chosen
        limits = self._limits
        if self._status.upright_idle:
            limits.load(chosen.limit_cdeg, chosen.session_ms)
            self._session.follow(chosen.programme)
            self._tally.aim_at(chosen.goal_cdeg)
        elif self.busy() or limits.corrupt():
            return
        else:
            least_cdeg = max(chosen.limit_cdeg, self._obs.inv_cdeg, 0)
            limits.load(min(limits.limit_cdeg, least_cdeg), limits.session_ms)
        self._loaded = chosen.changed
