"""`python -m tests.mutants.covered`: the lines and branches of the reviewed packages that their own tests run.

On CPython, by the unit tests alone: what only the closed loop reaches has no test that says what it should do.
"""

import json
import sys
import tempfile
from pathlib import Path

import coverage

from tests.mutants import forks, session
from tests.mutants.folders import REVIEWED

_MOST_S = 600.0


def measure(root: Path, package: str, tests: str) -> tuple[list[str], bool]:
    """Lines to print for one package, the last one its summary, and whether all of it was run."""
    measured = coverage.Coverage(branch=True, source=[str(root / package)], data_file=None, config_file=False)
    turn = session.Turn(lambda item: True)
    with measured.collect():
        session.run(root, [root / tests], turn)
    if turn.failed or not turn.seconds:
        return [f"coverage: not measured, the tests fail: {turn.failed or tests}"], False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(path))
        report = json.loads(path.read_text("utf-8"))
    lines = []
    for name, file in sorted(report["files"].items()):
        where = Path(name).resolve().relative_to(root)
        lines += [f"{where}:{line} never runs" for line in file["missing_lines"]]
        lines += [f"{where}:{start} never goes on to {_line(end)}" for start, end in file["missing_branches"]]
    totals = report["totals"]
    parts, missed = totals["num_statements"] + totals["num_branches"], len(lines)
    percent = "100" if not missed else f"{int(1000 * (parts - missed) / parts) / 10:.1f}"
    counts = f"{totals['num_statements']} lines and {totals['num_branches']} branches"
    return [*lines, f"coverage: {percent} % of {counts} of {package}"], not missed


def _line(number: int) -> str:
    return f"line {number}" if number > 0 else "the end"


def main() -> int:
    """Measure and print, firmware/safety last; 0 when everything was run."""
    root = Path.cwd()
    tests = {folder.code: folder.tests for folder in reversed(REVIEWED)}
    found = [package for package in tests if (root / package).exists()]
    # Each in a process of its own: what is loaded already is not seen to run.
    ended = dict(forks.each(found, lambda package: json.dumps(measure(root, package, tests[package])), _MOST_S))
    complete = True
    for package in found:
        lines, whole = json.loads(ended[package].said or json.dumps([[ended[package].trouble], False]))
        complete = complete and whole
        sys.stdout.write("\n".join(lines) + "\n")
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
