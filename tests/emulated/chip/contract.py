"""The HAL's contract on the Pico's binding: the conformance suite as an image of its own."""

from hal.emulated.chip import FLASH
from tests.conformance import program
from tests.conformance.expected import LINES, FarEnd
from tests.emulated.bench import CONFORMANCE, Bench
from tests.emulated.cases import OFF, case

_LONGEST_S = 60.0


@case("the Pico's binding keeps the HAL's contract", OFF, core=True)
def keeps(bench: Bench) -> str:
    table = Bench(bench.root.parent / "conformance", CONFORMANCE)
    table.flash[-FLASH.files_bytes :] = b"\xff" * FLASH.files_bytes  # as on a new board
    with table:
        far_end = FarEnd(table)
        table.run_until(far_end.done, _LONGEST_S)
    lines = far_end.lines()
    wrong = [line for line in lines if line not in LINES]
    assert lines == LINES, wrong or lines
    return f"{len(program.FIRST)} sentences of hal/README.md, and {len(LINES) - len(program.FIRST) - 2} over restarts"
