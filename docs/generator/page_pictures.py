"""The pictures of docs/page.md and README.md: the page itself, in a real browser, as a session is played on it.

Without a browser they stay as they are.
"""

import contextlib
import io
import json
import shutil
import subprocess
import sys
from importlib.util import find_spec

from docs.generator.hazards import ROOT

PLACE = ROOT / "docs" / "pictures"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ALONE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_DESK, _PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
_TABLET = {"width": 700, "height": 900}
# The animation: so many pictures, so wide, so long each.
_FRAMES, _WIDE, _EACH_MS = 40, 760, 120
_COLOURS = 160
_PERSON = {"name": "Cara", "born": "1986", "height_cm": "172", "weight_kg": "68", "session_s": "120"}


def missing():
    """Why they cannot be made here; empty when they can."""
    if find_spec("playwright") is None:
        return "playwright is not installed (make browser)"
    if not (ROOT / "host/bascule/ui/page/vendor/uPlot.iife.min.js").exists():
        return "the page's chart is not here (make page)"
    return "" if any(map(shutil.which, _BROWSERS)) else "there is no browser here"


@contextlib.contextmanager
def _sim():
    command = [sys.executable, "-m", "bascule", "sim", "--json", "--no-browser", "--speed", "20"]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, **streams) as process:
        try:
            yield json.loads(process.stdout.readline())["page"]
        finally:
            process.terminate()


def _animation(page, until):
    """Pictures of table and panel, until a state is reached."""
    from PIL import Image

    found = []
    stage, panel = (page.locator(name).bounding_box() for name in (".stage", ".panel"))
    height = max(stage["height"], panel["height"])
    clip = {"x": stage["x"], "y": stage["y"], "width": panel["x"] + panel["width"] - stage["x"], "height": height}
    while len(found) < _FRAMES:
        image = Image.open(io.BytesIO(page.screenshot(clip=clip)))
        found.append(image.resize((_WIDE, round(_WIDE * image.height / image.width))).convert("RGB"))
        if until in page.locator("#state").inner_text():
            break
    return found


def _write(frames, file):
    """One palette for all, so that only what moves takes room. The last one stays for two seconds."""
    palette = frames[-1].quantize(_COLOURS)
    small = [frame.quantize(palette=palette, dither=0) for frame in frames]
    times = [_EACH_MS] * (len(small) - 1) + [2000]
    small[0].save(file, save_all=True, append_images=small[1:], duration=times, loop=0, optimize=True)


def _editor(page):
    """A profile that locks the table, with its reason beside the questions."""
    page.get_by_role("button", name="Open the questions").click()
    for name, value in _PERSON.items():
        page.locator(f"#editor-about input[name={name}]").fill(value)
    page.locator("#editor-find").fill("hip replacement")
    page.get_by_role("checkbox", name="Total hip replacement").first.check()
    page.locator("#verdict").get_by_text("Why it is locked").wait_for()
    page.locator("#editor").screenshot(path=PLACE / "page-editor.png")


def _situation(page):
    """What happened, from the fault to the end."""
    page.get_by_role("button", name="Play: An ankle lock opens").click()
    page.locator("#story").get_by_text("An ankle lock opens: the end.").wait_for(timeout=120_000)
    page.set_viewport_size(_TABLET)
    page.locator("#story").screenshot(path=PLACE / "page-situation.png")


def draw():
    """Play a session and a fault, and write the pictures; why not, in words."""
    why = missing()
    if why:
        return why
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as driver, _sim() as address:
        binary = next(filter(None, map(shutil.which, _BROWSERS)))
        browser = driver.chromium.launch(executable_path=binary, args=_ALONE)
        page = browser.new_page(viewport=_DESK, color_scheme="light")
        page.goto(address)
        state = page.locator("#state")
        page.get_by_role("button", name="Push Anna").click()
        page.get_by_role("button", name="Confirm for me").click()
        expect(state).to_contain_text("Ready", timeout=60_000)
        page.get_by_role("button", name="Close this guide").click()
        page.locator("#speed").select_option("10")
        page.locator("[data-button=down]").hover()
        page.mouse.down()
        frames = _animation(page, "At the limit")
        expect(state).to_contain_text("At the limit", timeout=60_000)
        page.wait_for_timeout(500)
        page.screenshot(path=PLACE / "page.png")
        page.mouse.up()
        page.locator("#find").fill("imu stuck")
        page.get_by_role("button", name="Break: imu stuck").evaluate("one => one.click()")
        page.locator("[data-button=up]").click(delay=100)
        expect(page.locator("#story li.is-fault").first).to_be_visible(timeout=60_000)
        page.locator("#speed").select_option("1")
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(_PHONE)
        page.evaluate("() => scrollTo(0, 0)")
        page.wait_for_timeout(500)
        page.screenshot(path=PLACE / "page-phone.png")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(_DESK)
        _editor(page)
        _situation(page)
        browser.close()
    _write(frames, PLACE / "page.gif")
    return ""


if __name__ == "__main__":
    sys.stdout.write(draw() + "\n")
