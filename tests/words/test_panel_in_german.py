"""The panel in German, page by page: nothing is said in English, and what is painted is what was said."""

import pytest

from firmware import states
from firmware.panel import font
from firmware.panel import menu as menus
from firmware.panel.pages import lines
from firmware.safety import faults
from firmware.screening import conditions, dose, questions
from firmware.status import Status
from firmware.words import german
from firmware.words.catalogue import Catalogue
from firmware.words.languages import GERMAN
from hal.sim.home.rig import Rig
from tests.panel.menu.menu_panel import DOWN, OK, Panel, someone
from tests.support import glass
from tests.support.laptop import Laptop, blob

SAID = dict(german.PAIRS)


class Kept:
    language, lost = GERMAN, False


@pytest.fixture
def panel(tmp_path):
    panel = Panel(tmp_path, someone("w", name="Jörg Weiß", born=1960))
    panel.menu.words = Catalogue(Kept)
    panel.menu._found()
    return panel


def fits(shown):
    return len(shown) == 4 and all(
        len(line) <= 21 and all(font.number(sign) < font.BOX for sign in line) for line in shown
    )


def walk(panel, most=60):
    """Every page from the choice to the confirmation, as `most` presses reach it."""
    for _ in range(most):
        assert fits(panel.shown), panel.shown
        if panel.page == menus.ARMED:
            return
        panel.press(DOWN if panel.page == menus.QUESTION else OK)
    pytest.fail(panel.page)


def test_a_person_is_led_to_a_session_in_german(panel):
    seen = []
    panel.press(OK)
    assert panel.shown[0].startswith("Jörg Weiß") and panel.shown[0].endswith("OK:mehr 1/7")
    seen += panel.read_on()
    assert " ".join(seen).startswith(
        "Jetzt 15 Grad für 60 s: Mehr erlauben Ihre Sitzungen bisher nicht. Als Nächstes: 20 Grad,"
    )
    walk(panel)
    assert panel.shown == ["Jörg Weiß", "15 Grad, 60 s", "DOWN halten: Start", "OK: jetzt nicht"]
    panel.chosen.expire()
    assert panel.shown[1:] == ["Zu spät begonnen", "OK: neu bestätigen", ""]
    assert panel.menu.words.missed == []


def test_another_language_neither_confirms_nor_takes_a_confirmation_back(panel, mocker):
    mocker.patch.object(panel.menu.words, "_kept", mocker.Mock(keep=lambda _: True))
    panel.menu.speak("en")
    before = panel.page, panel.chosen.confirmed, panel.chosen.limit_cdeg
    panel.menu.speak("de")
    assert (panel.page, panel.chosen.confirmed, panel.chosen.limit_cdeg) == before == (menus.CHOOSE, False, 0)
    walk(panel)
    panel.menu.speak("en")
    assert panel.page == menus.ARMED and panel.chosen.confirmed and panel.chosen.limit_cdeg == 1500
    assert panel.shown[2:] == ["Hold DOWN to begin", "OK: not now"]
    panel.tap(OK)
    assert not panel.chosen.confirmed, "what takes a confirmation back counts at once"


@pytest.mark.parametrize("yes", range(questions.RENEWED))
def test_each_yes_locks_in_german(panel, yes):
    news = (questions.NEWS,) if yes > questions.NEWS else ()
    panel.answer(*news, yes)
    assert panel.page == menus.LOCKED and fits(panel.shown) and " Sperre 1/" in panel.shown[0]
    panel.read_on()
    assert panel.menu.words.missed == []


@pytest.mark.parametrize("code", sorted(conditions.WORDS.keys() - {"CLOCK_REFUSED"}))
def test_each_reason_of_a_lock_is_said_in_german(panel, code):
    text = (conditions.WORDS[code], *[7 if gap == "%d" else ("Glaucoma",) for gap in _gaps(conditions.WORDS[code])])
    panel.chosen.screened = conditions_locked(panel, [(code, text, "")])
    panel.hold(0)
    assert fits(panel.shown) and panel.read_on() and panel.menu.words.missed == []


def _gaps(sentence):
    return [sentence[at : at + 2] for at in range(len(sentence)) if sentence[at] == "%"]


def conditions_locked(panel, locks):
    return type(panel.chosen.screened)([(6000, "table_rating", "")], locks, 0)


@pytest.mark.parametrize("code", range(1, faults.COUNT))
def test_each_fault_is_said_in_german_what_to_do_first(panel, code):
    status = Status()
    status.fault = code
    shown = lines(panel.menu, panel.chosen, status)
    row = faults.FAULTS[code]
    assert shown[0].startswith("! " + SAID[row[faults.NAME]]) and fits(shown)
    assert SAID[row[faults.REMEDY]].startswith(shown[1]) and panel.menu.words.missed == []


def test_a_fault_that_follows_another_is_not_called_by_its_name(panel):
    status = Status()
    for code in (faults.STALL, faults.SILENT, faults.STALL):
        status.fault = code
        assert SAID[faults.FAULTS[code][faults.NAME]] in lines(panel.menu, panel.chosen, status)[0]


def test_on_the_way_nothing_is_looked_up(panel, mocker):
    status = Status()
    panel.idle = False
    panel.hold(0)
    looked_up = mocker.spy(panel.menu.words, "_found")
    for state in range(len(states.STATE_NAMES)):
        for status.inv_cdeg in (-6700, 0, 1234):
            for status.limit_cdeg in (0, 1500, 2250):
                status.state = state
                assert fits(lines(panel.menu, panel.chosen, status))
    assert not looked_up.called
    status.state, status.inv_cdeg, status.limit_cdeg = states.INVERTING, 900, 2250
    assert lines(panel.menu, panel.chosen, status)[:3] == [
        "        Geht abwärts", "    9   von 22,5 Grad", "        Kopf unten",
    ]  # fmt: skip


def test_who_is_asked_how_it_felt_and_for_pain(panel):
    panel.chosen._profile["ask_pain"] = True
    panel.chosen.record.after = dose.TOLERATED
    for page, at in ((menus.FELT, 0), (menus.DIZZY, 0), (menus.PAIN, 0), (menus.PAIN, 11)):
        panel.menu.page, panel.menu.at = page, at
        assert fits(panel.shown)
    panel.menu.page = menus.FORGET
    assert fits(panel.shown) and panel.menu.words.missed == []


@pytest.mark.parametrize("own_min", [0, 14_000_000])
def test_which_time_is_right(panel, own_min, mocker):
    mocker.patch.object(type(panel.chosen), "asked", (14_000_100, own_min))
    panel.menu.page = menus.TIME
    assert fits(panel.shown) and panel.shown[0] in ("Welche Zeit stimmt?", "Stimmt diese Zeit?")


def test_nobody_is_there(tmp_path):
    panel = Panel(tmp_path)
    panel.menu.words = Catalogue(Kept)
    assert panel.shown[0].startswith("Keiner ") and panel.shown[1].startswith("Übertragen Sie")


def test_a_missing_sentence_is_shown_in_english_and_counted(panel, mocker):
    mocker.patch.object(panel.menu.words, "_pairs", tuple(pair for pair in german.PAIRS if pair[0] != "OK: that is me"))
    assert panel.shown[2] == "OK: that is me" and panel.shown[1] == "15 Grad, 60 s"
    assert panel.menu.words.missed == ["OK: that is me"]


@pytest.mark.long
@pytest.mark.parametrize("home", ["cpython", "micropython"])
def test_a_table_speaks_german_from_choice_to_session_and_after_the_power_was_off(home, tmp_path, request):
    if home == "micropython":
        request.getfixturevalue("micropython")

    def read(rig, laptop):
        rig.run(2.5)
        said = laptop.ask("panel")
        assert glass.read(rig.world.display) == glass.shown([said[key] for key in ("l1", "l2", "l3", "l4")])
        return said["l1"], said["l2"]

    with Rig(home, state_dir=tmp_path) as rig:
        laptop = Laptop(rig)
        rig.run(2.5)
        laptop.hello()
        assert laptop.push(blob(name="Änne Groß"))["ok"] == 1
        assert read(rig, laptop) == ("Änne Groß", "15 deg, 60 s")
        assert laptop.ask("language.set", to="de")["ok"] == 1
        assert read(rig, laptop) == ("Änne Groß", "15 Grad, 60 s")
        laptop.agree()
        assert read(rig, laptop)[1].startswith("Jetzt 15 Grad")
    with Rig(home, state_dir=tmp_path) as rig:
        laptop = Laptop(rig)
        rig.run(2.5)
        laptop.hello()
        assert read(rig, laptop) == ("Änne Groß", "15 Grad, 60 s")
        found = laptop.ask("status")
        assert (found["lang"], found["lang_lost"], found["gaps"], found["failed"]) == ("de", 0, 0, 0)
