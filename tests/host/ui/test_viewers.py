"""A browser that reads slowly: it gets the newest and no backlog, and all of it anew where events were too many."""

import asyncio
import json

from starlette.websockets import WebSocketDisconnect

from bascule.ui.shown import Shown
from bascule.ui.viewers import _MOST_WAITING, Viewer, Viewers


class Socket:
    """Takes what is sent."""

    def __init__(self):
        self.sent = []

    async def send_text(self, text):
        self.sent.append(text)


def sent(viewer, socket):
    async def for_a_moment():
        task = asyncio.ensure_future(viewer.send_on())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()

    asyncio.run(for_a_moment())
    return socket.sent


def test_of_a_hundred_moments_only_the_newest_is_sent_and_every_event():
    socket = Socket()
    viewer = Viewer(socket, 1)
    for number in range(100):
        assert viewer.tell("moment", f"moment {number}", newest=True)
    assert viewer.tell("event", "event 1", newest=False) and viewer.tell("event", "event 2", newest=False)
    assert sent(viewer, socket) == ["event 1", "event 2", "moment 99"]


def test_more_events_than_it_may_wait_for_begin_everything_anew():
    shown = Shown({"kind": "simulated"})
    viewers, socket = Viewers(shown, lambda *_: None, lambda _: None), Socket()
    viewer = viewers._all[1] = Viewer(socket, 1)
    for number in range(_MOST_WAITING + 1):
        viewers._spread("event", f"event {number}", False)
    (only,) = sent(viewer, socket)
    assert json.loads(only)["k"] == "all"


def test_what_is_old_is_not_sent_behind_everything_anew():
    socket = Socket()
    viewer = Viewer(socket, 1)
    viewer.tell("moment", "an old moment", newest=True)
    viewer.begin("everything")
    assert sent(viewer, socket) == ["everything"]


def test_a_page_that_is_closed_holds_no_button():
    class Closed(Socket):
        async def accept(self):
            """Come in."""

        async def receive_text(self):
            raise WebSocketDisconnect(1001)

    gone = []
    viewers = Viewers(Shown({}), lambda *_: None, gone.append)
    asyncio.run(viewers.serve(Closed()))
    asyncio.run(viewers.serve(Closed()))
    assert gone == [1, 2]
