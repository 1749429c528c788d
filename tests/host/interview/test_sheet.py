"""The questions on one sheet: every condition is asked, each answer counts, and nothing half filled in is taken."""

import datetime

import pytest

from bascule.conditions import catalogue
from bascule.interview import sheet
from bascule.profile import checked, reader

TODAY = datetime.date(2026, 11, 27)
WHOLE = {
    "name": "Cara Ö.",
    "born": "1986",
    "height_cm": "172",
    "weight_kg": "68",
    "max_inversion_deg": "40",
    "session_s": "120",
    "nothing": True,
}


def test_every_condition_is_asked_once_here_or_at_the_table():
    told = sheet.questions()
    names = [one["name"] for area in told["areas"] for one in area["conditions"]] + told["each_day"]
    assert sorted(names) == sorted(one.name for one in catalogue.known())


def test_all_answered_makes_a_file_that_a_table_takes():
    told = sheet.judged(WHOLE, TODAY)
    assert (told["open"], told["id"], told["result"]["limit_deg"]) == ([], "cara-o", 40.0)
    made = checked.check(reader.from_toml(told["text"].encode()), TODAY).profile
    assert made is not None and made.fields["name"] == "Cara Ö."


@pytest.mark.parametrize("field", [field for field in WHOLE if field != "nothing"])
def test_what_is_open_is_named_and_makes_no_file(field):
    told = sheet.judged({**WHOLE, field: " "}, TODAY)
    assert field in told["open"] and told["text"] == "" and told["result"]["verdict"] == "usable"


def test_no_word_on_conditions_is_no_declaration():
    told = sheet.judged({**WHOLE, "nothing": False}, TODAY)
    assert (told["open"], told["text"]) == (["conditions"], "")


def test_a_condition_that_locks_locks_whatever_is_open():
    absolute = next(one for one in catalogue.known() if one.category == "absolute")
    told = sheet.judged({"conditions": [absolute.key]}, TODAY)
    assert told["result"]["verdict"] == "locked"
    assert told["result"]["reasons"][0]["condition"] == absolute.key


def test_goal_and_notes_stand_in_the_file_and_go_to_no_table():
    told = sheet.judged({**WHOLE, "goal": " an hour in the garden ", "notes": "slowly\nat first"}, TODAY)
    read = reader.from_toml(told["text"].encode())
    assert (read.kept.goal, read.kept.notes) == ("an hour in the garden", "slowly\nat first")
    assert read.profile is not None and not {"goal", "notes"} & set(read.profile)
    long = sheet.judged({**WHOLE, "goal": "x" * 121}, TODAY)
    assert "at most 120" in long["result"]["reasons"][0]["text"] and long["text"] == ""


def test_what_a_therapist_asked_for_holds_and_nothing_there_asks_for_nothing():
    told = sheet.judged({**WHOLE, "hold_deg": "20", "days_per_step": "14", "ask_pain": True}, TODAY)
    assert (told["open"], told["result"]["limit_deg"], told["result"]["bound_by"]) == ([], 20.0, "hold")
    fields = checked.check(reader.from_toml(told["text"].encode()), TODAY).profile.fields
    assert [fields.get(name) for name in ("hold_cdeg", "days_per_step", "ask_pain")] == [2000, 14, True]
    empty = sheet.judged({**WHOLE, "hold_deg": " ", "days_per_step": "", "ask_pain": False}, TODAY)
    assert empty["text"] == sheet.judged(WHOLE, TODAY)["text"]
    quick = sheet.judged({**WHOLE, "days_per_step": "2"}, TODAY)
    assert quick["result"]["verdict"] == "refused" and quick["text"] == ""


def test_what_enforces_nothing_is_told_all_the_same():
    note = next(one for one in catalogue.known() if one.category == "note")
    told = sheet.judged({**WHOLE, "nothing": False, "conditions": [note.key]}, TODAY)
    assert list(told["result"]["notes"]) == [f"{note.name}: {note.reason}"]


def test_of_what_locks_the_page_is_told_first_what_needs_care_now():
    told = sheet.judged({"conditions": ["glaucoma", "worsening_nerve_deficit"]}, TODAY)
    assert [one["condition"] for one in told["result"]["reasons"][:2]] == ["worsening_nerve_deficit", "glaucoma"]


@pytest.mark.parametrize(
    "said",
    [
        {"name": 7, "born": ["1986"], "conditions": "glaucoma", "since": [], "clearances": {}},
        {"conditions": [None, 3], "clearances": [None, {"condition": []}], "since": {"x": 1}},
        {"born": "9" * 4000, "height_cm": "\x00", "conditions": ["no_such"] * 100},
    ],
)
def test_what_is_no_answer_makes_no_file(said):
    told = sheet.judged(said, TODAY)
    assert told["text"] == "" and told["open"]


def test_a_condition_and_nothing_to_declare_is_told_and_makes_no_file():
    told = sheet.judged({**WHOLE, "conditions": ["sciatica"]}, TODAY)
    assert told["text"] == "" and told["result"]["verdict"] == "refused"
    assert "nothing_to_declare" in told["result"]["reasons"][0]["text"]
