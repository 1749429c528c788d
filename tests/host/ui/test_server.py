"""The page's server is for this computer, for as long as the page is there."""

import socket
from urllib.parse import urlsplit

import pytest

from bascule.ui import server
from bascule.ui.shown import Shown


@pytest.fixture
def listening(mocker):
    """The sockets that were opened to listen, and where each of them listens."""
    found = []

    def create(*given, **named):
        one = made(*given, **named)
        found.append((one, one.getsockname()))
        return one

    made = socket.create_server
    mocker.patch.object(server.socket, "create_server", side_effect=create)
    return found


def opened():
    return server.opened(Shown({}), lambda *_: None, lambda _: None)


def test_nobody_in_the_same_network_can_knock_at_it(listening):
    with opened() as address:
        [(_, place)] = listening
        assert place == (urlsplit(address).hostname, urlsplit(address).port) == ("127.0.0.1", place[1])


def test_nobody_comes_in_when_the_page_is_gone(listening):
    with opened():
        [(one, place)] = listening
    assert one.fileno() == -1
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(place, 1.0)


@pytest.mark.long
def test_each_page_has_a_token_of_its_own():
    with opened() as first, opened() as second:
        tokens = {urlsplit(address).path for address in (first, second)}
    assert len(tokens) == 2 and min(map(len, tokens)) > 20
