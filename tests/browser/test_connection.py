"""A page that is lost, late, one of several, or somebody else's: the table is held by nobody, and the page says so."""

import re
import subprocess
import sys

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.support.source import ROOT

pytestmark = pytest.mark.browser


def going_down(one):
    """Slowly enough for a busy machine: what is let go has not reached the limit by then."""
    one.ready()
    one.plays(2)
    one.press("down")
    one.gets_above(-68)


def test_a_page_that_is_closed_lets_go(page):
    watcher, holder = page(), page()
    going_down(holder)
    holder.context.close()
    watcher.shows(state="Holding here")
    watcher.shows_event("DOWN is let go")


def test_a_page_that_hangs_lets_go(page):
    watcher, holder = page(), page()
    going_down(holder)
    holder.tab.evaluate("() => { const end = Date.now() + 3000; while (Date.now() < end); }")
    watcher.shows(state="Holding here")
    watcher.shows_event("DOWN is let go: the page that held it is gone")
    holder.shows(state="Holding here")
    # Awake again it says that it still holds: nothing is pressed by that.
    holder.tab.wait_for_timeout(600)
    holder.shows(state="Holding here")
    assert watcher.angle() < 14.0


def test_a_connection_that_breaks_lets_go_and_nothing_goes_on_when_it_is_back(page):
    one = page()
    going_down(one)
    # The page's own socket, closed under it while the button stays down.
    one.tab.evaluate("() => globalThis.basculeLink.socket.close()")
    one.shows(state="Holding here")
    one.tab.locator("#link").filter(has_text="live").wait_for()
    one.tab.wait_for_timeout(600)
    one.shows(state="Holding here")
    one.let_go()


def test_two_browsers_see_the_same_and_the_button_is_held_by_both(page):
    one, two = page(), page()
    one.ready()
    two.shows(state="Ready: hold DOWN to go head-down")
    one.plays(2)
    one.press("down")
    two.shows(state="Going head-down")
    two.press("down")
    two.tab.wait_for_timeout(300)
    one.let_go()
    one.tab.wait_for_timeout(1000)
    one.shows(state="Going head-down")
    two.let_go()
    one.shows(state="Holding here")
    assert one.angle() == pytest.approx(two.angle(), abs=0.2)


def test_when_the_program_is_gone_the_page_says_so_and_is_greyed(page, sim):
    one = page()
    one.ready()
    assert sim.end() == (0, "")
    stale = one.tab.locator("#stale")
    stale.filter(has_text="No news for over a second").wait_for()
    assert "old" in (one.tab.locator("body").get_attribute("class") or "")
    grey = one.tab.locator("#state").evaluate("one => getComputedStyle(one).color")
    assert one.tab.locator("#reasons .binds").first.evaluate("one => getComputedStyle(one).color") == grey
    # The browser itself reports each try to find the program again.
    one.wrong.clear()
    one.tab.close()
    one.wrong.clear()


def test_a_table_that_restarts_is_found_again(page):
    one = page()
    one.ready()
    power = one.tab.get_by_role("button", name="All power")
    power.click()
    one.shows(state="No power")
    power.click()
    one.shows_event("All power is on")
    # Power that is lost behind a confirmation is a session cut short.
    one.shows(state="Locked: it does not go head-down", why="minutes")
    one.tab.locator("#reasons").get_by_text("Anna").wait_for()
    one.tab.locator("#link").filter(has_text="live").wait_for()


def test_a_page_of_another_origin_and_a_wrong_token_get_nothing(chromium, sim):
    address = sim.address.replace("http", "ws") + "live"
    here = sim.address.rsplit("/", 2)[0]
    with connect(address, origin=here) as ours:
        assert '"k": "all"' in ours.recv()
    for where, origin in ((address, "http://bascule.example"), (f"{here.replace('http', 'ws')}/guessed/live", here)):
        with pytest.raises(InvalidStatus) as refused:
            connect(where, origin=origin)
        assert refused.value.response.status_code == 403
    stranger = chromium.new_page()
    stranger.goto("data:text/html,<title>elsewhere</title>")
    got = stranger.evaluate(
        "address => new Promise(done => { const one = new WebSocket(address); one.onopen = () => done('open');"
        "one.onerror = () => done('refused'); })",
        address,
    )
    assert got == "refused"
    assert stranger.goto(f"{here}/guessed/").status == 403
    stranger.close()


def test_nothing_is_fetched_from_elsewhere(page, sim):
    one = page()
    one.ready()
    assert len(one.asked) > 10
    assert [
        url for url in one.asked if not url.startswith((sim.address, sim.address.replace("http", "ws"), "data:"))
    ] == []


def test_a_lost_page_changes_nothing_for_other_programs(page, sim):
    from bascule.table.client import looked_at
    from bascule.table.status import read

    one = page()
    going_down(one)
    with looked_at(sim.facts["port"]) as table:
        assert read(table).state in ("INVERTING", "AT_LIMIT")
        one.let_go()
        one.shows(state="Holding here")
        assert read(table).state == "HOLDING"


def test_the_plain_program_of_the_protocols_page_works_beside_an_open_page(page, sim, tmp_path):
    one = page()
    one.shows(state="Locked: it does not go head-down")
    text = (ROOT / "docs" / "protocol.md").read_text("utf-8")
    program = re.search(r"```python\n(.*?)```", text, re.S)[1]
    file = tmp_path / "program.py"
    file.write_text(program, "utf-8")
    ran = subprocess.run([sys.executable, str(file), sim.facts["port"]], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "CLOCK_BACKWARDS" not in ran.stdout
    assert "'verdict': 'usable'" in ran.stdout.splitlines()[-1]
    one.shows(state="Waiting for somebody at the panel")
    one.tab.locator("#reasons").get_by_text("Anna").wait_for()
