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
from hal.sim.home.rig import Rig
from hal.world.port import open_port

GOAL_MS = {"median": 50, "99th percentile": 120}
GOAL_CPU = 0.25
_PRESSES = 40
_LOOK_S = 10.0
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ALONE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# In the page: when each key went down, by the clock that Python has too.
_NOTE = """() => { globalThis.pressed = [];
addEventListener('keydown', event => pressed.push(performance.timeOrigin + event.timeStamp), true); }"""


class Wall:
    """When the drive that the firmware asks for became zero or stopped being zero, by the wall clock."""

    def __init__(self, rig):
        self.changes = []
        self._wiring = rig.world.wiring
        self._runs = False
        rig.each_step(self._look)

    def _look(self):
        runs = self._wiring.commanded_permille != 0
        if runs != self._runs:
            self._runs = runs
            self.changes.append((runs, time.time() * 1000))

    def after(self, runs, since_ms):
        """Milliseconds until the drive runs, or does not, from that moment on."""
        end = time.monotonic() + 5
        while time.monotonic() < end:
            for change, at_ms in list(self.changes):
                if change == runs and at_ms >= since_ms:
                    return at_ms - since_ms
            time.sleep(0.002)
        raise TimeoutError(f"the drive did not {'start' if runs else 'stop'} within 5 s")


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
        found["cpu"] = _cpu(page)
        for _ in range(_PRESSES):
            page.keyboard.down("d")
            found["down"].append(wall.after(True, page.evaluate("() => pressed.at(-1)")))
            page.wait_for_timeout(150)
            page.keyboard.press("s")
            found["stop"].append(wall.after(False, page.evaluate("() => pressed.at(-1)")))
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


def _cpu(page):
    """(share of a core that this process takes, updates a second) while one browser looks on."""
    count = "() => { globalThis.count = 0; const tell = basculeLink.page.tell; basculeLink.page.tell = message => {"
    page.evaluate(count + "globalThis.count += message.k === 'moment'; tell(message); }; }")
    before, began = time.process_time(), time.monotonic()
    page.wait_for_timeout(_LOOK_S * 1000)
    passed = time.monotonic() - began
    return (time.process_time() - before) / passed, page.evaluate("() => count") / passed


def measure():
    """{"stop": ms each, "down": ms each, "cpu": (share, updates a second)} of one session."""
    found = {"stop": [], "down": [], "cpu": (0.0, 0.0)}
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
    stop = sorted(found["stop"])
    figures = {"median": statistics.median(stop), "99th percentile": stop[min(len(stop) - 1, round(0.99 * len(stop)))]}
    for name, value in figures.items():
        print(f"STOP in the browser to drive zero, {name:16} {value:6.0f} ms   (goal {GOAL_MS[name]})")
        missed += [f"page {name}"] if value > GOAL_MS[name] else []
    down = statistics.median(found["down"])
    print(
        f"DOWN in the browser to drive, median {down:18.0f} ms   (of it 400 ms that the firmware waits for a held DOWN)"
    )
    share, rate = found["cpu"]
    print(f"the page's process, {rate:.0f} updates a second {share * 100:16.0f} %    (of a core; goal {GOAL_CPU:.0%})")
    return missed + (["page CPU"] if share > GOAL_CPU else [])


if __name__ == "__main__":
    sys.exit(1 if show() else 0)
