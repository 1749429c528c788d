"""A port that somebody shares is used only where that somebody is this user, and its end is told."""

import socket

import pytest

from bascule.errors import Problem
from bascule.table import ports, shared


@pytest.fixture
def meeting(monkeypatch):
    """Somebody who shares the port; what they were told comes out of accept()."""
    ports.make_folder()
    place = shared.meeting("a port")
    with socket.socket(socket.AF_UNIX) as listener, shared.reachable(place) as address:
        listener.bind(address)
        listener.listen()
        yield listener
    place.unlink()


@pytest.mark.usefixtures("meeting")
def test_a_shared_port_is_reached_through_whoever_shares_it():
    line = shared.opened("a port")
    assert isinstance(line, shared.Shared)
    line.close()


@pytest.mark.usefixtures("meeting")
def test_no_other_user_can_answer_in_the_tables_place(monkeypatch, mocker):
    cable = mocker.patch.object(shared, "Cable")
    monkeypatch.setattr(ports, "ours", lambda _place: False)
    assert shared.opened("a port") is cable.return_value


def test_whoever_watches_is_told_when_the_sharing_ends(meeting):
    line = shared.opened("a port")
    told, _ = meeting.accept()
    told.sendall(b"one more word")
    told.close()
    assert line.read() == b"one more word"
    with pytest.raises(Problem) as lost:
        line.read()
    assert lost.value.code == "PORT_LOST"
    line.close()
