"""A table that reads no more is given up, and its port is let go."""

import os
import pty
import tty

import pytest

from bascule.errors import Problem
from bascule.table import cable


@pytest.fixture
def deaf(monkeypatch):
    """A port behind which nobody reads."""
    monkeypatch.setattr(cable, "_WRITE_S", 0.1)
    master, slave = pty.openpty()
    tty.setraw(slave)
    yield os.ttyname(slave)
    os.close(master)
    os.close(slave)


@pytest.mark.timeout(20)
def test_nobody_waits_for_ever_for_a_table_that_reads_no_more(deaf):
    line = cable.Cable(deaf)
    with pytest.raises(Problem) as told:
        line.write(bytes(1_000_000))
    assert told.value.code == "NO_ANSWER"
    line.close()
    cable.Cable(deaf).close()
