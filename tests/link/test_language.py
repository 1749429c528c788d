"""The language over the link: taken upright and at rest, and nothing else changes by it."""

import pytest

from firmware.panel import menu as pages
from firmware.panel.pages import lines
from firmware.words.languages import LANGUAGES
from tests.link.commands import ANNA, facts
from tests.support.desk import Desk


class Glass:
    def light(self):
        pass


def spoken(desk):
    return desk.ask("status")["lang"]


def test_it_is_chosen_shown_and_kept(desk, tmp_path):
    assert spoken(desk) == "en"
    for language in (*LANGUAGES, "de"):
        assert desk.ask("language.set", to=language)["lang"] == spoken(desk) == language
    assert spoken(Desk(tmp_path)) == "de"


def test_nothing_else_changes(desk):
    desk.push(ANNA)
    before = facts(desk), desk.chosen.confirmed, desk.chosen.limit_cdeg, desk.why("cap"), desk.menu.page
    desk.ask("language.set", to="de")
    assert before == (facts(desk), desk.chosen.confirmed, desk.chosen.limit_cdeg, desk.why("cap"), desk.menu.page)


@pytest.mark.parametrize(("upright", "code"), [(True, "BUSY"), (False, "NOT_UPRIGHT")])
def test_away_from_rest_it_stays(desk, upright, code):
    desk.status.upright_idle, desk.status.at_upright = False, upright
    assert desk.refused("language.set", to="de")[0] == code and spoken(desk) == "en"


def test_without_a_hello_it_stays(tmp_path):
    desk = Desk(tmp_path)
    assert desk.refused("language.set", to="de")[0] == "HELLO_FIRST" and spoken(desk) == "en"


@pytest.mark.parametrize("odd", ["", "DE", "fr", "de ", "german"])
def test_one_that_is_not_known_is_refused(desk, odd):
    assert desk.refused("language.set", to=odd)[:2] == ("OUT_OF_RANGE", "to") and spoken(desk) == "en"


def test_where_it_cannot_be_written_it_stays(desk, tmp_path):
    (tmp_path / "language.bin.new").mkdir()
    assert desk.refused("language.set", to="de")[0] == "LANGUAGE_NOT_STORED" and spoken(desk) == "en"


def read_by_somebody(desk):
    """The menu, with the second part of a text that has stood for long enough."""
    desk.push(ANNA)
    menu = desk.menu
    menu.shown.attach(Glass())
    menu.page, menu.part = pages.ABOUT, 1
    menu.shown.look(desk.chosen.changed)
    for now_ms in (0, 1100):
        menu.shown.painted(now_ms)
    assert menu.shown.stands(desk.chosen.changed)
    return menu


def test_a_page_that_waits_for_a_press_begins_anew(desk):
    """Nobody agrees to a text in a language that came in the second before."""
    menu = read_by_somebody(desk)
    desk.ask("language.set", to="de")
    assert not menu.shown.stands(desk.chosen.changed) and (menu.page, menu.part) == (pages.ABOUT, 0)
    assert lines(menu, desk.chosen, desk.status)[1].startswith("Jetzt")


def test_the_language_in_force_sent_again_takes_nothing_from_whoever_reads(desk):
    """Once a second it would keep everybody from confirming, and nobody would know why."""
    menu = read_by_somebody(desk)
    desk.ask("language.set", to="en")
    assert menu.shown.stands(desk.chosen.changed) and (menu.page, menu.part) == (pages.ABOUT, 1)


def test_what_the_wire_tells_stays_english(desk):
    desk.push(dict(ANNA, conditions=["glaucoma"], nothing_to_declare=False))
    before = desk.why("lock")
    desk.ask("language.set", to="de")
    assert desk.why("lock") == before and "Glaucoma" in str(before)


def test_a_sentence_that_is_missing_is_counted(desk):
    desk.ask("language.set", to="de")
    desk.menu.words.say("Nobody has translated this.")
    assert desk.ask("status")["gaps"] == 1


def test_a_language_that_was_lost_is_told_until_one_is_chosen(tmp_path):
    (tmp_path / "language.bin").write_bytes(b"torn")
    desk = Desk(tmp_path)
    desk.hello()
    assert [desk.ask("status")[name] for name in ("lang", "lang_lost", "gaps")] == ["en", 1, 0]
    desk.ask("language.set", to="en")
    assert [desk.ask("status")[name] for name in ("lang", "lang_lost", "gaps")] == ["en", 0, 0]
