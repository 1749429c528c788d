"""What the tests of this folder are given."""

import pytest

from hal.sim.home.rig import Rig


@pytest.fixture
def rig(tmp_path):
    """A table on CPython whose program reads its sensors and keeps a file, half-way down."""
    with Rig("cpython", state_dir=tmp_path, program="tests.world.programs.imu_reader", start_deg=-30.0) as rig:
        rig.run(1.0)
        (rig.root / "profile.bin").write_bytes(bytes(100))
        yield rig
