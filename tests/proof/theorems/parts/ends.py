"""Both ends of the line: when a held DOWN counts, and that the gate writes what the core allowed and nothing else."""

import z3

from tests.proof.domains import TRUTH, Whole
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, choose, if_then, is_not
from tests.proof.theorems.parts.control import _BUTTONS, BUTTONS
from tests.proof.theorems.parts.part import Part
from tests.proof.translator.state import State
from tests.proof.translator.values import Foreign, Thing, truth

GATE = "firmware/control/gate.py"
_DOWN, _UP = 4, 8  # of the bits
KNOCK_TICKS = 20


class _Pressed(Part):
    """Buttons in any state, one update with any bits; and as they are at a start."""

    def __init__(self, core):
        super().__init__(core)
        self.make("buttons", "firmware.control.buttons", "Buttons", _BUTTONS)
        self.bits = self.value("bits", Whole(0, 4095))
        _, after = self.call("buttons", "update", self.bits)
        self.was, self.left = self.seen("buttons"), after("buttons")
        self.down = self.bits / _DOWN % 2 == 1
        self.start = State({}, {})
        self.new = self.machine.new(core.program.module("firmware.control.buttons").Buttons, [], self.start)


@theorem(
    mistake("40 ms are enough", BUTTONS, "_KNOCK_TICKS = 20", "_KNOCK_TICKS = 2"),
    mistake("presses add up", BUTTONS, "if down and not self._ignored else 0", "if down else self._held_ticks"),
    mistake("a press counts at once", BUTTONS, "self.down = counts", "self.down = down and not self._ignored"),
    about=PART,
)
def a_knock_on_down_counts_for_nothing(core):
    """DOWN counts only in one piece and only past {buttons._KNOCK_TICKS}: by induction, kept beside the core is for how
    many ticks it has been pressed in a row. It is zero at a start."""
    one = _Pressed(core)
    ticks = z3.Int("DOWN pressed for ticks")
    now = choose(one.down, ticks + 1, 0)
    held = one.left._held_ticks
    known = all_of(ticks >= 0, one.was._held_ticks <= ticks)
    counts = if_then(one.left.down, now > KNOCK_TICKS)
    return [one.start.get(one.new, "_held_ticks") == 0, if_then(known, all_of(held <= now, counts)),
            if_then(one.left.down_pressed, one.down)]  # fmt: skip


@theorem(
    mistake(
        "it counts from the start",
        BUTTONS,
        "        self._up_was = True\n        self._ignored = True",
        "        self._up_was = True\n        self._ignored = False",
    ),
    mistake(
        "an UP lets it count",
        BUTTONS,
        "        elif not down:\n",
        "        elif not down or self._up_was:\n",
    ),
    about=PART,
)
def a_down_at_a_start_counts_for_nothing(core):
    """A DOWN that is pressed at a start, was pressed together with UP, or is to be ignored, does not count and is
    no press until it has been let go; nor does an UP that is down at a start."""
    one = _Pressed(core)
    start = one.start
    begins = all_of(start.get(one.new, "_ignored"), is_not(start.get(one.new, "down")), start.get(one.new, "_up_was"))
    still = all_of(one.left._ignored, is_not(one.left.down), is_not(one.left.down_pressed))
    up = if_then(one.was._up_was, is_not(one.left.up_pressed))
    return [begins, if_then(all_of(one.was._ignored, one.down), still), up]


def _writes(field):
    """An output that keeps what was written to it, and what the drive was then."""

    def rule(_machine, state, arguments):
        outputs, value = arguments
        state.set(outputs, f"{field} put out", value)
        state.set(outputs, f"drive when {field}", state.get(outputs, "drive put out"))

    return Foreign(rule)


def _kicked(_machine, state, arguments):
    state.set(arguments[0], "kicks", state.get(arguments[0], "kicks") + 1)


@theorem(
    mistake(
        "the drive goes out half as strong",
        GATE,
        "outputs.drive(verdict.drive_permille)",
        "outputs.drive(verdict.drive_permille // 2)",
    ),
    mistake(
        "an open contactor stays",
        GATE,
        "if verdict.contactor != self._contactor:",
        "if verdict.contactor and not self._contactor:",
    ),
    mistake(
        "the contactor opens under the old drive",
        GATE,
        "        outputs.drive(verdict.drive_permille)\n        if verdict.contactor != self._contactor:\n"
        "            self._contactor = verdict.contactor\n            outputs.contactor(self._contactor)\n",
        "        if verdict.contactor != self._contactor:\n"
        "            self._contactor = verdict.contactor\n            outputs.contactor(self._contactor)\n"
        "        outputs.drive(verdict.drive_permille)\n",
    ),
    mistake(
        "without a drive nothing is kicked",
        GATE,
        "        outputs.kick()",
        "        if verdict.drive_permille:\n            outputs.kick()",
    ),
    about=PART,
)
def the_gate_writes_what_the_core_allowed(core):
    """The gate puts out the drive of the verdict that it is given, and contactor and buzzer as it says: the drive
    first, so that no contactor opens under an old one; and it renews the motor's permission once in each tick."""
    part = Part(core)
    part.played = False  # its outputs are no objects of the program
    methods = {name: _writes(name) for name in ("drive", "contactor", "buzzer")}
    outputs = Thing(type("Outputs", (), {**methods, "kick": Foreign(_kicked)}))
    gate = part.make("gate", "firmware.control.gate", "Gate", {"_contactor": TRUTH, "_buzzer": TRUTH})
    part.state.set(gate, "_outputs", outputs)
    was = part.seen("gate")
    # What the gate remembers is what it put out; both begin open and silent.
    put_out = (part.value("drive before", Whole(-1000, 1000)), was._contactor, was._buzzer)
    for name, value in zip(methods, put_out, strict=True):
        part.state.set(outputs, f"{name} put out", value)
        part.state.set(outputs, f"drive when {name}", put_out[0])
    part.state.set(outputs, "kicks", 0)
    given = {"drive_permille": Whole(-1000, 1000), "contactor": TRUTH, "alarm": TRUTH}
    verdict = part.make("verdict", "firmware.tick_data", "Verdict", given)
    _, after = part.call("gate", "apply", verdict)
    said, heap = part.seen("verdict"), part.calls[-1].after
    written = [heap.get(outputs, f"{name} put out") for name in methods]
    as_said = all_of(written[0] == said.drive_permille, truth(written[1]) == truth(said.contactor),
                     truth(written[2]) == truth(said.alarm))  # fmt: skip
    changed = truth(said.contactor) != truth(was._contactor)
    first = if_then(changed, heap.get(outputs, "drive when contactor") == said.drive_permille)
    left = after("gate")
    kept = all_of(truth(left._contactor) == truth(said.contactor), truth(left._buzzer) == truth(said.alarm))
    return [as_said, first, kept, heap.get(outputs, "kicks") == 1]
