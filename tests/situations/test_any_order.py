"""Buttons, locks, power and at most one fault in any order: the invariants hold, and in the end the person is up.

Three orders here; `make fuzz` takes 100, and longer ones.
"""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import VOCABULARY
from tests.situations import phases
from tests.situations.stand import Stand

# Boot is a phase of its own in the matrix; here power goes and comes at any moment.
FAULTS = st.sampled_from([Fault(name, target) for target, name in sorted(VOCABULARY)])
BUTTONS = st.sampled_from(["down", "up", "ok", "stop"])
LOCKS = st.sampled_from(["lock_left", "lock_right"])


class AnyOrder(RuleBasedStateMachine):
    """One table on CPython, from some phase of a session on."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.stand = Stand("cpython", Path(self._folder.name))
        self.stand.rig.__enter__()
        self.rig = self.stand.rig

    @initialize(phase=st.sampled_from(phases.PHASES[1:]))
    def begin(self, phase):
        self.stand.set_up(phases.PROFILE, phases.LIMIT_DEG)
        phases.reach(self.stand, phase)

    @rule(button=BUTTONS, seconds=st.sampled_from([0.1, 0.5, 2.0]))
    def press(self, button, seconds):
        self.rig.press(button)
        self.rig.run(seconds)

    @rule(button=BUTTONS)
    def release(self, button):
        self.rig.release(button)
        self.rig.run(0.1)

    @rule(seconds=st.sampled_from([0.04, 1.0, 5.0, 20.0]))
    def wait(self, seconds):
        self.rig.run(seconds)

    @rule(lock=LOCKS, closed=st.booleans())
    def turn_lock(self, lock, closed):
        self.rig.set_switch(lock, closed)
        self.rig.run(0.2)

    @rule(seconds=st.sampled_from([0.1, 3.0]))
    def cut_power(self, seconds):
        self.rig.power_off()
        self.rig.run(seconds)
        self.rig.power_on()
        self.rig.run(0.5)

    @precondition(lambda self: not self.rig.hung)
    @rule(fault=FAULTS)
    def break_something(self, fault):
        self.rig.break_(fault)
        self.rig.run(0.5)

    @invariant()
    def nothing_is_violated(self):
        if hasattr(self.stand, "invariants"):
            assert not self.stand.invariants.violations, self.stand.invariants.violations

    def teardown(self):
        """In the end somebody lets go of everything, presses UP, and waits."""
        try:
            if hasattr(self.stand, "invariants"):
                self._bring_up()
        finally:
            self.rig.__exit__()
            self._folder.cleanup()

    def _bring_up(self):
        for button in ("down", "up", "ok", "stop"):
            self.rig.release(button)
        self.rig.run(0.5)
        if not self.stand.level():
            self.stand.invariants.home_by_s = self.stand.world.now_s + 90.0
            self.stand.tap("up")
            phases.until_calm(self.stand, self.stand.world.now_s + 92.0)
        self.nothing_is_violated()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=3, stateful_step_count=12, deadline=None, derandomize=True)
