"""Runs on MicroPython: one step of the core for each line of numbers, and the numbers that it leaves.

First line: the fields by name, those that are truths with a `?` behind. Then lines of the time and a value for each.
"""

import sys

from firmware.safety.core import Supervisor
from firmware.tick_data import Observation, Request, Verdict

fields = [word.split(".") for word in sys.stdin.readline().split()]
supervisor = Supervisor(Verdict())
things = {
    "verdict": supervisor.verdict,
    "core": supervisor,
    "limits": supervisor.limits,
    "checks": supervisor.checks,
    "obs": Observation(),
    "request": Request(),
}
while True:
    line = sys.stdin.readline()
    if not line.strip():
        break
    numbers = [int(word) for word in line.split()]
    for place, field in enumerate(fields):
        value = numbers[place + 1]
        name = field[1].rstrip("?")
        if len(field) > 2:
            getattr(things[field[0]], name)[int(field[2])] = value
        else:
            setattr(things[field[0]], name, value != 0 if field[1] != name else value)
    supervisor.step(numbers[0], things["obs"], things["request"])
    left = []
    for field in fields:
        value = getattr(things[field[0]], field[1].rstrip("?"))
        left.append(str(int(value[int(field[2])] if len(field) > 2 else value)))
    sys.stdout.write(" ".join(left) + "\n")
