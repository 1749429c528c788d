"""One session and what may go wrong in it, by the image's own machine code."""

from hal.world.faults.fault import parse
from tests.emulated.bench import LIMIT_DEG, PROMPT, Bench
from tests.emulated.cases import BOOTED, CONFIRMED, HEAD_DOWN, case
from tests.support.laptop import blob

ZERO_S = 0.040
_UPRIGHT_DEG = -68.9
_LEVEL_DEG = 2.0
_STEP_S = 0.001


def until_still(bench: Bench, at_most_s: float) -> float:
    """Seconds until no voltage reaches the motor."""
    began_s = bench.now_s
    while bench.moves_by_motor() and bench.now_s - began_s < at_most_s:
        bench.run(_STEP_S)
    return bench.now_s - began_s


def home(bench: Bench, at_most_s: float) -> None:
    bench.run_until(lambda: bench.inv_deg <= _UPRIGHT_DEG and not bench.world.contactor_closed, at_most_s)


@case("DOWN held goes to the limit and no further; let go and UP bring the table upright, with a minute at level",
      HEAD_DOWN)  # fmt: skip
def whole_session(bench: Bench) -> str:
    most = [bench.inv_deg]
    bench.each_step(lambda: most.append(bench.inv_deg))
    bench.run_until(lambda: not bench.moves_by_motor() and bench.inv_deg > LIMIT_DEG - 1.0, 30.0)
    bench.run(1.0)
    assert bench.state() == "AT_LIMIT"
    bench.release("down")
    bench.laptop.tap("up")
    bench.run_until(lambda: bench.inv_deg <= 0.5, 60.0)
    level_s = bench.now_s
    bench.run_until(lambda: bench.inv_deg < -2.5, 90.0)
    paused_s = bench.now_s - level_s
    home(bench, 60.0)
    assert max(most) <= LIMIT_DEG + 0.5, max(most)
    assert paused_s >= 59.0, paused_s
    assert bench.laptop.ask("profile.get", who="anna", off=0)["n"] > 0
    return f"peak {max(most):.2f} of {LIMIT_DEG:.0f} deg, {paused_s:.0f} s at level"


@case("STOP takes the drive away within 40 ms, and UP still brings the table up", HEAD_DOWN, core=True)
def stop(bench: Bench) -> str:
    worst = 0.0
    for offset_ms in (0, 7, 14):
        bench.run(0.2 + offset_ms / 1000.0)
        assert bench.moves_by_motor()
        bench.press("stop")
        took_s = until_still(bench, 0.2)
        worst = max(worst, took_s)
        bench.release("stop")
        bench.release("down")
        bench.run(0.3)
        bench.press("down")
        bench.run(1.2)
    assert worst <= ZERO_S, f"{worst * 1000:.0f} ms"
    bench.release("down")
    bench.press("stop")
    bench.run(0.3)
    bench.laptop.tap("up")
    bench.run(2.0)
    assert bench.world.plant.rate_dps < -0.5, bench.world.plant.rate_dps
    return f"worst of three {worst * 1000:.0f} ms"


@case("a total hip replacement locks the table out", BOOTED, core=True)
def lockout(bench: Bench) -> None:
    answer = bench.laptop.push(blob(nothing_to_declare=False, conditions=["total_hip_replacement"]))
    assert answer.get("ok") == 1, answer
    bench.run(0.3)
    assert bench.laptop.confirm() == "LOCKED"
    assert bench.stays(3.0) and not bench.world.contactor_closed
    found = bench.status()
    assert found["lock"] == 1 and found["st"] == "LOCKED", found


@case("an ankle lock that opens brings the table up", HEAD_DOWN, core=True)
def ankle(bench: Bench) -> str:
    bench.set_switch("lock_left", False)
    began_s = bench.now_s
    bench.run_until(lambda: bench.world.plant.rate_dps < -0.5, 3.0)
    turned_s = bench.now_s - began_s
    bench.release("down")
    bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 60.0)
    return f"on its way up after {turned_s:.1f} s"


@case("a frozen tilt sensor is noticed, and the table creeps up by its position", HEAD_DOWN)
def frozen(bench: Bench) -> str:
    began_s = bench.now_s
    bench.break_(parse("imu stuck"))
    bench.run_until(lambda: bench.status()["flt"] != 0, 5.0)
    noticed_s = bench.now_s - began_s
    bench.release("down")
    bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 90.0)
    return f"noticed after {noticed_s:.1f} s, level after {bench.now_s - began_s:.0f} s"


@case("a loop that hangs head-down: the dead-man drops the bridge, the watchdog bites, recovery brings the table up",
      HEAD_DOWN, core=True)  # fmt: skip
def hung(bench: Bench) -> str:
    assert bench.moves_by_motor()
    bench.spin()
    dropped_s = until_still(bench, 1.0)
    began_s = bench.now_s - dropped_s
    bench.run_until(lambda: len(bench.boots) == 2, 2.0)
    bitten_s = bench.now_s - began_s
    assert dropped_s <= 0.080, f"drive for {dropped_s * 1000:.0f} ms after the hang"
    assert bitten_s <= 0.6, f"watchdog after {bitten_s * 1000:.0f} ms"
    bench.release("down")
    bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 60.0)
    return f"drive gone after {dropped_s * 1000:.0f} ms, restart after {bitten_s * 1000:.0f} ms"


@case("power lost head-down: it holds, and comes up by itself when power is back", HEAD_DOWN, core=True)
def power_lost(bench: Bench) -> None:
    bench.power_off()
    at_deg = bench.inv_deg
    bench.run(2.0)
    assert abs(bench.inv_deg - at_deg) < 1.0
    bench.release("down")
    bench.power_on()
    bench.run_until(lambda: bench.inv_deg <= _LEVEL_DEG, 90.0)


@case("Ctrl-C, Ctrl-D and Ctrl-A head-down change nothing", HEAD_DOWN)
def knocked_head_down(bench: Bench) -> None:
    began_deg = bench.inv_deg
    for _ in range(10):
        bench.serial_in(b"\x03\x04\x01\r\x03\r\x01")
        bench.run(0.2)
    assert bench.inv_deg > began_deg + 1.0 and bench.boots == [1]
    bench.serial_out()
    assert PROMPT not in bench.said


@case("without a confirmation at the panel DOWN moves nothing", BOOTED)
def unconfirmed(bench: Bench) -> None:
    assert bench.laptop.push(blob()).get("ok") == 1
    bench.run(0.5)
    assert bench.stays(3.0)


@case("upright and idle the watchdog bites after eight seconds, and takes the confirmation with it", CONFIRMED)
def bitten_upright(bench: Bench) -> str:
    bench.spin()
    bitten_s = bench.run_until(lambda: len(bench.boots) == 2, 9.0)
    bench.run(2.0)
    bench.laptop.hello()
    assert bench.stays(2.0)
    return f"restart after {bitten_s:.1f} s"
