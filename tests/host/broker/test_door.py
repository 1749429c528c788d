"""Where programs of this user come in: each has a seat while it stays, and what was left behind is passed over."""

import time

import pytest

from bascule.broker.door import shared_port
from bascule.broker.hub import Hub
from bascule.broker.owner import Owner
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
