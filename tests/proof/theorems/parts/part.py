"""One part of control as the proofs see it: an object of one class with any number in each of its fields."""

from typing import NamedTuple

from tests.proof import domains
from tests.proof.core import View, symbol, within
from tests.proof.say import all_of, any_of, is_not
from tests.proof.translator.state import State
from tests.proof.translator.values import Thing


class Call(NamedTuple):
    """What a theorem is about: a method of an object, or a class or function by its path; and the state behind it."""

    thing: Thing | None
    of: str
    method: str
    arguments: tuple
    after: State


class Part:
    """make() objects, call() their methods, and ask within() which ranges they keep."""

    def __init__(self, core):
        self.core = core
        self.program, self.machine = core.program, core.machine
        self.state = State({}, {})
        self.made: dict[str, tuple[Thing, dict]] = {}
        self.calls: list[Call] = []
        self.played = True  # whether a counterexample may be run by Python
        core.parts.append(self)
        self._first = len(core.machine.numbers)
        self._given = 0

    def make(self, name: str, module: str, of: str, fields: dict) -> Thing:
        """An object of a class of the program, with any value of its domain in each of these fields."""
        thing = Thing(getattr(self.program.module(module), of))
        for field, domain in fields.items():
            self.state.set(thing, field, self.value(f"{name}.{field}", domain))
        self.made[name] = thing, fields
        return thing

    def value(self, name: str, domain):
        """Any value of a domain; a truth where it is one."""
        return symbol(name, domain, domain == domains.TRUTH, self.core.assumed)

    def fresh(self, domain):
        """Any value of a domain, and another one each time: what something outside the program gives."""
        self._given += 1
        return self.value(f"given {self._given}", domain)

    def seen(self, name: str) -> View:
        """The fields as they are before any call."""
        return View(self.state, self.made[name][0])

    def call(self, name: str, method: str, *arguments):
        """(what a method returns, a function that gives the fields of an object after it)."""
        thing = self.made[name][0]
        after = self.state.copy()
        value = self.machine.call(getattr(thing.of, method), [thing, *arguments], after)
        self.calls.append(Call(thing, "", method, arguments, after))
        return value, lambda of: View(after, self.made[of][0])

    def run(self, module: str, function: str, *arguments):
        """What a function gives."""
        after = self.state.copy()
        value = self.machine.call(getattr(self.program.module(module), function), list(arguments), after)
        self.calls.append(Call(None, f"{module}.{function}", "call", arguments, after))
        return value

    def keeps(self, after, name: str):
        """That an object's fields are within their domains after a call."""
        fields = self.made[name][1]
        return all_of(*(within(getattr(after(name), field), domain) for field, domain in fields.items()))

    def small(self) -> list:
        """That each number made since is one of a Pico's small integers, and each index and divisor in order."""
        low, high = domains.SMALL
        numbers = self.machine.numbers[self._first :]
        return [
            *(any_of(is_not(one.when), all_of(one.term >= low, one.term <= high)) for one in numbers),
            *(any_of(is_not(one.when), one.claim) for one in self.machine.needs),
        ]


def started(part: Part, module: str, of: str, fields: dict, *arguments):
    """That a new object of the class has its fields within their domains."""
    state = State({}, {})
    thing = part.machine.new(getattr(part.program.module(module), of), list(arguments), state)
    part.calls.append(Call(None, f"{module}.{of}", "new", arguments, state))
    seen = View(state, thing)
    return all_of(*(within(getattr(seen, field), domain) for field, domain in fields.items()))
