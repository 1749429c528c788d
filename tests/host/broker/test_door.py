"""Where programs of this user come in: each has a seat while it stays, and what was left behind is passed over."""

import threading
import time

import pytest

from bascule.broker.door import Door, shared_port
from bascule.broker.hub import Hub
from bascule.broker.owner import Owner
from bascule.broker.seat import Thread
from bascule.errors import Problem
from bascule.table import shared


def test_a_port_that_is_lost_is_told_and_taken_again_when_it_is_back(mocker):
    hub, told = Hub(), []
    gone = Problem(4, "PORT_LOST", "gone")
    back = mocker.Mock(**{"read.side_effect": [b"", KeyboardInterrupt]})
    mocker.patch("bascule.broker.owner.Cable", side_effect=[gone, back])
    mocker.patch("time.sleep")
    first = mocker.Mock(**{"read.side_effect": gone})
    owner = Owner("port", hub, mocker.Mock())
    with pytest.raises(KeyboardInterrupt):
        owner.run(first, told.append)
    assert told == [None, gone, gone, None]
    first.close.assert_called_once_with()
    back.close.assert_called_once_with()


def test_a_socket_that_was_left_behind_is_passed_over_and_replaced(tmp_path):
    place = shared.meeting("socket://127.0.0.1:9")
    hub = Hub()
    with shared_port(hub, "socket://127.0.0.1:9"):
        assert place.exists()
        place.rename(tmp_path / "kept")
        (tmp_path / "kept").rename(place)
    assert not place.exists()
    place.touch()
    with pytest.raises(Problem, match="nobody listens"):
        shared.opened("socket://127.0.0.1:9")
    with shared_port(hub, "socket://127.0.0.1:9"):
        assert place.is_socket()


def test_who_comes_in_and_leaves_has_a_seat_meanwhile():
    hub = Hub()
    with shared_port(hub, "port") as door:
        one = shared.opened("port")
        one.write(b"hello\n")
        _until(lambda: door.pump() or hub.to_table(0.0) == b"hello\n")
        hub.heard(b"a table\n")
        door.pump()
        assert one.read() == b"a table\n"
        one.close()
        _until(lambda: door.pump() or not hub.seats)
    with pytest.raises(Problem, match="does not exist"):
        shared.opened("port")


def test_a_program_is_told_when_the_owner_ends():
    with shared_port(Hub(), "port") as door:
        one = shared.opened("port")
        door.pump()
    with pytest.raises(Problem, match="has ended"):
        one.read()
    one.close()


def _until(true):
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end


def test_no_other_user_of_the_machine_comes_in():
    with shared_port(Hub(), "port"):
        assert shared.meeting("port").stat().st_mode & 0o777 == 0o600


def test_a_program_that_reads_slowly_gets_every_byte(mocker):
    class Narrow:
        """Takes seven bytes at a time, and says nothing."""

        def __init__(self):
            self.taken = b""

        def send(self, data):
            self.taken += data[:7]
            return len(data[:7])

        def recv(self, _most):
            raise BlockingIOError

        def close(self):
            """Gone."""

    hub, narrow = Hub(), Narrow()
    door = Door(hub, mocker.Mock(**{"accept.side_effect": BlockingIOError}))
    seat = hub.join()
    door._inside.append((narrow, seat))
    line = bytes(range(200))
    seat.tell(line)
    while seat.unread:
        door.pump()
    assert narrow.taken == line


def test_an_answer_wakes_the_program_that_waits_for_it(monkeypatch):
    monkeypatch.setattr("bascule.broker.seat._READ_S", 20.0)
    line = Thread()
    began = time.monotonic()
    later = threading.Timer(0.02, line.hear, [b"an answer"])
    later.start()
    assert line.read() == b"an answer"
    later.join()
    assert time.monotonic() - began < 10
