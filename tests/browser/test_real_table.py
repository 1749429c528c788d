"""`bascule ui` on a table at its port: what a cable may show, why it is locked, and what doctor finds there."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.browser.conftest import Page
from tests.browser.looking import ALL, look

pytestmark = pytest.mark.browser


class Program:
    """A `bascule` command that prints one line of JSON and goes on."""

    def __init__(self, *words):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-m", "bascule", *words]
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, env=environment, **streams)
        self.facts = json.loads(self.process.stdout.readline())

    def end(self):
        self.process.terminate()
        self.process.communicate(timeout=20)


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table at a port: for the page it is a real one."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    found = Program("sim", "--json", "--headless")
    yield found
    found.end()


@pytest.fixture
def page(chromium, table):
    served = Program("ui", "--json", "--no-browser", "--port", table.facts["port"])
    one = Page(chromium, served.facts["page"])
    yield one
    one.context.close()
    served.end()


def test_why_it_is_locked_and_what_doctor_finds_and_nothing_that_moves_it(page):
    page.shows(state="Locked: it does not go head-down", why="Push a profile")
    checks = page.tab.locator("#checks")
    checks.get_by_text("profile").first.wait_for()
    hint = page.tab.locator("#findings-hint").filter(has_text=re.compile("^[0-9]+ .*looked at"))
    hint.wait_for()
    for name in ("#keys", "#around", "#desk", "#plays", "#time", "#guide"):
        assert page.tab.locator(name).is_hidden(), name
    page.click("Look again")
    hint.wait_for()


def test_whose_limit_it_is_once_a_profile_was_pushed(page):
    from bascule.commands.page_push import _EXAMPLES

    page.tab.locator("#file").set_input_files(str(_EXAMPLES / "anna.toml"))
    page.tab.locator("#pushed").filter(has_text="The table says: up to 15 degrees.").wait_for()
    page.tab.locator("#reasons").get_by_text("15° head-down, set by sessions so far").wait_for()


def test_axe_finds_nothing_to_object_to(page):
    from bascule.commands.page_push import _EXAMPLES

    page.tab.locator("#findings-hint").filter(has_text=re.compile("^[0-9]+ .*looked at")).wait_for()
    found = look(page, "real locked", ALL)
    page.tab.locator("#file").set_input_files(str(_EXAMPLES / "anna.toml"))
    page.shows(state="Waiting for somebody at the panel")
    page.tab.locator("#reasons").get_by_text("15° head-down").wait_for()
    found += look(page, "real", ALL)
    assert not found, found


def test_a_port_that_is_lost_is_told(page, table):
    page.shows(state="Locked: it does not go head-down")
    table.end()
    page.tab.locator("#why.bad").filter(has_text=table.facts["port"]).wait_for()
    page.tab.locator("#why code").filter(has_text="bascule devices").wait_for()
    page.tab.locator("#stale").filter(has_text="No news for over a second").wait_for()
