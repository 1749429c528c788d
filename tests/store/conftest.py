"""What the tests of this folder are given."""

import pytest

from tests.store.calendar_bench import SET, Table


@pytest.fixture
def table(tmp_path):
    """A table whose chip was set, seen once at rest."""
    return Table(tmp_path, SET).tend()


@pytest.fixture(params=["rot", "one bit"])
def damaged(table, request):
    """The table after a start with a damaged newest minute; its chip has kept the time."""
    path = table.root / "newest_minute.bin"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(b"rot" if request.param == "rot" else content)
    return table.cycle().tend(3)
