"""The core as the proofs see it: any state, any input, and what one step makes of them."""

import functools

import z3

from tests.proof import domains
from tests.proof.invariants import INVARIANTS
from tests.proof.source import Program
from tests.proof.translator.machine import Machine
from tests.proof.translator.products import Products
from tests.proof.translator.state import State
from tests.proof.translator.values import Thing, choose, either, truth, unknown

CORE, RECORDS = "firmware.safety.core", "firmware.tick_data"


class View:
    """The fields of one thing in one state, by their own names; a list gives its places."""

    def __init__(self, state: State, thing: Thing):
        self._state, self._thing = state, thing

    def __getattr__(self, name):
        return self._seen(self._state.get(self._thing, name))

    def __getitem__(self, place):
        return self._seen(self._state.get(self._thing, place))

    def _seen(self, value):
        return View(self._state, value) if isinstance(value, Thing) else value


class Moment:
    """All that is remembered between two ticks."""

    def __init__(self, things: dict[str, Thing], state: State):
        self.state = state
        self.verdict, self.core, self.checks, self.limits = (
            View(state, things[name]) for name in ("verdict", "core", "checks", "limits")
        )


class Step:
    """One tick. before and after: the state; obs, request, now: what it was given. The rest is what is asked most."""

    def __init__(self, core: "Core", before: Moment, after: Moment, now):
        self.program = core.program
        self.before, self.after, self.now = before, after, now
        self.obs, self.request = (View(before.state, core.things[name]) for name in ("obs", "request"))
        self.drive = after.verdict.drive_permille
        self.asked = self.request.drive_permille
        self.response = after.verdict.response
        self.limit_cdeg = before.limits.limit_cdeg

    def stood(self, code: int):
        """Whether a fault was active before the step."""
        return truth(self.before.checks.active[code])

    def stands(self, code: int):
        """Whether a fault is active after it."""
        return truth(self.after.checks.active[code])

    def any_stands(self, codes):
        return functools.reduce(either, [self.stands(code) for code in codes], False)


class Core:
    """The objects of one program, and states and steps of them. One symbol for each field that is not known."""

    def __init__(self, program: Program):
        self.program = program
        self.machine = Machine(program)
        records, core = program.module(RECORDS), program.module(CORE)
        self._step = core.Supervisor.step
        self._state = State({}, {})
        verdict = self.machine.new(records.Verdict, [], self._state)
        supervisor = self.machine.new(core.Supervisor, [verdict], self._state)
        self.things = {
            "verdict": verdict,
            "core": supervisor,
            "limits": self._state.get(supervisor, "limits"),
            "checks": self._state.get(supervisor, "checks"),
            "obs": self.machine.new(records.Observation, [], self._state),
            "request": self.machine.new(records.Request, [], self._state),
        }
        self.at_start = Moment(self.things, self._state.copy())
        self.assumed: list = []  # that each symbol is within its domain
        self.symbols: dict = {}
        self.times: dict = {}  # of each step, by its label
        self.steps: list[Step] = []
        self.products = Products()  # of its terms
        self.parts: list = []  # of control, that a theorem is about
        self.sample = None  # of the table's motion, where it is about that

    def fields(self):
        """(name as in domains.py, place in a list or None, the State's key) of every field that holds a value."""
        for name, thing in self.things.items():
            for (number, field), value in list(self._state.heap.items()):
                if number != thing.number:
                    continue
                if not isinstance(value, Thing):
                    yield f"{name}.{field}", None, (number, field)
                elif value not in self.things.values():
                    for place in range(self._state.get(value, "len")):
                        yield f"{name}.{field}", place, (value.number, place)

    def anything(self, state: State, wanted, label: str = "") -> State:
        """The state with a fresh symbol in every field of `wanted`, a dict of domains."""
        state = state.copy()
        for name, place, key in self.fields():
            if name in wanted:
                full = name + ("" if place is None else f".{place}") + label
                state.heap[key] = self._symbol(full, wanted[name], isinstance(state.heap[key], bool | z3.BoolRef))
        return state

    def any_moment(self) -> Moment:
        """Whatever may be remembered."""
        return Moment(self.things, self.anything(self._state, domains.KEPT))

    def kept(self) -> Moment:
        """Whatever may be remembered, and that the invariants hold of it."""
        moment = self.any_moment()
        self.assumed += [invariant(moment) for invariant in INVARIANTS]
        return moment

    def with_fields(self, moment: Moment, **values) -> Moment:
        """The same moment but for these fields, `thing__field`: values; a list's place is `thing__field__place`."""
        state = moment.state.copy()
        for name, value in values.items():
            thing, field, *place = name.split("__")
            key = (self.things[thing].number, field)
            if place:
                key = (state.heap[key].number, int(place[0]))
            state.heap[key] = value
        return Moment(self.things, state)

    def step(self, before: Moment, label: str = "", now=None, given: State | None = None) -> Step:
        """What one tick makes of it, with any input; `given`: with the input of that state instead."""
        if given is None:
            state = self.anything(before.state, domains.GIVEN, label)
        else:
            state = before.state.copy()
            state.heap.update({key: given.heap[key] for name, _, key in self.fields() if name in domains.GIVEN})
        if now is None:
            now = self._symbol("now_ms" + label, domains.TICKS, False)
        self.times[label] = now
        after = state.copy()
        arguments = [self.things["core"], now, self.things["obs"], self.things["request"]]
        self.machine.call(self._step, arguments, after)
        self.steps.append(Step(self, Moment(self.things, state), Moment(self.things, after), now))
        return self.steps[-1]

    def _symbol(self, name: str, domain, as_truth: bool):
        if name in self.symbols:
            return self.symbols[name]
        self.symbols[name] = value = symbol(name, domain, as_truth, self.assumed)
        return value


def symbol(name: str, domain, as_truth: bool, assumed: list):
    """A value that is any of its domain. A few numbers become choices between truths: products stay linear."""
    if domain == domains.TRUTH and as_truth:
        return z3.Bool(name)
    if isinstance(domain, domains.OneOf):
        value = domain.values[-1]
        for number, one in enumerate(domain.values[:-1]):
            value = choose(z3.Bool(f"{name} is {one}" if number or len(domain.values) > 2 else name), one, value)
        return value
    value = z3.Int(name)
    assumed += [value >= domain.low, value <= domain.high]
    return value


@functools.cache
def any_step(program: Program) -> tuple[Core, Step]:
    """The step that single-step theorems are about: from any state, with any input."""
    core = Core(program)
    assert {name for name, _, _ in core.fields()} == {*domains.GIVEN, *domains.KEPT}, "a field without a domain"
    return core, core.step(core.kept())


def within(value, domain):
    """Whether a value is of its domain."""
    if isinstance(domain, domains.OneOf):
        if isinstance(value, bool | z3.BoolRef):
            return True
        return functools.reduce(either, [value == one for one in domain.values])
    return z3.And(value >= domain.low, value <= domain.high) if unknown(value) else domain.low <= value <= domain.high
