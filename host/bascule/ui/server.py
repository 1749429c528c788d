"""The page's server: on this machine only, in a thread of its own, from begin to end of a `with`."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from bascule.errors import UNEXPECTED, Problem
from bascule.speech.told import later
from bascule.ui.door import Door, new_token
from bascule.ui.shown import Act, Shown

PAGE = Path(__file__).parent / "page"
_EXTRA = ("starlette", "uvicorn", "websockets")
_BEGIN_S = 10.0
# A browser that does not answer for so long is gone, and has let go of everything.
_PING_S, _SILENT_S = 2.0, 4.0


def missing() -> list[str]:
    """The packages of the extra that are not installed here."""
    return [name for name in _EXTRA if find_spec(name) is None]


@contextlib.contextmanager
def opened(shown: Shown, act: Act, gone: Callable[[int], None]) -> Iterator[str]:
    """The page's address. `act` and `gone` are called in the server's thread, and must return at once."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.routing import Mount, WebSocketRoute
    from starlette.staticfiles import StaticFiles

    from bascule.ui.viewers import Viewers

    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    token = new_token()
    viewers = Viewers(shown, act, gone)
    routes = [WebSocketRoute("/live", viewers.serve), Mount("/", StaticFiles(directory=PAGE, html=True))]
    config = uvicorn.Config(
        Door(Starlette(routes=routes), token, port),
        http="h11",
        ws="websockets-sansio",
        ws_ping_interval=_PING_S,
        ws_ping_timeout=_SILENT_S,
        lifespan="off",
        log_config=None,
        log_level="critical",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)

    async def serve() -> None:
        viewers.attach(asyncio.get_running_loop())
        await server.serve(sockets=[listening])

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name="page", daemon=True)
    thread.start()
    try:
        _wait(server, thread)
        yield f"http://127.0.0.1:{port}/{token}/"
    finally:
        server.should_exit = True
        thread.join(_BEGIN_S)
        listening.close()


def _wait(server: object, thread: threading.Thread) -> None:
    for _ in range(int(_BEGIN_S / 0.01)):
        if getattr(server, "started", False):
            return
        if not thread.is_alive():
            break
        thread.join(0.01)
    raise Problem(UNEXPECTED, "NO_PAGE", later("the page could not be served"), later("Run it again with --headless."))
