"""The numbered mutants: stable numbers and fingerprints, code that runs, nothing different while none is active."""

import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

from firmware.safety import core, ticks
from tests.mutants.schemata import Schemata
from tests.mutants.suite import Suite

ROOT = Path(__file__).resolve().parents[3]
TICKS = "firmware/safety/ticks.py"

SOURCE = """LIMIT = 3


def within(value):
    return value < LIMIT
"""


def planted(folder: Path, source: str = SOURCE) -> Schemata:
    (folder / "planted.py").write_text(source, "utf-8")
    return Schemata(folder, ["planted.py"])


def test_numbers_are_places_in_the_list_and_come_again():
    first, second = (Schemata(ROOT, [TICKS]) for _ in range(2))
    assert [mutant.number for mutant in first.mutants] == list(range(len(first.mutants)))
    assert first.mutants == second.mutants


def test_a_fingerprint_does_not_mind_that_lines_move(tmp_path: Path):
    before = planted(tmp_path).mutants
    after = planted(tmp_path, "# A comment.\n\n" + SOURCE.replace("LIMIT:", "LIMIT:  # why")).mutants
    assert [mutant.fingerprint for mutant in before] == [mutant.fingerprint for mutant in after]
    assert [mutant.line + 2 for mutant in before] == [mutant.line for mutant in after]


def test_where_a_function_says_the_same_twice_the_second_is_counted(tmp_path: Path):
    twice = "def f(value):\n    value += 1\n    value += 1\n    return value\n"
    places = {mutant.fingerprint[1] for mutant in planted(tmp_path, twice).mutants}
    assert places == {"f", "f #2"}


def test_no_two_mutants_are_the_same_change(tmp_path: Path):
    mutants = planted(tmp_path).mutants
    assert len({mutant.fingerprint for mutant in mutants}) == len(mutants)


def test_a_long_statement_is_shown_around_the_change(tmp_path: Path):
    row = ", ".join(f"'word {number}'" for number in range(60))
    (mutant,) = (m for m in planted(tmp_path, f"ROWS = ({row}, 7, {row})\n").mutants if m.after.count(" 8,"))
    assert len(mutant.before) < 160 and mutant.before.startswith("...") and mutant.before.endswith("...")


def test_without_an_active_mutant_the_code_is_the_one_python_compiles():
    own = {ticks: TICKS, core: "firmware/safety/core.py"}
    Schemata(ROOT, list(own.values()))
    for module, file in own.items():
        plain = compile((ROOT / file).read_text("utf-8"), str(ROOT / file), "exec")
        codes = {const.co_name: const for const in plain.co_consts if hasattr(const, "co_name")}
        functions = [value for value in vars(module).values() if isinstance(value, FunctionType)]
        for function in functions:
            if function.__module__ == module.__name__:
                assert function.__code__.co_code == codes[function.__name__].co_code


def in_a_process_of_its_own(folder: Path, script: str) -> str:
    head = "import sys; sys.path[:0] = sys.argv[1:]; from pathlib import Path\n"
    head += "from tests.mutants.schemata import Schemata; schemata = Schemata(Path(sys.argv[1]), ['planted.py'])\n"
    head += "at = {mutant.after: mutant.number for mutant in schemata.mutants}\n"
    command = [sys.executable, "-c", head + script, str(folder), str(ROOT)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_mutant_in_a_function_reaches_those_who_have_it_already(tmp_path: Path):
    planted(tmp_path)
    script = "from planted import within; schemata.activate(at['return value <= LIMIT']); print(within(3), within(4))"
    assert in_a_process_of_its_own(tmp_path, script) == "True False"


def test_a_constant_of_a_module_alone_is_set_anew(tmp_path: Path):
    planted(tmp_path, SOURCE.replace("LIMIT", "_LIMIT"))
    script = "from planted import within; schemata.activate(at['_LIMIT = 4']); print(within(3), within(4))"
    assert in_a_process_of_its_own(tmp_path, script) == "True False"


def test_a_constant_that_cannot_be_made_is_said(tmp_path: Path):
    planted(tmp_path, "_RATE = 9 // 1\n")
    assert (
        in_a_process_of_its_own(tmp_path, "import planted; print(schemata.activate(at['_RATE = 9 // 0']))") == "False"
    )


@pytest.mark.parametrize(
    "use",
    ["TWICE = 2 * _LIMIT\n", "def g(most=_LIMIT):\n    return most\n", "def h():\n    return _LIMIT\n\n\nALL = h()\n"],
    ids=["another", "a_default", "a_call"],
)
def test_a_constant_that_is_read_while_modules_load_is_none_of_these(tmp_path: Path, use: str):
    mutants = planted(tmp_path, f"_LIMIT = 3\n_OTHER = 7\n\n\n{use}").mutants
    assert {mutant.at_import for mutant in mutants if mutant.before == "_LIMIT = 3"} == {True}
    assert {mutant.at_import for mutant in mutants if mutant.before == "_OTHER = 7"} == {False}


def test_a_mutant_in_a_property_or_a_class_method_reaches_them_too(tmp_path: Path):
    planted(
        tmp_path,
        "class A:\n    @property\n    def b(self):\n        return 5\n\n"
        "    @classmethod\n    def c(cls):\n        return 10\n\n    @staticmethod\n    def d():\n        return 20\n",
    )
    script = (
        "from planted import A; [schemata.activate(at[f'return {n}']) for n in (6, 11, 21)]; print(A().b, A.c(), A.d())"
    )
    assert in_a_process_of_its_own(tmp_path, script) == "6 11 21"


def test_a_method_without_its_super_is_a_mutant_as_any(tmp_path: Path):
    planted(tmp_path, "class A(list):\n    def __init__(self):\n        super().__init__((1, 2))\n")
    script = "from planted import A; print(A()); schemata.activate(at['pass']); print(A())"
    assert in_a_process_of_its_own(tmp_path, script) == "[1, 2]\n[]"


def test_a_mutant_that_acts_at_import_reaches_those_who_import_later(tmp_path: Path):
    planted(tmp_path)
    script = "schemata.activate(at['LIMIT = 4']); from planted import within; print(within(3), within(4))"
    assert in_a_process_of_its_own(tmp_path, script) == "True False"


def test_a_mutant_that_acts_at_import_refuses_to_come_too_late(tmp_path: Path):
    planted(tmp_path)
    script = """import planted
try: schemata.activate(at['LIMIT = 4'])
except RuntimeError as error: print(error)
"""
    assert in_a_process_of_its_own(tmp_path, script) == "planted is loaded already: too early for planted.py:1"


@pytest.mark.parametrize("file", [TICKS, "firmware/safety/core.py", "firmware/safety/faults.py"])
def test_every_mutant_of_the_core_compiles(file: str):
    schemata = Schemata(ROOT, [file])
    assert schemata.mutants
    for mutant in schemata.mutants:
        schemata.code(mutant.number)


def test_a_suite_without_tests_judges_nothing(tmp_path: Path):
    told = []
    Suite(tmp_path, "tests/none").judge(planted(tmp_path), planted(tmp_path).mutants[:1], lambda *how: told.append(how))
    assert told == []
