"""What the panel shows can be read: every text whole, what to do first, and whom it is about."""

from types import SimpleNamespace

import pytest

from firmware.panel import font, moving, paper
from firmware.panel import menu as pages
from firmware.panel.pages import lines
from firmware.safety import faults
from firmware.screening import conditions, dose, questions
from firmware.screening.rules import Screened
from firmware.status import Status
from tests.panel.menu.menu_panel import DOWN, OK, UP, Panel, someone

CAPS = [(6000, "table_rating")]
# What the gaps of a sentence are filled with, at their longest.
KEY, CLINICIAN = "k" * 19 + "_" + "y" * 20, "Dr. Zoë Müller-Łukasiewicz-Hua"
NAMED = [f"{row[conditions.NAME]}: {row[conditions.REASON]}" for row in conditions.CONDITIONS]
LOCKED = [
    conditions.WORDS["CONDITION_ABSOLUTE"] % (row[conditions.NAME], row[conditions.REASON])
    for row in conditions.CONDITIONS
    if row[conditions.CATEGORY] == conditions.ABSOLUTE
]
GATES = [f"{gate[conditions.GATE_NAME]}: {gate[conditions.GATE_REASON]}" for gate in conditions.GATES]
TODAY = [dose.WORDS["TODAY"] % question[1:3] for question in conditions.TODAY_QUESTIONS]
SENTENCES = [text for words in (conditions.WORDS, dose.WORDS) for text in words.values() if "%s: %s" not in text]
SAID = [text.replace("%d", "1800").replace("%s", gap) for text in SENTENCES for gap in (KEY, CLINICIAN)]
NEWS = [dose.WORDS["NEWS"] % row[2] for row in questions.NEWS_QUESTIONS]
TEXTS = [*NAMED, *LOCKED, *GATES, *TODAY, *NEWS, *dict.fromkeys(SAID)]


def whole(seen, text):
    """Whether the words seen are those of the text, in order, and cut only where a word is longer than a line."""
    for word in paper.plain(text).split():
        found = ""
        while len(found) < len(word):
            piece, *seen = seen
            assert piece == word or len(word) > paper.WIDTH
            found += piece
        assert found == word
    return seen == []


def fits(shown):
    return len(shown) == 4 and all(
        len(line) <= 21 and all(font.number(sign) < font.BOX for sign in line) for line in shown
    )


@pytest.fixture(scope="module")
def panel(tmp_path_factory):
    """A panel at CHOOSE, the questions answered; what is in force is set by the test."""
    panel = Panel(tmp_path_factory.mktemp("panel"), someone("w", name="Wilhelmina Featherstonehaugh"))
    panel.answer()
    return panel


def told(panel, reasons=(), warnings=()):
    """Let the screening result be this, and look at the panel afresh."""
    panel.press(UP)
    panel.chosen.screened = Screened(CAPS, [("CODE", text) for text in reasons], 60, [("CODE", t) for t in warnings])
    panel.hold(0)


@pytest.mark.parametrize("text", TEXTS)
def test_every_reason_is_read_whole_before_ok_leads_past_it(panel, text):
    told(panel, reasons=[text, "And then this."])
    for at, expected in enumerate([text, "And then this.", text]):
        assert (panel.page, panel.menu.at, panel.menu.part) == (pages.LOCKED, at % 2, 0)
        assert fits(panel.shown)
        assert panel.shown[0].startswith("W") and f" locked {at % 2 + 1}/2 1/" in panel.shown[0]
        assert whole(panel.read_on(), expected)
        assert panel.menu.at == at % 2
        panel.press(OK)


@pytest.mark.parametrize("text", TEXTS)
def test_every_warning_is_read_whole_before_it_is_acknowledged(panel, text):
    told(panel, warnings=["Know this first.", text])
    panel.press(OK)
    for at, expected in enumerate(["Know this first.", text]):
        assert (panel.page, panel.menu.at) == (pages.WARNING, at)
        assert panel.shown[0].startswith(f"Mind {at + 1}/2 ") and fits(panel.shown)
        assert ("OK:more" in panel.shown[0]) is (paper.count(paper.laid(expected)) > 1)
        assert whole(panel.read_on(), expected)
        assert "OK:yes" in panel.shown[0] and fits(panel.shown)
        assert not panel.chosen.confirmed
        panel.press(OK)
    assert panel.page == pages.ARMED
    panel.press(OK)


def test_whoever_must_seek_care_reads_it_on_the_first_page():
    for row in conditions.CONDITIONS:
        first = " ".join(paper.laid(f"{row[conditions.NAME]}: {row[conditions.REASON]}")[: paper.ROWS])
        assert ("Seek care now" in first) is (
            row[conditions.NUMBER] == 29 or row[conditions.KEY] == "spinal_infection"
        ), row


@pytest.mark.parametrize("code", range(1, faults.COUNT))
def test_a_fault_is_shown_whole_in_turns_and_what_to_do_first(panel, code):
    row = faults.FAULTS[code]
    name, sentence, remedy = row[faults.NAME], row[faults.SENTENCE], row[faults.REMEDY]
    status = Status()
    status.fault = code
    seen, heads = [], []
    while not heads or heads[-1].split()[-1] != f"{len(heads)}/{len(heads)}":
        shown = lines(panel.menu, panel.chosen, status)
        assert fits(shown) and shown[0].startswith(f"! {name} ")
        heads.append(shown[0])
        seen += " ".join(shown[1:]).split()
        status.now_ms += 4000
    assert whole(seen, f"{remedy} {sentence}")
    again = lines(panel.menu, panel.chosen, status)
    assert again[0] == heads[0]


def test_a_chip_that_is_no_tilt_sensor_of_ours_is_named_with_its_id(panel):
    status = Status()
    status.fault = faults.IMU_STALE
    status.tilt_sensor = SimpleNamespace(stranger=0x6998)
    shown = [lines(panel.menu, panel.chosen, status)]
    while len(shown) < int(shown[0][0][-1]):
        status.now_ms += 4000
        shown.append(lines(panel.menu, panel.chosen, status))
    assert shown[0][0].startswith("! IMU_STALE ") and all(fits(page) for page in shown)
    said = " ".join(line for page in shown for line in page[1:])
    assert said.startswith("Press UP. ") and "A chip answers as 98h at address 69h." in " ".join(said.split())
    status.fault = faults.IMU_FROZEN
    assert "98h" not in " ".join(lines(panel.menu, panel.chosen, status))


def test_every_question_is_shown_whole_and_how_to_answer_it(tmp_path):
    panel = Panel(tmp_path, someone("Anna"))
    panel.to_questions()
    asked = [questions.NEWS, *questions.BEHIND_NEWS, questions.ALCOHOL, questions.MEAL, *questions.EACH_DAY]
    for at, number in enumerate(asked):
        head, *body, foot = panel.shown
        count = len(asked) if at else len(asked) - len(questions.BEHIND_NEWS)
        assert head.split() == ["Today", f"{at + 1}/{count}", "OK:", "later"] and foot == "UP: yes   DOWN: no"
        assert fits(panel.shown) and whole(" ".join(body).split(), questions.text(number))
        panel.press(UP if number == questions.NEWS else DOWN)
    assert [one[0] for one in panel.chosen.screened.reasons] == ["NEWS"]


@pytest.mark.parametrize("state", range(14))
def test_away_from_rest_the_page_of_what_moves_is_shown(panel, state):
    status = Status()
    status.state, status.inv_cdeg, status.limit_cdeg = state, -1234, 6000
    panel.idle = False
    panel.hold(0)
    shown = lines(panel.menu, panel.chosen, status)
    panel.idle = True
    panel.hold(0)
    assert fits(shown) and shown == moving.lines(status, panel.menu.on_the_way)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Zoë Müller", "Zoe Müller"),
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("Zoe\u0308", "Zoe"),
        ("Ωλna", "??na"),
        ("李小龙", "anna"),
        ("Анна", "anna"),
        ("A" * 60, "A" * 21),
        ("  Anna   B.  ", "Anna B."),
    ],
)
def test_a_name_is_shown_in_signs_that_the_panel_has(tmp_path, name, shown):
    panel = Panel(tmp_path, someone("anna", name=name))
    assert panel.shown[0] == shown and fits(panel.shown)


def test_people_whose_names_look_alike_are_told_apart(tmp_path):
    names = ("Anna", "Anna ", "Wilhelmina Smith-Adams", "Wilhelmina Smith-Baker", "Ben", "李")
    panel = Panel(tmp_path, *(someone(f"p{at}", name=name) for at, name in enumerate(names)))
    seen = set()
    for _ in names:
        seen.add(panel.shown[0])
        assert fits(panel.shown)
        panel.press(DOWN)
    assert seen == {"Anna #1", "Anna #2", "Wilhelmina Smith-A #3", "Wilhelmina Smith-B #4", "Ben", "p5"}


def test_people_who_look_alike_are_told_apart_in_a_lock_too(tmp_path):
    panel = Panel(tmp_path, *(someone(f"p{at}", "glaucoma", name=f"Wilhelmina {at}") for at in range(2)))
    assert panel.shown[0] == "Wil #2 locked 1/1 1/3"
    panel.press(DOWN)
    assert panel.shown[0] == "Wil #1 locked 1/1 1/3"


@pytest.mark.parametrize("rooms", [(21, 8), (8, 21), (21, 12, 8, 21)])
def test_a_name_is_as_long_as_its_line_has_room_whichever_page_came_before(rooms):
    """Cut once and kept so, it would hide on the page where one confirms who is meant."""
    people = SimpleNamespace(ids=["anna", "ben"], names=["Annabel of the long name", "Ben"], revision=3)
    names = paper.Names()
    for room in rooms:
        assert names.of(people, 0, room) == "Annabel of the long name"[:room]
        assert names.of(people, 1, room) == "Ben"
