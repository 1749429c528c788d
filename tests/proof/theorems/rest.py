"""That a drive of zero comes to count as rest, and what is remembered of where the table stands."""

import z3

from firmware.safety import checks, faults
from tests.proof import causes
from tests.proof.registry import CHECKS, TICKS_ON, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms


def _zero_ms(step, kept_ms):
    """For how long the drive has been zero, in ticks that came on time: a late one begins anew."""
    gap_ms = passed_ms(step.now, step.before.checks._last_ms)
    anew = any_of(step.before.verdict.drive_permille != 0, causes.late(step), causes.first_look(step))
    return choose(anew, 0, kept_ms + gap_ms)


def _known(moment, at, zero_ms):
    """What is kept beside the core is what the core measures, as long as the table does not count as at rest."""
    measured = all_of(passed_ms(at, moment.checks._anchor_ms) == zero_ms, zero_ms <= checks.SETTLE_MS)
    still = all_of(moment.verdict.drive_permille == 0, is_not(moment.checks._rested))
    return all_of(zero_ms >= 0, if_then(still, measured))


@theorem(
    mistake("it takes ten times as long", CHECKS, "SETTLE_MS = 140", "SETTLE_MS = 1400"),
    mistake(
        "the wait begins anew with every tick",
        CHECKS,
        "            self._anchor(obs)\n            self._rested = elapsed",
        "            self._anchor_ms = now_ms\n            self._anchor(obs)\n            self._rested = elapsed",
    ),
    mistake(
        "a table that is seen to move does not come to rest",
        CHECKS,
        "elapsed_ms(now_ms, self._anchor_ms) > SETTLE_MS",
        "obs.rate_cdps == 0 and elapsed_ms(now_ms, self._anchor_ms) > SETTLE_MS",
    ),
    mistake(
        "rest is forgotten",
        CHECKS,
        "        elif sign == 0 and not self._rested:\n",
        "        elif sign == 0 and self._rested:\n            self._rested = False\n        elif sign == 0:\n",
    ),
    about=TICKS_ON,
)
def a_drive_of_zero_comes_to_rest(core):
    """Once the drive has been zero for more than {safety.SETTLE_MS} the table counts as at rest, whatever the sensors
    say and whatever faults stand, in ticks that come on time; a tick that is late begins the time anew. By induction,
    for as long as one likes: kept beside the core is the time for which the drive was zero."""
    before = core.kept()
    step = core.step(before)
    kept_ms = z3.Int("the drive was zero for ms")
    zero_ms = _zero_ms(step, kept_ms)
    known = _known(before, before.checks._last_ms, kept_ms)
    rests = if_then(all_of(step.drive == 0, zero_ms > checks.SETTLE_MS), step.after.checks._rested)
    # A table that has just been switched on has been known for no time.
    begun = if_then(causes.first_look(step), _known(step.after, step.now, 0))
    running = is_not(causes.first_look(step))
    return [begun, if_then(all_of(running, known), all_of(_known(step.after, step.now, zero_ms), rests))]


@theorem(
    mistake("where it stands is taken anew at rest", CHECKS, "elif sign == 0 and not self._rested:", "elif sign == 0:"),
    mistake(
        "a late tick takes it anew",
        CHECKS,
        "            self._anchor_ms = now_ms  # a leap",
        "            self._anchor(obs)\n            self._anchor_ms = now_ms  # a leap",
    ),
    mistake(
        "rest ends by itself",
        CHECKS,
        "        elif -STRONG_PERMILLE < drive_permille < STRONG_PERMILLE:\n            self._anchor_ms = now_ms",
        "        elif -STRONG_PERMILLE < drive_permille < STRONG_PERMILLE:\n            self._anchor_ms = now_ms\n"
        "            self._rested = self._rested and obs.current_ma < IDLE_MA",
    ),
)
def rest_lasts_until_a_drive(step):
    """A table at rest stays so until the drive is no longer zero, and what is remembered of where it came to rest
    stays as it was, by both senses: motion from there is judged however slow it is."""
    before, after = step.before.checks, step.after.checks
    kept = [getattr(after, name) == getattr(before, name) for name in ("_anchor_pos_cdeg", "_anchor_inv_cdeg")]
    return if_then(all_of(before._rested, step.drive == 0), all_of(after._rested, *kept))


@theorem(
    mistake(
        "only one sense is remembered",
        CHECKS,
        "        self._anchor_pos_cdeg = obs.pos_cdeg\n        self._anchor_inv_cdeg = obs.inv_cdeg\n",
        "        self._anchor_pos_cdeg = obs.pos_cdeg\n",
    ),
    mistake(
        "what coasts is taken for a slip",
        CHECKS,
        "            self._anchor(obs)\n            self._rested = elapsed",
        "            self._rested = elapsed",
    ),
)
def rest_begins_where_the_table_stands(step):
    """Up to the tick in which it comes to count as at rest, where the table stands is taken anew in each tick of
    zero drive, by both senses: what it coasts before is no slip."""
    before, after = step.before.checks, step.after.checks
    there = all_of(after._anchor_pos_cdeg == step.obs.pos_cdeg, after._anchor_inv_cdeg == step.obs.inv_cdeg)
    return if_then(all_of(is_not(before._rested), step.drive == 0), there)


@theorem(
    mistake(
        "a table that slips is given two seconds",
        CHECKS,
        "self._judge(now_ms, faults.SLIPPING, self._rested and",
        "self._judge(now_ms, faults.SLIPPING, self._below_ms > 2000 and self._rested and",
    ),
    mistake("six degrees", CHECKS, "SLIP_CDEG = 60", "SLIP_CDEG = 600"),
    about=TICKS_ON,
)
def what_slips_from_rest_is_judged(core):
    """From any state at rest: in each tick of zero drive in which both senses say that the table is more than
    {safety.SLIP_CDEG} from where it came to rest, the same way, the cause of SLIPPING is there; so is that of
    UNCOMMANDED or CURRENT_SENSE with more than {safety.IDLE_MA}."""
    before = core.kept()
    first = core.step(before, "@0")
    second = core.step(first.after, "@1")
    stands = before.checks
    # Where it came to rest, by the state two ticks ago.
    pos = second.obs.pos_cdeg - stands._anchor_pos_cdeg
    inv = second.obs.inv_cdeg - stands._anchor_inv_cdeg
    far = any_of(all_of(pos > 60, inv > 60), all_of(pos < -60, inv < -60))
    at_rest = all_of(stands._rested, first.drive == 0)

    def lasts(code):
        """A cause that is there does not set back the time from which its fault counts."""
        return second.after.checks.since_ms[code] == first.after.checks.since_ms[code]

    drawn = choose(second.obs.at_upright, lasts(faults.CURRENT_SENSE), lasts(faults.UNCOMMANDED))
    return [
        if_then(all_of(at_rest, far), lasts(faults.SLIPPING)),
        if_then(all_of(at_rest, second.obs.current_ma > 300), drawn),
    ]
