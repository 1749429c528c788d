"""A table that is well: what a counterexample is told against, and what a script of inputs leaves out."""

import functools

from firmware.safety.core import Supervisor
from tests.proof import domains
from tests.support.core.bench import Bench

NOW_MS = 100_000


def things(supervisor: Supervisor, obs: object, request: object) -> dict[str, object]:
    """The objects of a core by the names that domains.py uses."""
    return {
        "verdict": supervisor.verdict, "core": supervisor, "limits": supervisor.limits, "checks": supervisor.checks,
        "obs": obs, "request": request,
    }  # fmt: skip


def fields(of: dict[str, object]) -> dict[str, object]:
    """{name of a field, with the place in a list behind it: value} of these objects."""
    found: dict[str, object] = {}
    for name in (*domains.KEPT, *domains.GIVEN):
        thing, field = name.split(".")
        value = getattr(of[thing], field)
        if isinstance(value, list | bytearray):
            found.update({f"{name}.{place}": one for place, one in enumerate(value)})
        else:
            found[name] = value
    return found


def put(of: dict[str, object], name: str, value: object) -> None:
    """Set one field."""
    thing, field, *place = name.split(".")
    if place:
        getattr(of[thing], field)[int(place[0])] = value
    else:
        setattr(of[thing], field, value)


@functools.cache
def healthy() -> dict[str, object]:
    """10 degrees head-down on the way to a limit of 25, DOWN held; the next tick is that of NOW_MS."""
    bench = Bench(inv_cdeg=900, now_ms=NOW_MS - 6000)
    bench.tick(10)
    while bench.now_ms < NOW_MS:
        bench.drive(int(200 / 0.45) if bench.inv_cdeg < 1000 else 400)
    bench._sense()
    bench.obs.current_ma = 1500
    return fields(things(bench.supervisor, bench.obs, bench.request))
