"""A table's port that goes and comes back: the owner says why it is gone, takes it again, and passes on as before."""

import os
import pty
import threading
import time
import tty

import pytest

from bascule.broker.door import shared_port
from bascule.broker.hub import Hub
from bascule.broker.owner import Owner
from bascule.table.cable import Cable
from firmware.link import wire

_PATIENCE_S = 20.0
ASKED = wire.frame([("i", 7), ("c", "status")])


class Port:
    """A real port at a place that stays: what the system does with a table that is unplugged and plugged in."""

    def __init__(self, place):
        self.place = place
        self.plug()

    def plug(self):
        self.table, far = pty.openpty()
        tty.setraw(self.table)
        self.place.symlink_to(os.ttyname(far))
        os.close(far)

    def pull(self):
        self.place.unlink()
        os.close(self.table)


class Ended(Exception):
    """Ends the owner from where it tells of its port."""


def until(true):
    end_s = time.monotonic() + _PATIENCE_S
    while not true():
        assert time.monotonic() < end_s, "nothing came of it"
        time.sleep(0.01)


def asked(owner, port):
    """What a program says at the owner's line comes to the table, and only once."""
    owner.line.write(ASKED)
    assert b'"status"' in os.read(port.table, 4096)


@pytest.mark.long
def test_a_table_that_is_plugged_in_again_is_watched_again(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    port = Port(tmp_path / "table")
    told, over = [], []

    def lost(problem):
        told.append(problem and problem.code)
        if over:
            raise Ended

    hub = Hub()
    with shared_port(hub, str(port.place)) as door:
        owner = Owner(str(port.place), hub, door)

        def run(first):
            with pytest.raises(Ended):
                owner.run(first, lost)

        thread = threading.Thread(target=run, args=(Cable(str(port.place)),))
        thread.start()
        until(lambda: told == [None])
        asked(owner, port)
        port.pull()
        until(lambda: len(told) >= 3)
        assert set(told[1:]) <= {"PORT_LOST", "PORT_MISSING"} and told[1] == "PORT_LOST"
        port.plug()
        until(lambda: told[-1] is None)
        asked(owner, port)
        over.append(True)
        port.pull()
        thread.join(_PATIENCE_S)
    assert not thread.is_alive()
