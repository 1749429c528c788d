"""A laptop that falls asleep, is unplugged, asks for nothing more while the table has much to tell it, or sends noise.

The loop never waits for it, and once it is back it is answered: docs/emulated.md has what was measured.
"""

from hal.world.faults.fault import parse
from hal.world.hooks import Undo
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, CONFIRMED, HEAD_DOWN, OFF, case
from tests.emulated.chip.timing import Periods
from tests.emulated.whole.session import ZERO_S, home, until_still
from tests.support.laptop import wire

_ANSWER_S = 2.0
_TICK_MS = 10.0
_WORK_MS = 30.0  # with a collection in it
_APART_MS = 40.0  # from feed to feed: the bridge's dead-man takes 50
_LONG_S = 10.0  # longer than the watchdog that is at work upright
_LEVEL_DEG = 2.0


def _sleep(bench: Bench) -> Undo:
    return bench.break_(parse("uart sleep"))


def _unplug(bench: Bench) -> Undo:
    return bench.break_(parse("uart unplug"))


def _stop_reading(bench: Bench) -> Undo:
    """The laptop is awake, and its program has the port open and takes nothing from it."""
    cable = bench.world.cable
    cable.reading = False
    return lambda: setattr(cable, "reading", True)


def _send_noise(bench: Bench) -> Undo:
    """More than the port takes in, dollars among it."""
    return bench.break_(parse("uart noise 200"))


def _ask_much(bench: Bench, answers: int = 4) -> None:
    """Telemetry is on, and the longest answers have been asked for; the first has begun to come."""
    for number in range(8000, 8000 + answers):
        bench.serial_in(wire.frame([("i", number), ("c", "profile.get"), ("who", "anna"), ("off", 0)]))
    bench.run(0.05)


def _answered_s(bench: Bench) -> float:
    """Seconds from now until a laptop that is back has its answer, finding the port included."""
    began_s = bench.now_s
    bench.run_until(lambda: bench.usb is not None and bench.usb.connected, _ANSWER_S)
    bench.laptop.ask("hello", p=1)
    took_s = bench.now_s - began_s
    assert took_s <= _ANSWER_S, f"answered after {took_s:.2f} s"
    return took_s


def _beat(bench: Bench, periods: Periods) -> str:
    """Its words, once no period was too long."""
    tick, work, apart = max(periods.tick_ms), max(periods.work_ms), max(periods.apart_ms)
    said = f"{len(periods.work_ms)} periods, worst tick {tick:.1f}, all work {work:.1f}, feed to feed {apart:.1f} ms"
    assert bench.boots == [1], f"restarted; {said}"
    assert tick <= _TICK_MS and work <= _WORK_MS and apart <= _APART_MS, said
    return said


def _goes_on(bench: Bench, seconds: float) -> None:
    """DOWN, which is held, moves the table for so long."""
    before_deg = bench.inv_deg
    bench.run(seconds)
    assert bench.boots == [1] and bench.inv_deg > before_deg + seconds, (bench.boots, bench.inv_deg)


def _stops_and_returns(bench: Bench) -> float:
    """STOP, and then the way up by UP; how long drive lasted after STOP."""
    assert bench.moves_by_motor()
    bench.press("stop")
    took_s = until_still(bench, 0.2)
    assert took_s <= ZERO_S, f"drive for {took_s * 1000:.0f} ms after STOP"
    bench.release("down")
    bench.run(0.3)
    bench.laptop.tap("up")
    bench.run(2.0)
    assert bench.world.plant.rate_dps < -0.5, bench.world.plant.rate_dps
    return took_s


def _head_down(words: str, goes, core: bool) -> None:
    @case(f"{words} on the way down, in the middle of a long answer: motion, STOP and the way up are as ever",
          HEAD_DOWN, core)  # fmt: skip
    def on_the_way(bench: Bench) -> str:
        periods = Periods(bench)
        _ask_much(bench)
        back = goes(bench)
        _goes_on(bench, 3.0)
        zero_s = _stops_and_returns(bench)
        back()
        took_s = _answered_s(bench)
        bench.read_for(1.0)
        bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 30.0)
        found = bench.status()
        assert found["flt"] == 0, found
        said = _beat(bench, periods)
        return f"{said}; no drive {zero_s * 1000:.0f} ms after STOP; answered again after {took_s:.2f} s"


def _at_rest(words: str, goes) -> None:
    @case(f"{words} at rest, in the middle of a long answer, for ten seconds: what was confirmed stays so", CONFIRMED)
    def upright(bench: Bench) -> str:
        bench.laptop.ask("watch", on=1)
        bench.read_for(0.5)
        periods = Periods(bench)
        _ask_much(bench)
        back = goes(bench)
        bench.run(_LONG_S)
        back()
        took_s = _answered_s(bench)
        bench.read_for(1.0)
        assert bench.laptop.ask("panel")["page"] == "ARMED"
        said = _beat(bench, periods)
        bench.press("down")
        bench.run_until(bench.moves_by_motor, 2.0)
        return f"{said}; answered again after {took_s:.2f} s"


for _words, _goes, _core in (
    ("a laptop that falls asleep", _sleep, True),
    ("a cable that is pulled", _unplug, True),
    ("a laptop that stops asking", _stop_reading, False),
    ("a laptop that sends noise without end", _send_noise, True),
):
    _head_down(_words, _goes, _core)
    _at_rest(_words, _goes)


@case(
    "a laptop that dozes, and a cable with a loose contact, on the way down: away for 1 ms to half a second", HEAD_DOWN
)
def now_and_then(bench: Bench) -> str:
    periods = Periods(bench)
    for number, away_ms in enumerate((1, 2, 3, 4, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 500)):
        _ask_much(bench, 1)
        for goes in (_sleep, _unplug, _stop_reading):
            back = goes(bench)
            bench.run(away_ms / 1000)
            back()
            bench.run(0.05 + number % 7 * 0.007)
            bench.laptop.listen()
        if bench.inv_deg > 22.0:
            bench.release("down")
    bench.release("down")
    bench.run(0.5)
    took_s = _answered_s(bench)
    bench.laptop.tap("up")
    bench.run(2.0)
    assert bench.world.plant.rate_dps < -0.5 and bench.status()["flt"] == 0
    return f"{_beat(bench, periods)}; answered again after {took_s:.2f} s"


@case(
    "the whole way home with the cable pulled, level pause and all; put back, the table is found and answers", HEAD_DOWN
)
def whole_way(bench: Bench) -> str:
    periods = Periods(bench)
    _ask_much(bench)
    back = _unplug(bench)
    _goes_on(bench, 2.0)
    bench.release("down")
    bench.laptop.tap("up")
    home(bench, 180.0)
    said = _beat(bench, periods)
    back()
    took_s = _answered_s(bench)
    found = bench.status()
    assert found["flt"] == 0, found
    return f"{said}; answered again after {took_s:.2f} s"


@case("a watchdog's bite head-down while the laptop sleeps: the way home as ever, and found when it wakes", HEAD_DOWN)
def bitten(bench: Bench) -> str:
    assert bench.chip is not None
    back = _sleep(bench)
    bench.run(1.0)
    bench.chip.bite()
    bench.release("down")
    bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 60.0)
    back()
    took_s = _answered_s(bench)
    assert bench.boots == [1, 2], bench.boots
    return f"answered again after {took_s:.2f} s"


@case("switched on with a laptop that sleeps, or with no cable: it starts, and is found later", OFF)
def found_later(bench: Bench) -> str:
    took = []
    for goes in (_sleep, _unplug):
        back = goes(bench)
        bench.power_on()
        bench.run(_LONG_S)
        back()
        took.append(_answered_s(bench))
        found = bench.status()
        assert found["selftest"] == "" and found["flt"] == 0, found
        bench.power_off()
        bench.run(0.1)
    assert bench.boots == [1, 1], bench.boots
    return f"answered after {took[0]:.2f} and {took[1]:.2f} s"


@case("a program that closes the port and opens it again, with telemetry on: nothing waits meanwhile", BOOTED)
def closed(bench: Bench) -> str:
    bench.laptop.ask("watch", on=1)
    bench.read_for(0.5)
    periods = Periods(bench)
    assert bench.chip is not None
    _ask_much(bench)
    back = _stop_reading(bench)
    bench.chip.cdc.set_control_lines(dtr=False, rts=False)
    bench.run(_LONG_S)
    bench.chip.cdc.set_control_lines(dtr=True, rts=True)
    back()
    took_s = _answered_s(bench)
    return f"{_beat(bench, periods)}; answered again after {took_s:.2f} s"
