"""What a person reads on the panel's display is what the panel's lines say, on every page and in both homes."""

import subprocess
from pathlib import Path

import pytest

from firmware.drivers import ssd1306
from firmware.panel import font
from firmware.panel import menu as pages
from firmware.panel.display import Display
from firmware.panel.menu import Menu
from firmware.panel.pages import lines, tenths
from firmware.person.chosen import Chosen
from firmware.safety import faults
from firmware.screening.conditions import TODAY_QUESTIONS
from firmware.status import Status
from firmware.store.people import People
from hal import contract
from hal.sim.home.rig import Rig
from hal.sim.home.table import INTERPRETERS
from hal.world.chips import ssd1306 as chip
from hal.world.electrics.bus import Bus
from hal.world.errors import WorldError
from hal.world.faults.fault import parse
from tests.panel.test_menu import DOWN, MINUTES, OK, QUESTIONS, TODAY, UP, someone, to_wire
from tests.support import glass
from tests.support.direct import I2C
from tests.support.laptop import Laptop, blob

TICK_MS = 20


class Panel:
    """A display with what it shows, and no table around it."""

    def __init__(self, root, *people, start_ms=0):
        self.chosen = Chosen(People(str(root)))
        self.chosen.rescreen(TODAY, MINUTES)
        for one in people:
            assert self.chosen.push(to_wire(one)) == ""
        self.now_ms = start_ms
        self.menu = Menu(self.chosen, start_ms)
        self.status = Status()
        self.idle = True
        self.chip = chip.Ssd1306()
        self.bus = Bus({chip.ADDRESS: self.chip})
        self.transfers: list[int] = []
        write = self.bus.write

        def counted(addr, reg, data):
            self.transfers[-1:] = [self.transfers[-1] + 1]
            return write(addr, reg, data)

        self.bus.write = counted
        self.display = Display(I2C(self.bus), self.menu, self.chosen, self.status, start_ms)

    def run(self, seconds=2.0, keys=0):
        """Ticks; transfers gets one number for each."""
        for _ in range(round(seconds * 1000 / TICK_MS)):
            self.now_ms = (self.now_ms + TICK_MS) & 0x3FFFFFFF
            self.menu.step(self.now_ms, keys, self.idle)
            self.status.upright_idle = self.idle
            self.transfers.append(0)
            self.display.step(self.now_ms)

    def press(self, *keys):
        for key in keys:
            self.run(0.06, key)
            self.run(0.06)

    def reads(self):
        """What is read after everything had its time; "" when it is what it should be."""
        self.run(1.4 if self.idle else 2.4)
        wanted = glass.shown(lines(self.menu, self.chosen, self.status))
        seen = glass.read(self.chip)
        return "" if seen == wanted and not glass.margin(self.chip) else f"{seen} and not {wanted}"


@pytest.fixture
def panel(tmp_path):
    return Panel(tmp_path, someone("Anna"))


def test_every_page_is_read_as_its_lines_say(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960, name="Zoë 我 ~^`"), someone("Ben", "glaucoma", "pregnancy"))
    seen = {panel.menu.page}
    for key in [0, *[OK] * 6, UP, OK, *[DOWN] * QUESTIONS, *[OK] * 5]:
        panel.press(*([key] if key else []))
        seen.add(panel.menu.page)
        assert not panel.reads(), panel.menu.page
    panel.idle = False
    for panel.status.inv_cdeg in (-6998, -5, 0, 1234, 9000):
        assert not panel.reads()
    assert glass.read(panel.chip)[1:3] == ["BOOT", "    90.0 of 0 deg"]
    assert seen | {panel.menu.page, pages.NONE} == set(pages.PAGES), seen


def test_an_empty_table_and_every_fault_are_read(tmp_path):
    panel = Panel(tmp_path)
    assert not panel.reads() and glass.read(panel.chip)[0].startswith("Nobody")
    for panel.status.fault in range(1, faults.COUNT):
        assert not panel.reads()
        assert glass.read(panel.chip)[0].split()[:2] == ["!", faults.FAULTS[panel.status.fault][faults.NAME]]


def test_every_sign_of_the_font_differs_from_every_other():
    signs = {bytes(font.SIGNS[at : at + 5]) for at in range(0, len(font.SIGNS), 5)}
    assert len(font.SIGNS) == 96 * 5 and len(signs) == 96
    assert all(column < 128 for column in font.SIGNS)


def test_it_stays_dark_until_all_of_it_is_painted(panel):
    panel.run(0.5)
    assert not any(map(any, panel.chip.rows())) and not panel.status.display
    panel.run(1.0)
    assert any(map(any, panel.chip.rows())) and panel.status.display


def test_a_tick_makes_at_most_one_transfer_and_it_takes_less_than_a_millisecond(panel):
    took_us = []
    write = panel.bus.write

    def timed(addr, reg, data):
        took_us.append(contract.COST_I2C_US + contract.COST_I2C_BYTE_US * (len(data) + 2))
        return write(addr, reg, data)

    panel.bus.write = timed
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.run(60)
    assert max(panel.transfers) == 1 and max(took_us) < 1000


def test_on_the_way_only_what_changed_is_painted_and_at_most_twice_a_second(panel):
    panel.idle = False
    panel.run(3)
    panel.transfers.clear()
    panel.run(20)
    assert sum(panel.transfers) == 0
    for step in range(100):
        panel.status.inv_cdeg = 1000 + step * 10
        panel.run(0.1)
    # Twenty looks, each with one piece of two halves.
    assert 30 <= sum(panel.transfers) <= 44
    assert not panel.reads()


def test_nothing_is_allocated_while_nothing_changes(micropython):
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [micropython, "-m", "tests.support.quiet"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("50 0 True\n", "")


@pytest.mark.parametrize(("idle", "seconds"), [(True, 0.4), (False, 0.7)])
def test_the_head_of_a_new_page_comes_first(panel, idle, seconds):
    panel.run(3)
    panel.idle = idle
    panel.run(2.5)
    panel.status.fault = faults.IMU_STALE
    panel.run(seconds)
    assert glass.read(panel.chip)[0].split() == ["!", "IMU_STALE", "1/2"]


def test_without_a_display_it_is_tried_every_three_seconds_and_found_when_it_comes(panel):
    chips = dict(panel.bus.chips)
    panel.bus.chips.clear()
    panel.run(30.0)
    assert sum(panel.transfers) in (10, 11) and not panel.status.display
    panel.bus.chips.update(chips)
    panel.run(4.5)
    assert panel.status.display and not panel.reads()


def test_one_that_was_unplugged_is_set_up_again(panel):
    panel.run(3)
    panel.bus.chips.clear()
    panel.status.fault = faults.STALL
    panel.run(1)
    assert not panel.status.display
    panel.chip.reset()
    panel.bus.chips[chip.ADDRESS] = panel.chip
    panel.run(4.5)
    assert panel.status.display and not panel.reads()


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


def what_is_wrong(root):
    try:
        return Panel(root, someone("Anna")).reads()
    except WorldError as exc:
        return str(exc)


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
        for key in ("ok", *["down"] * len(TODAY_QUESTIONS), "ok"):
            laptop.tap(key)
            seen.add(panel())
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


@pytest.mark.parametrize(
    ("cdeg", "shown"),
    [(0, "  0.0"), (5, "  0.1"), (-5, "  0.0"), (-6, "- 0.1"), (-7002, "-70.0"), (1234, " 12.3"), (1235, " 12.4")],
)
def test_an_angle_is_shown_in_tenths(panel, cdeg, shown):
    panel.idle = False
    panel.status.inv_cdeg = cdeg
    panel.run(0.1)
    assert lines(panel.menu, panel.chosen, panel.status)[2] == f"   {shown} of 0 deg"


def test_no_angle_is_shown_that_never_was_and_no_other_limit(panel):
    panel.idle = False
    panel.status.limit_cdeg = 1500
    panel.status.inv_cdeg = 950
    panel.run(3)
    for panel.status.inv_cdeg in range(950, 1050, 2):
        panel.run(0.02)
        seen = glass.read(panel.chip)[2]
        assert seen[8:] == " of 15 deg"
        if glass.UNREADABLE not in seen:
            assert 9.4 <= float(seen[:8]) <= panel.status.inv_cdeg / 100 + 0.1


def test_two_angles_that_look_different_are_two(panel):
    panel.idle = False
    panel.run(0.1)

    def seen(cdeg):
        panel.status.inv_cdeg = cdeg
        return tenths(cdeg), lines(panel.menu, panel.chosen, panel.status)

    for cdeg in range(-210, 210):
        (before, said), (after, says) = seen(cdeg), seen(cdeg + 1)
        assert (before == after) is (said == says)
