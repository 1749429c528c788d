"""What every test shares: one Hypothesis profile, the MicroPython interpreter, and a core for each worker."""

import gc
import os
import platform
import shutil
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.cores import keep_to

# The same examples on every run, and no deadline: a busy machine is not a defect.
settings.register_profile("bascule", derandomize=True, deadline=None)
settings.load_profile("bascule")

# A shell that starts tests in the background makes them ignore Ctrl-C, and every program that they press it on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

if "PYTEST_XDIST_WORKER" in os.environ:
    keep_to(int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw")))

# The platforms that requirements.lock has an interpreter for.
_HAS_INTERPRETER = (("Linux", "x86_64"), ("Darwin", "arm64"))


@pytest.fixture(autouse=True, scope="module")
def _little_to_sweep():
    """The firmware sweeps its heap at fixed places; on CPython that would walk through all of pytest as well, at up to
    0.2 s a sweep. What is there when a file of tests begins is put out of its sight."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def micropython():
    """Path of the MicroPython interpreter; a test is skipped only where none is made for the platform."""
    beside = Path(sys.executable).with_name("micropython")
    found = str(beside) if beside.exists() else shutil.which("micropython")
    if found:
        return found
    if (platform.system(), platform.machine()) in _HAS_INTERPRETER:
        pytest.fail("micropython is missing: install requirements.lock")
    pytest.skip("no MicroPython interpreter is made for this platform")
