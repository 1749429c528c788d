"""Before each session the current sense is tried on a motor that does not turn: its zero, and the gain of each half.

Infineon's sheet lets a half bridge of the BTS 7960 give 200 uA without load, and a third to 1.6 times of what it is
typical for (rev 1.1, table in 4.4.6). A table that cannot tell a caught limb from an easy load is found out here.
"""

# The contactor's bounce, and the bridge's delays, are over in four ticks; four more are measured.
_SETTLING = 4
_MEASURED = 4
_TICKS = _SETTLING + _MEASURED
# An eighth of this drive's current moves no screw: two thirds of what its friction alone holds.
_TRIED_PERMILLE = 80
_PHASES = (0, _TRIED_PERMILLE, -_TRIED_PERMILLE)
# As the core has it: more than this at rest is no zero.
_ZERO_MOST_MA = 300
# A cold motor of 3 ohm on the supply that is measured. Read between 0.6 and 1.45 times that, 6 A are 4.1 to 10 A: more
# than the heaviest rated person asks for, and less than the motor can take.
_MOTOR_MOHM = 3000
_LEAST_PERCENT = 60
_MOST_PERCENT = 145


class BridgeCheck:
    """step() once per tick, upright, the motor supplied; passed and failed tell how it ended, begin() starts anew."""

    def __init__(self):
        self.begin()

    def begin(self):
        """The next step is the first."""
        self.passed = self.failed = False
        self._tick = 0
        self._sum_ma = 0
        self._zero_ma = 0

    def step(self, obs):
        """Take one tick's current; the drive to ask for, permille: 0 once it has ended."""
        if self.passed or self.failed:
            return 0
        phase = self._tick // _TICKS
        tick = self._tick - phase * _TICKS
        if tick >= _SETTLING:
            self._sum_ma += obs.current_ma
        self._tick += 1
        if tick == _TICKS - 1:
            self._judge(phase, self._sum_ma // _MEASURED, obs.supply_mv)
            self._sum_ma = 0
            phase += 1
        return _PHASES[phase] if phase < len(_PHASES) and not self.failed else 0

    def _judge(self, phase, current_ma, supply_mv):
        if phase == 0:
            self._zero_ma = current_ma
            self.failed = current_ma > _ZERO_MOST_MA
            return
        true_ma = supply_mv * _TRIED_PERMILLE // _MOTOR_MOHM
        percent = (current_ma - self._zero_ma) * 100 // max(1, true_ma)
        self.failed = not _LEAST_PERCENT <= percent <= _MOST_PERCENT
        self.passed = not self.failed and phase == len(_PHASES) - 1
