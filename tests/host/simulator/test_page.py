"""The simulated table with its page, without a browser: what a page asks for is done, and what it shows is so."""

import json
import queue
import threading
from contextlib import closing

import pytest
from websockets.sync.client import connect

from bascule.commands import sim_page
from bascule.ui import server
from hal.sim.home.rig import Rig
from hal.world.port import SocketPort


class Browser(threading.Thread):
    """Speaks as the page does, in a thread of its own, until `plan` is through."""

    def __init__(self, address, plan):
        super().__init__(daemon=True)
        self.over = False
        self.failure = None
        self._address = address
        self._plan = plan

    def run(self):
        origin = self._address.rsplit("/", 2)[0]
        try:
            with connect(self._address.replace("http", "ws") + "live", origin=origin) as socket:
                self._plan(lambda what, **more: socket.send(json.dumps({"do": what, **more})), told(socket))
        except BaseException as failure:  # noqa: BLE001  (raised where the test waits)
            self.failure = failure
        self.over = True


def told(socket):
    """until(test): the first message that the test takes."""

    def until(test):
        while True:
            message = json.loads(socket.recv(timeout=20))
            if test(message):
                return message

    return until


@pytest.fixture
def plays(tmp_path):
    """plays(plan): a table on CPython with its page, for as long as a browser follows the plan."""

    def run(plan, keep=False):
        port = SocketPort()
        made = queue.SimpleQueue()

        def make(folder):
            made.put(Rig("cpython", state_dir=folder))
            return made.get()

        with closing(port), sim_page.opened(make, str(tmp_path), keep, port, 20.0) as (life, address):
            browser = Browser(address, plan)
            browser.start()
            life.run(lambda: not browser.over)
        if browser.failure is not None:
            raise browser.failure

    return run


def event(text):
    return lambda message: message["k"] == "event" and text in message["event"]["text"]


def state(name):
    return lambda message: message["k"] == "moment" and message["state"] == name


@pytest.mark.long
def test_from_a_push_to_a_button_that_lapses(plays):
    def plan(do, until):
        everything = until(lambda message: message["k"] == "all")
        assert len(everything["fixed"]["faults"]) > 150
        until(state("LOCKED"))
        do("push", example="anna")
        assert until(lambda message: message["k"] == "answer")["ok"] is True
        do("hold", button="down")
        until(event("DOWN is pressed"))
        until(event("DOWN is let go: the page that held it is gone"))
        do("still", button="down")
        do("stop", on=True)
        assert until(event("STOP is pressed"))
        do("switch", name="lock_left", on=False)
        until(lambda message: message["k"] == "moment" and not message["switches"]["lock_left"])
        do("break", fault="imu stuck")
        number = until(lambda message: message["k"] == "moment" and message["broken"])["broken"][0][0]
        do("heal", at=number)
        until(event("Mended: imu stuck"))
        do("break", fault="imu sings")
        assert "no fault" in until(lambda message: message["k"] == "answer")["text"]
        do("renew")
        until(lambda message: message["k"] == "anew")
        moment = until(state("LOCKED"))
        assert (moment["stop"], moment["broken"], moment["switches"]["lock_left"]) == (False, [], True)

    plays(plan)


@pytest.mark.long
def test_what_makes_no_sense_changes_nothing(plays):
    def plan(do, until):
        before = until(state("LOCKED"))
        for what in (
            {"do": "hold", "button": "stop"}, {"do": "hold", "button": []}, {"do": "still", "button": "down"},
            {"do": "still", "button": []}, {"do": "switch", "name": {}},
            {"do": "play", "speed": 1e9}, {"do": "play", "speed": "fast"}, {"do": "__init__"}, {"do": "renew", "on": 1},
            {"do": "heal", "at": "x"}, {"do": "power"},
        ):  # fmt: skip
            if what["do"] != "power":
                do(**{"what": what.pop("do"), **what})
        do("stop", on=True)
        after = until(lambda message: message["k"] == "moment" and message["stop"])
        same = ("switches", "speed", "paused", "powered", "held", "broken")
        assert [after[name] for name in same] == [before[name] for name in same]

    plays(plan, keep=True)


def test_without_the_extra_it_says_how_to_get_the_page(monkeypatch, capsys):
    assert sim_page.wanted(headless=False)
    monkeypatch.setattr(server, "missing", lambda: ["starlette"])
    assert not sim_page.wanted(headless=True)
    assert capsys.readouterr().err == ""
    assert not sim_page.wanted(headless=False)
    assert 'starlette missing). Run `pip install "bascule[ui]"`' in capsys.readouterr().err
