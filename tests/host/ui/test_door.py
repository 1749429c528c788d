"""The page is for whoever has its address, on this computer, and for no page of anybody else's."""

import asyncio

import pytest

from bascule.ui.door import Door

PORT, TOKEN = 4711, "a-token"
HERE = f"127.0.0.1:{PORT}"


def come(path=f"/{TOKEN}/", kind="http", **headers):
    """(what the app inside was asked for, what came out)."""
    inside, out = [], []

    async def app(scope, receive, send):
        inside.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        out.append(message)

    named = [(name.encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(Door(app, TOKEN, PORT)({"type": kind, "path": path, "headers": named}, None, send))
    return inside, out


@pytest.mark.parametrize("host", [HERE, f"localhost:{PORT}"])
def test_the_whole_address_opens_it(host):
    inside, out = come(host=host)
    assert inside == ["/"]
    headers = dict(out[0]["headers"])
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]
    assert headers[b"referrer-policy"] == b"no-referrer"


def test_a_socket_is_opened_by_our_own_page():
    assert come(f"/{TOKEN}/live", "websocket", host=HERE, origin=f"http://{HERE}")[0] == ["/live"]


@pytest.mark.parametrize("path", ["/", "", "/a-tokeN/", "/a-token", "/a-token2/", "//a-token/", "/live", "/ä/"])
def test_without_the_token_nothing_is_told(path):
    inside, out = come(path, host=HERE)
    if path == "/a-token":
        assert inside == ["/"]
        return
    assert (inside, out[0]["status"]) == ([], 403)
    assert b"whole address" in out[1]["body"]


@pytest.mark.parametrize("host", ["bascule.example", f"bascule.example:{PORT}", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_host_is_refused(host):
    assert come(host=host)[1][0]["status"] == 403


@pytest.mark.parametrize("origin", ["http://bascule.example", "null", f"https://{HERE}", "http://127.0.0.1:80", None])
def test_another_origin_opens_no_socket(origin):
    headers = {"host": HERE} | ({"origin": origin} if origin else {})
    inside, out = come(f"/{TOKEN}/live", "websocket", **headers)
    assert (inside, out[0]["type"]) == ([], "websocket.close")


def test_another_origin_is_told_nothing_by_http_either():
    assert come(host=HERE, origin="http://bascule.example")[0] == []
