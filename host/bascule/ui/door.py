"""Who may have the page: programs of this machine that know its address, and no page of anybody else's."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_TOKEN_BYTES = 16
_NAMES = ("127.0.0.1", "localhost")
_WRONG_TOKEN = b"This is not the whole address. Open the one that bascule has printed: it ends in a long token.\n"
_WRONG_HOST = b"This page is only for programs of the computer on which bascule runs.\n"
# Nothing is fetched from elsewhere, nobody may frame the page, and its address (with the token) is told to nobody.
_HEADERS = (
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
# WebSocket: closed before it was accepted, which a browser sees as 403.
_POLICY = 1008


def new_token() -> str:
    """What the address has at its end: nobody can guess it."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class Door:
    """Hands on to `app` what may come in, with the token taken off the path."""

    def __init__(self, app: App, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = tuple(f"{name}:{port}" for name in _NAMES)
        sockets = " ".join(f"ws://{host}" for host in self._hosts)
        policy = (
            f"default-src 'self'; connect-src 'self' {sockets}; img-src 'self' data:; style-src 'self'; "
            "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        )
        self._headers = [*_HEADERS, (b"content-security-policy", policy.encode())]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refused: another Host (a name that leads here by DNS), another Origin, a path without the token."""
        if scope["type"] not in ("http", "websocket"):
            return
        told = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host, origin = told.get(b"host", ""), told.get(b"origin")
        begins, token, rest = [*scope["path"].split("/", 2), "", ""][:3]
        if host not in self._hosts or not self._ours(scope, origin, host):
            await _refuse(scope, send, _WRONG_HOST)
        elif begins or not hmac.compare_digest(token.encode(), self._token.encode()):
            await _refuse(scope, send, _WRONG_TOKEN)
        else:
            inner = {**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}
            await self._app(inner, receive, self._guarded(send))

    def _ours(self, scope: Scope, origin: str | None, host: str) -> bool:
        """A browser always says whose page opens a WebSocket; what is not a browser has no business there."""
        if origin is None:
            return bool(scope["type"] == "http")
        split = urlsplit(origin)
        return split.scheme == "http" and split.netloc == host

    def _guarded(self, send: Send) -> Send:
        async def headed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *self._headers]
            await send(message)

        return headed


async def _refuse(scope: Scope, send: Send, why: bytes) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _POLICY, "reason": why.decode().strip()})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": why})
