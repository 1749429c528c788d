"""The whole tool on a small project: weak tests leave known survivors, strong ones none."""

from pathlib import Path

import pytest

from tests.mutants.judged.project import mutated

pytestmark = pytest.mark.judges

SOURCE = '''"""Planted."""

LIMIT = 10
TABLE = tuple([2 * number for number in range(3)])


def within(value, slack):
    if value > LIMIT:
        return False
    return value + slack <= LIMIT


def larger(one, other):
    return one if one > other else other


class Checks:
    def __init__(self):
        self.found = []

    def look(self, value):
        self._judge("HIGH", value > LIMIT)

    def _judge(self, name, cause):
        if cause:
            self.found.append(name)
'''
WEAK = """from firmware.safety.planted import TABLE, Checks, larger, within


def test_within():
    assert TABLE == (0, 2, 4)
    assert within(10, 0) is True
    assert within(11, -5) is False
    assert within(9, 0) is True


def test_larger():
    assert (larger(1, 2), larger(2, 1)) == (2, 2)


def test_checks():
    checks = Checks()
    for value in (9, 10, 11):
        checks.look(value)
    assert checks.found == ["HIGH"]
"""
STRONG = WEAK.replace("test_checks", "test_h99_checks")
# What the unit tests do not say, the closed loop does.
LOOP = """import pytest

from firmware.safety.planted import within


@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_loop(home):
    assert home == "cpython"
    assert within(8, 2) is True
    assert within(8, 3) is False
"""
LISTED = """[[equivalent]]
file = "firmware/safety/planted.py"
function = "larger"
operator = "comparison"
before = "return one if one > other else other"
after = "return one if one >= other else other"
reason = "Of two equal ones either is the larger."
"""
SURVIVORS = [
    ("within, comparison", "return value + slack <= LIMIT", "return True"),
    ("within, arithmetic", "return value + slack <= LIMIT", "return value - slack <= LIMIT"),
    ("larger, comparison", "return one if one > other else other", "return one if one >= other else other"),
    ("Checks.look, check deleted", "self._judge('HIGH', value > LIMIT)", "pass"),
]


def run(folder: Path, tests: str, loop: str = "", listed: str = "") -> tuple[int, list[str]]:
    """The tool's exit code and lines, on a project with these tests."""
    files = {
        "firmware/safety/__init__.py": "",
        "firmware/safety/planted.py": SOURCE,
        "firmware/screening/conditions.py": "ROWS = (1, 2, 3)\n",
        "tests/safety/test_planted.py": tests,
        "tests/mutants/equivalents.toml": listed,
        **({"tests/loop/test_loop.py": loop} if loop else {}),
    }
    return mutated(folder, files)


@pytest.fixture(scope="module")
def weak(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str]]:
    return run(tmp_path_factory.mktemp("weak"), WEAK)


def test_weak_tests_leave_these_alive_and_no_others(weak: tuple[int, list[str]]):
    code, lines = weak
    alive = [line.split(" ", 2)[2] for line in lines if line.startswith("alive: firmware/safety/planted.py:")]
    shown = [
        (lines[at - 1].split(" ", 2)[2], line[4:], lines[at + 1][4:])
        for at, line in enumerate(lines)
        if line.startswith("  - ")
    ]
    assert code == 1
    assert alive == [row[0] for row in SURVIVORS]
    assert shown == SURVIVORS


def test_the_last_line_counts(weak: tuple[int, list[str]]):
    words = weak[1][-1].split()
    assert words[0] == "mutants:" and words[2] == "of" and words[4] == "killed"
    assert int(words[3]) - int(words[1]) == len(SURVIVORS)
    assert weak[1][-4] == "0 killed by the closed loop alone, 0 by the time limit, 0 equivalent by the list"


def test_with_strong_tests_the_closed_loop_and_the_list_none_lives(tmp_path: Path):
    code, lines = run(tmp_path, STRONG, LOOP, LISTED)
    count = lines[-1].split()[1]
    assert lines == [
        "2 killed by the closed loop alone, 0 by the time limit, 1 equivalent by the list",
        f"firmware/safety: {count} of {count} killed, 100.0 %, 0 listed",
        "firmware/screening: 0 of 0 killed, 100.0 %, 0 listed (0 of 0 drawn killed)",
        f"mutants: {count} of {count} killed",
    ]
    assert code == 0 and int(count) > 30


def test_tests_that_fail_without_any_mutant_judge_nothing(tmp_path: Path):
    code, lines = run(tmp_path, WEAK + "\n\ndef test_wrong():\n    assert within(10, 0) is False\n")
    assert code == 2
    assert lines == [
        "mutants: none judged, the tests fail without any mutant: tests/safety/test_planted.py::test_wrong"
    ]
