"""The edges of days and the way back, asked in this process: what is of today counts today."""

import datetime

import pytest

from bascule import prompts
from bascule.interview import areas, conversation
from bascule.interview.answers import SUPPOSED
from bascule.profile import checked, reader

TODAY = datetime.date(2026, 11, 23)
BEFORE, AFTER = TODAY - datetime.timedelta(1), TODAY + datetime.timedelta(1)
KNOWN = {**SUPPOSED, "name": "Anna", "id": "anna", "max_inversion_deg": 25, "session_s": 180}


@pytest.fixture
def asked(monkeypatch, capsys):
    """asked(fields, answers): (the profile's fields, what was said), each answer typed in turn, none left over."""

    def run(fields, answers):
        waiting = [*answers, "no"]  # no therapist asked for anything
        monkeypatch.setattr(prompts, "_line", lambda: waiting.pop(0))
        whole = conversation.hold(fields, TODAY, lambda _id: None, lambda _whole, _memory: None)
        assert not waiting
        return whole, " ".join(capsys.readouterr().err.split())

    return run


def cleared(issued, expires):
    """The answers about a clearance of the one condition, and that there is no programme."""
    return ["yes", "A. Example", "2", str(issued), str(expires), "20", "no"]


@pytest.mark.parametrize("issued", [BEFORE, TODAY])
def test_a_clearance_given_today_is_taken(asked, issued):
    fields = {**KNOWN, "conditions": ["hip_dysplasia"]}
    whole, said = asked(fields, cleared(issued, AFTER))
    assert whole["clearances"][0]["issued"] == issued and "future" not in said


def test_a_clearance_given_tomorrow_is_not(asked):
    fields = {**KNOWN, "conditions": ["hip_dysplasia"]}
    answers = cleared(AFTER, AFTER)
    answers.insert(4, str(TODAY))
    whole, said = asked(fields, answers)
    assert whole["clearances"][0]["issued"] == TODAY and f"{AFTER} is in the future" in said


@pytest.mark.parametrize(("expires", "over"), [(BEFORE, True), (TODAY, False), (AFTER, False)])
def test_nobody_is_sent_away_on_the_last_day_of_a_clearance(asked, expires, over):
    fields = {**KNOWN, "conditions": ["hip_dysplasia"]}
    _, said = asked(fields, cleared(BEFORE, expires))
    assert (f"It is over since {expires}" in said) is over


@pytest.mark.parametrize(("day", "taken"), [(TODAY, True), (AFTER, False)])
def test_an_operation_of_today_is_taken_and_one_of_tomorrow_is_not(asked, day, taken):
    fields = {**KNOWN, "conditions": ["early_post_op_hip"]}
    answers = ["yes", str(day), *([] if taken else [str(BEFORE)]), "no", "no"]
    whole, said = asked(fields, answers)
    assert whole["since"]["early_post_op_hip"] == (day if taken else BEFORE)
    assert ("in the future" in said) is not taken


@pytest.mark.parametrize(("born", "taken"), [(TODAY.year, True), (TODAY.year + 1, False)])
def test_who_is_born_this_year_is_born(born, taken):
    found = checked.check(reader.from_fields({**SUPPOSED, "born": born}), TODAY)
    assert (found.profile is not None) is taken


def test_whoever_sees_the_lists_again_is_asked_each_of_them_again(asked):
    """The first one too, which has the signs that need care now."""
    fields = {name: value for name, value in KNOWN.items() if name not in ("conditions", "nothing_to_declare")}
    none = ["none"] * len(areas.asked())
    number, one = next((at, one) for at, one in enumerate(areas.asked()[0][1], 1) if one.clearable)
    whole, _ = asked(fields, [*none, "again", str(number), *none[1:], "no", "no"])
    assert whole["conditions"] == [one.key]
