"""Three mistakes that only the chip can show, planted by way of the maintenance prompt into the image's own modules.

The fourth case plants nothing: without it the others would prove nothing.
"""

from tests.emulated.bench import PROMPT, Bench
from tests.emulated.cases import OFF, case

_KEYS = ("up", "down", "ok")
_SERVICE = "from firmware import main as program; from hal.rp2.board import Board; program.main(Board())"


def maintained(bench: Bench, line: str, seconds: float) -> bytes:
    """Maintenance, one line at its prompt, and all that was said within so long."""
    for key in _KEYS:
        bench.press(key)
    bench.power_on()
    bench.run(1.2)
    for key in _KEYS:
        bench.release(key)
    bench.serial_out()
    assert PROMPT in bench.said, bytes(bench.said)
    bench.serial_in(line.encode() + b"\r")
    bench.run(seconds)
    bench.serial_out()
    return bytes(bench.said)


def in_service_with(bench: Bench, mistake: str) -> dict:
    """Maintenance, the mistake, and then into service by hand; what the table says of itself."""
    maintained(bench, mistake, 0.4)
    bench.serial_in(_SERVICE.encode() + b"\r")
    bench.run(2.4)
    bench.serial_out()
    return bench.status()


@case("seeded: with nothing planted the table is well", OFF, core=True)
def nothing(bench: Bench) -> None:
    found = in_service_with(bench, "0")
    assert found["selftest"] == "" and found["flt"] == 0, found


@case("seeded: a wrong register of the tilt sensor is a fault", OFF, core=True)
def register(bench: Bench) -> str:
    found = in_service_with(bench, "from firmware.drivers import lsm6dsox as chip; chip._STATUS_REG = 0x20")
    assert found["flt"] != 0, found
    return f"fault {found['flt']}"


@case("seeded: two exchanged pins fail the self-test", OFF, core=True)
def pins(bench: Bench) -> str:
    swap = "from hal.rp2 import pins as p; p.BRIDGE_DOWN, p.BRIDGE_UP = p.BRIDGE_UP, p.BRIDGE_DOWN"
    found = in_service_with(bench, swap)
    assert "bridge" in found["selftest"] and found["lock"] == 1, found
    return found["selftest"]


@case("seeded: a float where an integer was meant fails the tick", OFF, core=True)
def floating(bench: Bench) -> str:
    """Floats live on the heap, which a tick finds locked; after a second of such ticks the board restarts."""
    in_service_with(bench, "from firmware.drivers import analog; analog.current_ma = lambda raw: raw * 0.305")
    assert bench.boots[1:], "it went on"
    return f"{len(bench.boots) - 1} restart"
