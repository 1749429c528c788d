"""What the page costs: from a press in a real browser to the drive of the simulated table, and the CPU of its updates.

`python -m tests.bench.page`
"""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from contextlib import closing
from importlib.util import find_spec

from bascule.commands import sim_page
from hal import contract
from hal.sim.home.rig import Rig
from hal.world.port import open_port

GOAL_MS = {"median": 50, "99th percentile": 120}
GOAL_CPU = 0.25
# No goal for DOWN: the firmware waits 400 ms for a press that is held, some 60 ms for the switch to settle and the
# contactor to be asked for, and 140 ms while it tries the bridge before the first drive.
_PARTS = {
    "pin": "press in the browser to the table's pin,",
    "stop": "STOP in the browser to drive zero,",
    "down": "DOWN in the browser to drive,",
}
_PRESSES = 40
_LOOK_S = 10.0
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ALONE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# In the page: when each key went down, by the clock that Python has too.
_NOTE = """() => { globalThis.pressed = [];
addEventListener('keydown', event => pressed.push(performance.timeOrigin + event.timeStamp), true); }"""


class Wall:
    """When the button's line at the table's pin and the drive that the firmware asks for changed, by the wall clock."""

    def __init__(self, rig):
        self.changes = []
        self._world = rig.world
        self._was = {}
        rig.each_step(self._look)

    def _look(self):
        held = self._world.switches.held
        now = {
            "drive": self._world.wiring.commanded_permille != 0,
            "down": bool(held & 1 << contract.DOWN),
            "stop": not held & 1 << contract.STOP_CLOSED,
        }
        if now != self._was:
            at_ms = time.time() * 1000
            self.changes += [(name, on, at_ms) for name, on in now.items() if self._was.get(name) != on]
            self._was = now

    def after(self, name, on, since_ms):
        """Milliseconds until that line is on, or off, from that moment on."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            for change, state, at_ms in list(self.changes):
                if (change, state) == (name, on) and at_ms >= since_ms:
                    return at_ms - since_ms
            time.sleep(0.002)
        raise TimeoutError(f"{name} did not become {on} within 5 s")


def missing():
    """Why it cannot be measured here; empty when it can."""
    if find_spec("playwright") is None:
        return "playwright is not installed: make browser brings it"
    if not any(map(shutil.which, _BROWSERS)):
        return "no browser is here"
    return ""


def _session(address, wall, found):
    """A person at the keyboard of a browser: DOWN held, STOP pressed, again and again."""
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as driver:
        binary = next(filter(None, map(shutil.which, _BROWSERS)))
        browser = driver.chromium.launch(executable_path=binary, args=_ALONE)
        page = browser.new_page()
        page.goto(address)
        page.evaluate(_NOTE)
        page.get_by_role("button", name="Push Anna").click()
        _speed(page, 20)
        page.get_by_role("button", name="Confirm for me").click()
        expect(page.locator("#state")).to_contain_text("Ready", timeout=60_000)
        _speed(page, 1)
        found["cpu"] = _cpu(page, browser.new_browser_cdp_session())
        for _ in range(_PRESSES):
            page.keyboard.down("d")
            at_ms = page.evaluate("() => pressed.at(-1)")
            found["down"].append(wall.after("drive", True, at_ms))
            found["pin"].append(wall.after("down", True, at_ms))
            page.wait_for_timeout(150)
            page.keyboard.press("s")
            at_ms = page.evaluate("() => pressed.at(-1)")
            found["stop"].append(wall.after("drive", False, at_ms))
            found["pin"].append(wall.after("stop", True, at_ms))
            page.keyboard.up("d")
            stop = page.locator("#stop")
            expect(stop).to_have_attribute("aria-pressed", "true")
            page.keyboard.press("s")
            expect(stop).to_have_attribute("aria-pressed", "false")
            # A STOP loop that opens four times in ten seconds is taken for a loose wire.
            _speed(page, 20)
            page.wait_for_timeout(400)
            _speed(page, 1)
            page.wait_for_timeout(200)
        browser.close()


def _speed(page, times):
    speed = page.locator("#speed")
    speed.select_option(str(times))
    # Letters that are typed into a field press nothing.
    speed.evaluate("one => one.blur()")


def _cpu(page, whole):
    """(share of a core of this process, of the page's renderer, updates a second) while one browser looks on."""
    count = "() => { globalThis.count = 0; const tell = basculeLink.page.tell; basculeLink.page.tell = message => {"
    page.evaluate(count + "globalThis.count += message.k === 'moment'; tell(message); }; }")
    before, drawn_s, began = time.process_time(), _renderer_s(whole), time.monotonic()
    page.wait_for_timeout(_LOOK_S * 1000)
    passed = time.monotonic() - began
    ours, theirs = time.process_time() - before, _renderer_s(whole) - drawn_s
    return ours / passed, theirs / passed, page.evaluate("() => count") / passed


def _renderer_s(whole):
    """CPU time of the processes in which the browser runs and lays out its pages."""
    told = whole.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(one["cpuTime"] for one in told if one["type"] == "renderer")


def measure():
    """{"stop", "down": ms each to the drive, "pin": to the button's line, "cpu": what _cpu gives} of one session."""
    found = {"stop": [], "down": [], "pin": [], "cpu": (0.0, 0.0, 0.0)}
    failures = []
    made = []

    def make(folder):
        made.append(Rig("micropython", state_dir=folder))
        return made[0]

    def drive(address):
        try:
            _session(address, Wall(made[0]), found)
        except BaseException as failure:  # noqa: BLE001  (told by the thread that waits)
            failures.append(failure)

    with tempfile.TemporaryDirectory() as folder, closing(open_port()) as port:
        # The browser is started before the table, which keeps its own thread to one core.
        ready = threading.Event()
        address = []
        browser = threading.Thread(target=lambda: (ready.wait(), drive(address[0])))
        browser.start()
        with sim_page.opened(make, folder, False, port, 1.0) as (life, page):
            address.append(page)
            ready.set()
            life.run(browser.is_alive)
    if failures:
        raise failures[0]
    return found


def show():
    """Print it; the goals that were missed."""
    why = missing()
    if why:
        print(f"the page: not measured: {why}")
        return []
    found = measure()
    missed = []
    for part, words in _PARTS.items():
        every = sorted(found[part])
        figures = {
            "median": statistics.median(every),
            "99th percentile": every[min(len(every) - 1, round(0.99 * len(every)))],
        }
        for name, value in figures.items():
            goal = "" if part == "down" else f"   (goal {GOAL_MS[name]})"
            print(f"{words:44} {name:16} {value:6.0f} ms{goal}")
            missed += [f"page {part} {name}"] if goal and value > GOAL_MS[name] else []
    ours, theirs, rate = found["cpu"]
    for words, share in (("the page's server, with the table", ours), ("the page's renderer", theirs)):
        print(f"{words}, {rate:.0f} updates a second {share * 100:12.0f} %    (of a core; goal {GOAL_CPU:.0%})")
        missed += [words] if share > GOAL_CPU else []
    return missed


if __name__ == "__main__":
    sys.exit(1 if show() else 0)
