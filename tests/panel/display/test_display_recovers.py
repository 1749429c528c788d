"""The panel's display after nonsense, loss and long times, and what a person reads on it."""

import pytest

from firmware.drivers import ssd1306
from firmware.panel import menu as pages
from hal.sim.home.rig import Rig
from hal.sim.home.table import INTERPRETERS
from hal.world.faults.fault import parse
from tests.panel.display.display_glass import Panel, what_is_wrong
from tests.panel.menu.menu_panel import OK, someone
from tests.support import glass
from tests.support.laptop import Laptop, blob


def test_at_rest_nonsense_is_painted_over_within_half_a_minute_even_if_no_transfer_failed(panel):
    panel.run(3)
    panel.chip.reset()
    panel.run(26)
    assert not panel.reads()


def test_somebody_else_who_is_removed_is_offered_no_more(tmp_path):
    panel = Panel(tmp_path, someone("Anna"), someone("Ben"))
    assert not panel.reads() and "next person" in glass.read(panel.chip)[3]
    assert panel.chosen.remove(panel.chosen.people.find("anna")) == ""
    assert not panel.reads() and glass.read(panel.chip)[3] == ""


def test_a_page_that_comes_after_a_week_is_shown(panel):
    panel.run(2)
    panel.now_ms = (panel.now_ms + 7 * 24 * 3600 * 1000) & 0x3FFFFFFF
    panel.press(OK)
    assert not panel.reads() and panel.menu.page == pages.QUESTION


def test_the_clock_may_wrap(tmp_path):
    panel = Panel(tmp_path, someone("Anna"), start_ms=(1 << 30) - 1000)
    assert not panel.reads()
    panel.press(OK)
    assert not panel.reads() and panel.menu.page == pages.QUESTION


@pytest.mark.parametrize("at", range(23))
def test_a_wrong_byte_of_the_settings_is_noticed(tmp_path, at, monkeypatch):
    settings = bytearray(ssd1306._SETTINGS)
    settings[at] ^= {10: 0x03, 21: 0x01, 22: 0x01}.get(at, 0x10)
    monkeypatch.setattr(ssd1306, "_SETTINGS", bytes(settings))
    wrong = what_is_wrong(tmp_path)
    # Speed, contrast, precharge and level change how bright it is, and not what is read.
    assert bool(wrong) is (at not in (1, 16, 18, 20)), wrong


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADDRESS", 0x3D), ("_COMMANDS", 0x40), ("_ONE_COMMAND", 0x00), ("_ONE_COMMAND", 0xC0), ("_DATA", 0x00),
        ("_DATA", 0xC0), ("_ON", b"\xae"), ("_OFF", b"\xad"),
    ],
)  # fmt: skip
def test_a_wrong_number_of_the_driver_is_noticed(tmp_path, name, value, monkeypatch):
    monkeypatch.setattr(ssd1306, name, value)
    assert what_is_wrong(tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("home", INTERPRETERS)
def test_a_person_at_the_table_reads_what_the_laptop_reads(home, tmp_path, request):
    if home == "micropython":
        request.getfixturevalue("micropython")
    with Rig(home, state_dir=tmp_path) as rig:
        laptop = Laptop(rig)

        def panel():
            rig.run(2.0)
            # An angle's last digit may change between two looks.
            for _ in range(6):
                rig.run(0.4)
                said = laptop.ask("panel")
                wanted = glass.shown([said[key] for key in ("l1", "l2", "l3", "l4")])
                if glass.read(rig.world.display) == wanted:
                    return said["page"]
            pytest.fail(f"{glass.read(rig.world.display)} and not {wanted}")

        rig.run(2.5)
        laptop.hello()
        seen = {panel()}
        for declared, more in ((["glaucoma"], {"nothing_to_declare": False}), ([], {"born": 1960, "name": "Zoë"})):
            assert laptop.push(blob(conditions=declared, **more))["ok"] == 1
            seen.add(panel())
        page = "CHOOSE"
        while page in ("CHOOSE", "ABOUT", "QUESTION"):
            laptop.tap("down" if page == "QUESTION" else "ok")
            page = panel()
            seen.add(page)
        while panel() == "WARNING":
            laptop.tap("ok")
        rig.press("down")
        rig.run(6)
        rig.release("down")
        rig.run(0.5)
        seen.add(panel())
        assert seen >= {"NONE", "LOCKED", "CHOOSE", "QUESTION", "WARNING", "SESSION"}
        rig.set_switch("lock_left", False)
        rig.run(2.4)
        assert glass.read(rig.world.display)[0].startswith("! ANKLE_OPEN ")
        undo = rig.break_(parse("display off"))
        rig.set_switch("lock_left", True)
        rig.run(30)
        assert laptop.ask("status")["disp"] == 0 and rig.world.plant.inv_deg < -68.9
        undo()
        rig.run(4)
        status = laptop.ask("status")
        assert (status["disp"], status["failed"]) == (1, 0)
        panel()
