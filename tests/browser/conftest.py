"""A real browser, and simulated tables with their pages. Without a browser every test here is skipped, and says so."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from importlib.util import find_spec

import pytest

from tests.support.source import ROOT

# Debian's names, and those of others.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Chromium looks for nobody but our page.
_ALONE = (
    "--headless", "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--mute-audio", "--no-default-browser-check",
    # One process and one thread for what it draws: of the machine's few cores the table needs one.
    "--renderer-process-limit=1", "--num-raster-threads=1", "--disable-features=Translate,MediaRouter",
)  # fmt: skip
# A test takes some seconds, and on a busy machine some tens.
_LONGEST_S = 150.0
_BEGIN_S = 60.0
AXE = ROOT / "build" / "browser" / "axe.min.js"
# Quick enough for the tests, and slow enough for a browser to keep up on a busy machine.
SPEED = "20"


class Chromium:
    """A browser in a process group of its own, which can be ended by its id whatever state it is in."""

    def __init__(self, binary, folder, driver):
        command = [binary, *_ALONE, f"--user-data-dir={folder}", "about:blank"]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, start_new_session=True, **quiet)
        self.driven = driver.chromium.connect_over_cdp(f"http://127.0.0.1:{self._port(folder)}")

    def _port(self, folder):
        file, end = folder / "DevToolsActivePort", time.monotonic() + _BEGIN_S
        while time.monotonic() < end and self.process.poll() is None:
            if file.exists() and (said := file.read_text().split()):
                return int(said[0])
            time.sleep(0.05)
        self.end()
        raise TimeoutError("the browser did not begin")

    def end(self):
        """With all its processes; nothing if it is over."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Browsers:
    """One browser after another: a new one only where the last was ended."""

    def __init__(self, binary, make_folder, driver):
        self._make = lambda: Chromium(binary, make_folder("chromium"), driver)
        self._now = None

    def now(self):
        if self._now is None or self._now.process.poll() is not None:
            self._now = self._make()
        return self._now

    def end(self):
        if self._now is not None:
            self._now.end()


@pytest.fixture(scope="session")
def _browsers(tmp_path_factory):
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("no browser is here (Debian, Ubuntu: package chromium)")
    if find_spec("playwright") is None:
        pytest.skip("playwright is not installed: run make browser")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)
    with sync_playwright() as driver:
        browsers = Browsers(found, tmp_path_factory.mktemp, driver)
        try:
            yield browsers
        finally:
            browsers.end()


@pytest.fixture
def chromium(_browsers):
    """The browser; skipped where there is none. A test that takes too long loses it, and fails."""
    browser = _browsers.now()
    over = threading.Timer(_LONGEST_S, browser.end)
    over.start()
    yield browser.driven
    over.cancel()


def pytest_collection_modifyitems(items):
    """Last of all, where even the loss of its browser did not end a test."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.timeout(_LONGEST_S + 60))


class SimWithPage:
    """`bascule sim` in a process of its own; `address` of its page."""

    def __init__(self, *words):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-m", "bascule", "sim", "--json", "--no-browser", "--speed", SPEED, *words]
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, env=environment, **streams)
        self.facts = json.loads(self.process.stdout.readline())
        self.address = self.facts["page"]

    def end(self):
        """Exit code and stderr."""
        self.process.terminate()
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said.decode()


@pytest.fixture
def sim(tmp_path, monkeypatch):
    """A simulated table that no other on this machine is taken for."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    found = SimWithPage()
    yield found
    if found.process.poll() is None:
        assert found.end() == (0, "")


class Page:
    """A browser's page as a person uses it."""

    def __init__(self, browser, address, **options):
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.wrong = []
        self.asked = []
        self.tab = self.context.new_page()
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.goto(address)

    def click(self, name):
        self.tab.get_by_role("button", name=name, exact=True).click()

    def press(self, name):
        """Put the mouse on a button of the table and hold it."""
        self.tab.locator(f"[data-button={name}]").hover()
        self.tab.mouse.down()

    def let_go(self):
        self.tab.mouse.up()

    def tap(self, name):
        """A press that is long enough at this speed of time."""
        self.press(name)
        self.shows_event(f"{name.upper()} is pressed")
        self.let_go()

    def says(self):
        """The words on the panel."""
        return self.tab.locator("#glass-words").inner_text()

    def answers(self, name):
        """One press that the panel takes: it begins when a press counts, and ends when the page has turned."""
        self.tab.locator("#glass-hint").filter(has_text="a press counts now").wait_for()
        before = self.says()
        self.press(name)
        self.tab.locator("#glass-words").filter(has_not_text=before).wait_for()
        self.let_go()

    def shows(self, *, state=None, why=None):
        """Wait until the page says so."""
        from playwright.sync_api import expect

        if state is not None:
            expect(self.tab.locator("#state")).to_have_text(state)
        if why is not None:
            expect(self.tab.locator("#why")).to_contain_text(why)

    def shows_event(self, text):
        """Wait until something has happened."""
        from playwright.sync_api import expect

        expect(self.tab.locator("#story li").filter(has_text=text).first).to_be_visible()

    def events(self):
        return self.tab.locator("#story span").all_inner_texts()

    def angle(self):
        return float(self.tab.locator("#angle").inner_text().replace("\N{MINUS SIGN}", "-"))

    def gets_above(self, deg):
        """Wait until the table is further down than this."""
        for _ in range(1200):
            if self.angle() > deg:
                return
            self.tab.wait_for_timeout(50)
        pytest.fail(f"still at {self.angle()} degrees")

    def plays(self, speed):
        """So many times as fast as life."""
        self.tab.locator("#speed").select_option(str(speed))

    def ready(self):
        """The guide's first two clicks: Anna's profile, and the panel answered."""
        self.click("Push Anna")
        self.click("Confirm for me")
        self.shows(state="Ready: hold DOWN to go head-down")


@pytest.fixture
def page(chromium, sim):
    """page(options...): a browser's page on the simulated table. Nothing on any of them may go wrong."""
    opened = []

    def open_page(**options):
        opened.append(Page(chromium, sim.address, **options))
        return opened[-1]

    yield open_page
    wrong = [text for one in opened for text in one.wrong]
    for one in opened:
        one.context.close()
    assert wrong == []
