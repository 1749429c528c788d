"""Every situation on CPython, a minute before the clock wraps; those of the other tilt sensor on MicroPython too.

`make situations` plays all of them in both homes; one and the same run is compared byte for byte in tests/loop.
"""

import pytest

from tests.situations.run import play
from tests.situations.situation import all_files, load

FILES = all_files()
RUNS = [(path, "cpython") for path in FILES]
RUNS += [(path, "micropython") for path in FILES if "mpu6050" in path.stem]


@pytest.mark.parametrize(("path", "home"), RUNS, ids=[f"{path.stem}-{home}" for path, home in RUNS])
def test_it_holds(path, home):
    problems = play(load(path), home)
    assert not problems, "\n".join(problems)
