"""Every twentieth situation file on CPython, a minute before the clock wraps, and some on MicroPython too.

Those are every forty-eighth, and what is fitted with the other tilt sensor.

`make situations` plays all of them in both homes; one and the same run is compared byte for byte in tests/loop.
"""

import pytest

from tests.situations.run import play
from tests.situations.situation import all_files, load

FILES = all_files()
ON_MICROPYTHON = {*FILES[::48], *(path for path in FILES if "mpu6050" in path.stem)}
RUNS = [(path, "cpython") for path in FILES[::20]] + [(path, "micropython") for path in sorted(ON_MICROPYTHON)]


@pytest.mark.parametrize(("path", "home"), RUNS, ids=[f"{path.stem}-{home}" for path, home in RUNS])
def test_it_holds(path, home):
    problems = play(load(path), home)
    assert not problems, "\n".join(problems)
