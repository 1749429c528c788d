"""Which program runs: the table tells it by a digest of its own flash, and one bit that has changed locks it."""

import json

from firmware.link import errors, messages
from tests.emulated.bench import IMAGE, Bench
from tests.emulated.cases import BOOTED, OFF, case
from tests.emulated.whole.seeded import maintained

# A sentence that nothing says at a start. Its place in the flash is in nobody's code and in no string that is compared.
_TEXT = errors.hint("PAST_END").encode()
_LONGEST_MS = 700.0
_TIMED = "import time; from hal.rp2.flash import program; began = time.ticks_us(); program.judged(); "
_TELL = "print('took', time.ticks_diff(time.ticks_us(), began), 'us')"


def _built() -> str:
    return str(json.loads(IMAGE.with_suffix(".json").read_text())["program_sha256"])


@case("the table tells the digest of the image that was built", BOOTED, core=True)
def told(bench: Bench) -> str:
    answer = bench.laptop.ask("hello", p=messages.PROTOCOL)
    assert answer["img"] == _built(), answer
    return str(answer["img"][:16])


@case("one bit of the program that has changed fails the self-test and locks", OFF, core=True)
def rotten(bench: Bench) -> None:
    assert bench.flash.count(_TEXT) == 1
    bench.flash[bench.flash.index(_TEXT)] ^= 1
    bench.boot()
    found = bench.status()
    assert found["selftest"] == "program" and found["lock"] == 1 and found["st"] != "READY", found
    assert bench.laptop.ask("hello", p=messages.PROTOCOL)["img"] not in ("", _built())
    assert bench.stays(2.0)


@case("an image whose trailer is gone fails the self-test", OFF)
def untold(bench: Bench) -> None:
    bench.flash[0xFFF00:0x100000] = b"\xff" * 256
    bench.boot()
    assert bench.status()["selftest"] == "program"
    assert bench.laptop.ask("hello", p=messages.PROTOCOL)["img"] == ""


@case("the program's digest is taken within 0.7 s", OFF, core=True)
def timed(bench: Bench) -> str:
    said = maintained(bench, _TIMED + _TELL, 1.0)
    took_ms = int(said.rpartition(b"took ")[2].split()[0]) / 1000.0
    assert took_ms < _LONGEST_MS, took_ms
    return f"{took_ms:.0f} ms"
