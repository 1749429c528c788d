"""From power to service: inert outputs, the self-test, maintenance, and no prompt for anybody on the cable."""

from hal.rp2 import pins
from hal.world.chips import ds3231, lsm6dsox, mpu6050
from hal.world.faults.fault import parse
from hal.world.noise import Noise
from tests.emulated.bench import PROMPT, Bench
from tests.emulated.cases import BOOTED, OFF, case

_INERT_MS = 100.0
_READY_S = 2.0
_KEYS = ("up", "down", "ok")
_SUM, _RESULT = b"\r\n48271*48271*7\r\n", b"16310626087"
# What people and programs send that want a prompt: Ctrl-C, Ctrl-D, Ctrl-A, and what mpremote begins with.
_KNOCKS = (b"\x03", b"\x04", b"\x01", b"\r\x03\x03", b"\r\x01", b"\x04\x03\r\n", b"import machine\r\n")


@case("outputs are inert from power on until the self-test, and the motor stays so", OFF, core=True)
def inert(bench: Bench) -> str:
    bench.power_on()
    driven_ms = 0.0
    moving = []
    bench.each_step(lambda: moving.append(bench.moves_by_motor() or bench.pad(pins.CONTACTOR)))
    began_s = bench.now_s
    while bench.now_s < began_s + _READY_S:
        bench.run(0.001)
        assert bench.chip is not None
        if not driven_ms and bench.chip.mcu.gpio[pins.CONTACTOR].output_enable:
            driven_ms = (bench.now_s - began_s) * 1000.0
    assert not any(moving), "something reached contactor or motor"
    assert 0.0 < driven_ms < _INERT_MS, f"the contactor's line is driven low after {driven_ms:.0f} ms"
    return f"lines held low after {driven_ms:.0f} ms"


@case("the table answers, and knows whether anybody may use it, within two seconds", OFF, core=True)
def ready(bench: Bench) -> str:
    bench.power_on()
    began_s = bench.now_s
    bench.run_until(lambda: bench.usb is not None and bench.usb.connected, _READY_S)
    answer = bench.laptop.ask("hello", p=1)
    answered_s = bench.now_s - began_s
    assert answer["ok"] == 1
    while bench.state() == "BOOT":
        assert bench.now_s - began_s < _READY_S
    decided_s = bench.now_s - began_s
    return f"first answer {answered_s * 1000:.0f} ms, its mind made up {decided_s * 1000:.0f} ms after power on"


@case("the self-test finds everything", BOOTED, core=True)
def whole(bench: Bench) -> None:
    found = bench.status()
    assert found["selftest"] == "", found


def _broken(words: str, name: str) -> None:
    @case(f"the self-test names what fails: {words}", OFF, core=name == "imu")
    def broken(bench: Bench) -> None:
        bench.break_(parse(words))
        bench.boot()
        found = bench.status()
        assert name in found["selftest"].split(), found
        assert found["lock"] == 1 and found["st"] != "READY", found
        assert bench.stays(2.0)


_broken("imu off", "imu")
_broken("rtc off", "rtc")
_broken("display off", "display")
_broken("contactor weld on", "contactor")


@case("the self-test names a chip that is no tilt sensor it knows, by its id", OFF, core=True)
def lookalike(bench: Bench) -> None:
    lsm6dsox._DEFAULTS[lsm6dsox.WHO_AM_I] = 0x6B
    bench.boot()
    found = bench.status()
    assert found["selftest"] == "imu=6bh@6ah" and found["lock"] == 1, found


@case("the self-test takes no other chip at its address for the clock", OFF, core=True)
def strapped_wrong(bench: Bench) -> None:
    world = bench.world
    world.bus.chips[ds3231.ADDRESS] = mpu6050.Mpu6050(world.clock, world.plant, Noise(1))
    bench.boot()
    found = bench.status()
    assert found["selftest"] == "rtc" and found["lock"] == 1, found


def to_prompt(bench: Bench) -> bool:
    """Power on with all three buttons held; whether there is a prompt."""
    for key in _KEYS:
        bench.press(key)
    bench.power_on()
    bench.run(1.5)
    for key in _KEYS:
        bench.release(key)
    bench.serial_in(_SUM)
    bench.run(0.5)
    bench.serial_out()
    return PROMPT in bench.said and _RESULT in bench.said


@case("three buttons at power-up lead to a prompt, upright, with everything inert", OFF, core=True)
def maintenance(bench: Bench) -> None:
    assert to_prompt(bench), bytes(bench.said)
    assert not bench.enabled() and not bench.pad(pins.CONTACTOR)


@case("there is no maintenance away from upright", OFF)
def maintenance_head_down(bench: Bench) -> None:
    bench.world.plant.place(-40.0)
    assert not to_prompt(bench), bytes(bench.said)


@case("there is no maintenance after a restart", BOOTED)
def maintenance_by_restart(bench: Bench) -> None:
    for key in _KEYS:
        bench.press(key)
    bench.restart(2)
    bench.run(2.0)
    bench.serial_in(_SUM)
    bench.run(0.5)
    bench.serial_out()
    assert PROMPT not in bench.said and _RESULT not in bench.said


@case("Ctrl-C from the first moment of the cable reaches no prompt", OFF, core=True)
def knocked_at_once(bench: Bench) -> None:
    bench.power_on()
    for _ in range(150):
        bench.serial_in(b"\x03")
        bench.run(0.002)
        bench.serial_in(_KNOCKS[len(bench.said) % len(_KNOCKS)])
        bench.run(0.002)
    bench.run(0.5)
    bench.serial_in(b"\n")
    assert bench.laptop.ask("hello", p=1)["ok"] == 1
    assert PROMPT not in bench.said, bytes(bench.said)
    assert bench.boots == [1]


@case("Ctrl-C, Ctrl-D and mpremote's knock reach no prompt in service", BOOTED, core=True)
def knocked(bench: Bench) -> None:
    for knock in _KNOCKS:
        bench.serial_in(knock)
        bench.run(0.3)
    bench.serial_in(b"\n")
    assert bench.laptop.ask("hello", p=1)["ok"] == 1
    bench.serial_out()
    assert PROMPT not in bench.said and b"raw REPL" not in bench.said, bytes(bench.said)
    assert bench.boots == [1]
