"""What a look at the page finds, on a desk and on a phone, light and dark: its pictures lie in build/page."""

import pytest

from tests.browser.conftest import AXE, SPEED
from tests.support.source import ROOT

PICTURES = ROOT / "build" / "page"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
_SIZES = {"desk": DESK, "phone": PHONE}
# Each width and each scheme once; ALL of them where the page has most on it.
_TWO = (("desk", "light"), ("phone", "dark"))
ALL = (*_TWO, ("desk", "dark"), ("phone", "light"))
# What is wider than its place, where that does not scroll.
_CUT_OFF = """() => [document.documentElement, ...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  return one instanceof HTMLElement && style.display !== 'inline' && !one.closest('.off-screen, .uplot, canvas')
    && !['auto', 'scroll'].includes(style.overflowX) && one.checkVisibility() && one.scrollWidth > one.clientWidth + 1;
}).map((one) => `${one.tagName} ${one.id || one.className}: ${one.textContent.trim().slice(0, 60)}`)"""


def _objections(tab):
    """What axe objects to, and what is cut off."""
    found = tab.evaluate("() => axe.run(document)")["violations"]
    said = [f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html']}" for rule in found]
    return said + [f"cut off: {one}" for one in tab.evaluate(_CUT_OFF)]


def look(one, name, as_seen=_TWO):
    """Objections to the page as it stands, each with where it was seen. Time should be paused, if it can be."""
    if not AXE.exists():
        pytest.skip("axe is not here: run make browser")
    PICTURES.mkdir(parents=True, exist_ok=True)
    one.tab.evaluate(AXE.read_text("utf-8"))
    found = []
    for size, scheme in as_seen:
        one.tab.emulate_media(color_scheme=scheme)
        one.tab.set_viewport_size(_SIZES[size])
        found += [f"{name}, {size}, {scheme}: {text}" for text in _objections(one.tab)]
        one.tab.screenshot(path=PICTURES / f"{name}-{size}-{scheme}.png", full_page=True)
    one.tab.set_viewport_size(DESK)
    return found


def looked_at(one, name, as_seen=_TWO):
    """The same of a simulated table, whose time stands still meanwhile."""
    _play(one, "true", "Go on")
    found = look(one, name, as_seen)
    _play(one, "false", "Pause")
    return found


def _play(one, paused, offered):
    one.tab.evaluate(f"() => basculeLink.send('play', {{ speed: {SPEED}, paused: {paused} }})")
    one.tab.get_by_role("button", name=offered, exact=True).wait_for()
