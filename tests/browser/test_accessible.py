"""axe finds nothing to object to, in each main state, on a phone and on a desk, light and dark; nothing is cut off."""

import pytest

from tests.browser.conftest import AXE

pytestmark = pytest.mark.browser

SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


def objections(one):
    if not AXE.exists():
        pytest.skip("axe is not here: run make browser")
    one.tab.evaluate(AXE.read_text("utf-8"))
    found = one.tab.evaluate("() => axe.run(document)")
    return [f"{rule['id']}: {rule['help']}: {rule['nodes'][0]['html']}" for rule in found["violations"]]


def wide(one):
    return one.tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_main_state(page, size, scheme):
    one = page(viewport=SIZES[size], color_scheme=scheme)
    one.shows(state="Locked: it does not go head-down")
    found = {"empty": objections(one)}
    one.click("Open the questions")
    one.tab.locator("#editor-find").fill("hip")
    one.tab.locator("input[value=early_post_op_hip]").check()
    one.tab.locator("#verdict").get_by_text("Locked: ").wait_for()
    found["editor"] = objections(one)
    one.click("Close the questions")
    one.ready()
    found["ready"] = objections(one)
    one.press("down")
    one.shows(state="At the limit")
    found["limit"] = objections(one)
    one.tab.locator("#find").fill("imu stuck")
    one.tab.get_by_role("button", name="Break: imu stuck").evaluate("it => it.click()")
    one.let_go()
    one.press("up")
    one.shows_event("IMU_FROZEN")
    one.let_go()
    found["fault"] = objections(one)
    assert not any(found.values()), found
    assert wide(one) == 0
