"""A real browser, and simulated tables with their pages. Without a browser every test here is skipped, and says so."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.support.source import ROOT

# Debian's names, and those of others.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# Chromium looks for nobody but our page.
_ALONE = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = ROOT / "build" / "browser" / "axe.min.js"
# Quick enough for the tests, and slow enough for a browser to keep up on a busy machine.
SPEED = "20"


@pytest.fixture(scope="session")
def chromium():
    """The browser; skipped where there is none."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("no browser is here (Debian, Ubuntu: package chromium)")
    if find_spec("playwright") is None:
        pytest.skip("playwright is not installed: run make browser")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(_ALONE))
        yield browser
        browser.close()


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
        for _ in range(400):
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
