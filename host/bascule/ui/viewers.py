"""The browsers that look on. A slow one is sent only what is newest, so that it never falls behind."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from bascule.ui.shown import Act, Shown

# What is lined up for a browser that does not read, before it is told everything anew.
_MOST_WAITING = 200
# What a page may send at once: a profile file is the longest.
_LONGEST = 32_768


class Viewer:
    """One browser. `number` tells whose hold a button is."""

    def __init__(self, socket: WebSocket, number: int) -> None:
        self.number = number
        self._socket = socket
        self._news = asyncio.Event()
        self._newest: dict[str, str] = {}
        self._waiting: list[str] = []

    def tell(self, kind: str, text: str, newest: bool) -> bool:
        """To be sent soon; False when too much waits. Of what is `newest` only the last is sent."""
        if newest:
            self._newest[kind] = text
        elif len(self._waiting) < _MOST_WAITING:
            self._waiting.append(text)
        else:
            return False
        self._news.set()
        return True

    def begin(self, text: str) -> None:
        """Everything anew, in place of all that waits."""
        self._newest.clear()
        self._waiting = [text]
        self._news.set()

    async def send_on(self) -> None:
        """Send what there is, for ever."""
        while True:
            await self._news.wait()
            self._news.clear()
            texts, self._waiting = [*self._waiting, *self._newest.values()], []
            self._newest.clear()
            for text in texts:
                await self._socket.send_text(text)

    async def receive_on(self, act: Act) -> None:
        """Hand on what the page asks for, until it is gone."""
        while True:
            text = await self._socket.receive_text()
            if len(text) > _LONGEST:
                raise WebSocketDisconnect(1009)
            said = _object(text)
            if said is not None:
                act(self.number, said)


class Viewers:
    """All of them. tell() may be called from any thread; the rest belongs to the server's own."""

    def __init__(self, shown: Shown, act: Act, gone: Callable[[int], None]) -> None:
        self._shown = shown
        self._act = act
        self._gone = gone
        self._all: dict[int, Viewer] = {}
        self._count = 0
        self._loop: asyncio.AbstractEventLoop | None = None

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on what is shown is passed on to whoever looks."""
        self._loop = loop
        self._shown.listener = self.tell

    def tell(self, kind: str, text: str, newest: bool) -> None:
        """To all; without anybody who looks it costs nothing."""
        if self._all and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, kind, text, newest)

    def _spread(self, kind: str, text: str, newest: bool) -> None:
        for viewer in self._all.values():
            if not viewer.tell(kind, text, newest):
                viewer.begin(self._shown.everything(viewer.number))

    async def serve(self, socket: WebSocket) -> None:
        """One browser from its coming to its going. Whatever ends it lets go of all that it held."""
        await socket.accept()
        self._count += 1
        viewer = Viewer(socket, self._count)
        self._all[viewer.number] = viewer
        viewer.begin(self._shown.everything(viewer.number))
        sending = asyncio.ensure_future(viewer.send_on())
        receiving = asyncio.ensure_future(viewer.receive_on(self._act))
        try:
            await asyncio.wait((sending, receiving), return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self._all[viewer.number]
            self._gone(viewer.number)
            for task in (sending, receiving):
                task.cancel()
            await asyncio.gather(sending, receiving, return_exceptions=True)


def _object(text: str) -> dict[str, Any] | None:
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("do"), str) else None
