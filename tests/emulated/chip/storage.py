"""A filesystem that cannot be mounted: made on a new board, left alone on any other unless OK asks for it."""

from hal.emulated.chip import FLASH
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, OFF, case
from tests.emulated.chip.start import to_prompt

_FILES = slice(FLASH.size - FLASH.files_bytes, FLASH.size)
_ROOTS = slice(_FILES.start, _FILES.start + 2 * FLASH.sector)
_LET_GO_S = 5.0
_SERVICE_S = 2.0
_GARBAGE = bytes(range(256)) * 32


def _stored(bench: Bench) -> bytes:
    assert bench.chip is not None
    return bytes(bench.chip.flash()[_FILES])


def _reasons(bench: Bench) -> list[str]:
    count = bench.status()["n_lock"]
    return [str(bench.laptop.ask("why", who="", of="lock", at=at)["code"]) for at in range(count)]


@case("a new board's blank flash gets a filesystem", OFF, core=True)
def blank(bench: Bench) -> None:
    bench.flash[_FILES] = b"\xff" * FLASH.files_bytes
    bench.boot()
    assert bench.status()["selftest"] == "" and _reasons(bench) == ["NO_PROFILE"]
    bench.power_off()
    bench.boot()
    assert bench.status()["selftest"] == "" and b"littlefs" in bytes(bench.flash[_ROOTS])


@case("a filesystem that cannot be mounted stays as it is: the table is locked and says what to do", OFF, core=True)
def broken(bench: Bench) -> None:
    bench.flash[_ROOTS] = _GARBAGE
    before = bytes(bench.flash[_FILES])
    bench.boot()
    assert bench.status()["selftest"] == "flash" and _reasons(bench) == ["SELFTEST", "FLASH"]
    assert bench.stays(2.0)
    assert _stored(bench) == before


@case("with OK held at power-up and let go of it is made anew, and no profile is stored", OFF, core=True)
def asked(bench: Bench) -> None:
    bench.flash[_ROOTS] = _GARBAGE
    bench.press("ok")
    bench.power_on()
    bench.run(1.5)
    bench.release("ok")
    bench.run(_SERVICE_S)
    bench.laptop.hello()
    assert bench.status()["selftest"] == "" and _reasons(bench) == ["NO_PROFILE"]


@case("an OK that is stuck makes no filesystem anew", OFF)
def stuck(bench: Bench) -> None:
    bench.flash[_ROOTS] = _GARBAGE
    before = bytes(bench.flash[_FILES])
    bench.press("ok")
    bench.power_on()
    bench.run(_LET_GO_S + _SERVICE_S)
    bench.laptop.hello()
    assert bench.status()["selftest"] == "flash" and _stored(bench) == before


@case("OK held at power-up leaves a filesystem alone that can be mounted", BOOTED)
def asked_for_nothing(bench: Bench) -> None:
    bench.confirm()
    bench.power_off()
    bench.press("ok")
    bench.boot()
    bench.release("ok")
    assert bench.laptop.ask("profile.verdict", who="anna")["ok"] == 1


@case("the watchdog's bite makes no filesystem anew, though OK is held", BOOTED)
def bitten(bench: Bench) -> None:
    assert bench.chip is not None
    bench.chip.mcu.flash[_ROOTS] = _GARBAGE
    before = _stored(bench)
    bench.press("ok")
    bench.chip.bite()
    bench.run(2.0)
    bench.release("ok")
    bench.laptop.hello()
    assert bench.status()["selftest"] == "flash" and _stored(bench) == before


@case("maintenance needs no filesystem, and makes none", OFF)
def maintenance(bench: Bench) -> None:
    bench.flash[_ROOTS] = _GARBAGE
    before = bytes(bench.flash[_FILES])
    assert to_prompt(bench), bytes(bench.said)
    assert _stored(bench) == before
