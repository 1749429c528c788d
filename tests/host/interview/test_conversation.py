"""`bascule profile new` as somebody types it, in a real pseudo-terminal; and the transcript in docs/profiles.md."""

import json
import tomllib

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.conditions import catalogue
from bascule.interview import areas
from bascule.profile import reader
from firmware.profile import form
from tests.host.interview import profiles_page
from tests.support.host.terminal import CTRL_C, CTRL_D, typed

NEW = ["profile", "new", "--today", "2026-11-23"]
PERSON = ["Anna", "", "1980", "170", "68"]
NO_AREA = ["none"] * len(areas.asked())
LIMITS = ["25", "180", "no", "no"]


def check(path):
    ran = CliRunner().invoke(cli, ["profile", "check", str(path), "--today", "2026-11-23", "--json"])
    return ran.exit_code, json.loads(ran.stdout)


def in_area(key):
    """The answers that choose one condition and nothing else."""
    answers = list(NO_AREA)
    for at, (_, members) in enumerate(areas.asked()):
        for number, one in enumerate(members, 1):
            if one.key == key:
                answers[at] = str(number)
    return answers


def until(key):
    """The same, as far as the area with that condition."""
    answers = in_area(key)
    return answers[: 1 + next(at for at, one in enumerate(answers) if one != "none")]


def test_nothing_to_declare_must_be_typed(tmp_path):
    answers = [*PERSON, *NO_AREA, "no", "", "again", *NO_AREA, "Nothing to declare", *LIMITS, "yes"]
    said, code = typed(NEW, answers, tmp_path)
    assert code == 0, said
    assert said.count("Hips: do any of these apply?") == 3  # twice asked, once reviewed
    assert "usable: begins at 15 degrees past horizontal for 60 s; may grow to 25 degrees and" in said
    assert said.endswith("written: anna.toml\n")
    assert check(tmp_path / "anna.toml")[0] == 0
    assert tomllib.loads((tmp_path / "anna.toml").read_text())["nothing_to_declare"] is True


def test_a_wrong_answer_is_explained_and_asked_again(tmp_path):
    person = ["", "東京", "", "To Kyo", "tokyo", "80", "1980", "1.70", "170", "-68", "68"]
    hips = ["", "99", "1;2", "0", "1e3", "?x", "?1", "none"]
    limits = ["110", "75", "25", "ten", "180", "no", "no"]
    answers = [*person, "none", *hips, *NO_AREA[2:], "nothing to declare", *limits, "maybe", "yes"]
    said, code = typed(NEW, answers, tmp_path)
    assert code == 0, said
    for words in (
        "The name is empty",
        "The short name is too long or has other characters: write 1 to 24 characters out of a-z 0-9 _ -, as anna.",
        "It says 'To Kyo'.",
        "The year of birth must be from 1900 to 2099, not 80",
        "The height must be a whole number, not a fraction",
        "The weight must be from 20 to 300, not -68",
        "'99' is not a number from 1 to 18.",
        "Total hip replacement: the table stays locked, even with a clearance.",
        "If 110 was counted from upright, subtract 90: 110 -> 20.",
        "Give at most 60 degrees.",
        "The time must be a whole number, not text",
        "Type yes, no, or the number of an answer.",
    ):
        assert words in " ".join(said.split()), words
    assert check(tmp_path / "tokyo.toml")[0] == 0


def test_a_clearance_and_a_day_are_asked_for_where_they_count(tmp_path):
    days = ["yes", "2027-01-01", "May", "2026-05-01"]
    dates = ["2028-11-01", "2026-02-30", "2026-11-01", "2026-10-01", "2027-03-01"]
    clearance = ["yes", "A. Example", "2", *dates, "95", "20"]
    answers = [*PERSON, *in_area("early_post_op_hip"), *days, *clearance, *LIMITS, "yes"]
    said, code = typed(NEW, answers, tmp_path)
    assert code == 0, said
    said = " ".join(said.split())
    assert "A clearance must come from an orthopaedic surgeon." in said
    assert "2027-01-01 is in the future" in said
    assert "The date is before issued" in said
    assert "2028-11-01 is in the future" in said and "There is no 2026-02-30" in said
    assert "may grow to 20 degrees and" in said and "bound by condition:early_post_op_hip" in said
    assert check(tmp_path / "anna.toml")[1]["limit_deg"] == 20.0


@pytest.mark.parametrize(
    ("key", "number", "counts"),
    [
        ("acute_hip_instability", "1", "it must come from an orthopaedic surgeon."),
        ("acute_hip_instability", "2", ""),
        ("migraine", "2", "it must come from a physician who is not an orthopaedic surgeon."),
        ("migraine", "1", ""),
        ("hip_dysplasia", "1", ""),
        ("hip_dysplasia", "2", ""),
    ],
)
def test_a_clearance_of_the_wrong_role_is_told_at_once(tmp_path, key, number, counts):
    clearance = ["yes", "A. Example", number, "2026-11-01", "2027-03-01", "20"]
    said, code = typed(NEW, [*PERSON, *in_area(key), *clearance, *LIMITS, "yes"], tmp_path)
    said = " ".join(said.split())
    assert code == (3 if counts else 0), said
    assert counts in said and ("It will not count" in said) is bool(counts)


def test_without_a_clearance_it_locks_and_says_so(tmp_path):
    answers = [*PERSON, *in_area("hip_dysplasia"), "no", *LIMITS, "yes"]
    said, code = typed(NEW, answers, tmp_path)
    assert code == 3, said
    assert "The table stays locked until there is a clearance." in said
    assert "locked: a table with this profile does not invert" in said
    assert check(tmp_path / "anna.toml")[0] == 3


def test_what_an_option_gives_is_not_asked(tmp_path):
    given = ["--name", "Anna", "--id", "a", "--born", "1980", "--weight-kg", "68", "--condition", "sciatica"]
    said, code = typed([*NEW, *given], ["170", *LIMITS, "yes"], tmp_path)
    assert code == 0, said
    assert "called" not in said and "is there any of these" not in said
    assert "Sciatica" in said
    assert check(tmp_path / "a.toml")[0] == 0


@pytest.mark.long
def test_what_a_therapist_asked_for_is_taken_and_each_of_it_can_be_skipped(tmp_path):
    own = ["yes", "200", "20", "5", "14", "yes"]
    said, code = typed(NEW, [*PERSON, *NO_AREA, "nothing to declare", "40", "180", "no", *own, "yes"], tmp_path)
    assert code == 0, said
    said = " ".join(said.split())
    assert (
        "The angle must be from 1 to 90, not 200" in said and "The number of days must be from 7 to 90, not 5" in said
    )
    assert "may grow to 20 degrees and 90 s, bound by hold" in said and "3 completed sessions and 14 days" in said
    written = tomllib.loads((tmp_path / "anna.toml").read_text())
    assert [written[name] for name in ("hold_deg", "days_per_step", "ask_pain")] == [20, 14, True]
    skipped = ["yes", "", "", "no"]
    answers = [*PERSON, *NO_AREA, "nothing to declare", "40", "180", "no", *skipped, "yes"]
    said, code = typed([*NEW, "--force"], answers, tmp_path)
    assert code == 0, said
    assert not {"hold_deg", "days_per_step", "ask_pain"} & set(tomllib.loads((tmp_path / "anna.toml").read_text()))


def test_a_programme_is_asked_for_part_by_part(tmp_path):
    answers = [*PERSON, *NO_AREA, "nothing to declare", "75", "600", "yes", "5", "30", "300", "x", "2", "no", "yes"]
    said, code = typed([*NEW, "--beyond-60"], answers, tmp_path)
    assert code == 0, said
    assert (
        "The time at the limit must be from 10 to 300, not 5" in said
        and "The number of times must be a whole number, not text" in said
    )
    made = tomllib.loads((tmp_path / "anna.toml").read_text())
    assert made["programme"] == {"down_s": 30, "level_s": 300, "times": 2}
    assert (made["max_inversion_deg"], made["beyond_60"]) == (75, True)


def test_one_slip_costs_one_question_by_going_back(tmp_path):
    answers = ["back", "?", "Anna", "", "1890", "1908", "back", "1980", "170", "82.5"]
    said, code = typed(NEW, [*answers, *NO_AREA, "nothing to declare", *LIMITS, "yes"], tmp_path)
    assert code == 0, said
    assert "This is the first question." in said and "Type an answer and press Enter." in said
    made = tomllib.loads((tmp_path / "anna.toml").read_text())
    assert (made["born"], made["weight_kg"]) == (1980, 83)


def test_an_answer_is_changed_in_the_review_and_all_others_are_kept(tmp_path):
    review = ["99", "perhaps", "4", "5 ft 9", "5", "185 lb", "yes"]
    said, code = typed(NEW, [*PERSON, *in_area("hip_dysplasia"), "no", *LIMITS, *review], tmp_path)
    assert code == 3, said
    made = tomllib.loads((tmp_path / "anna.toml").read_text())
    assert (made["height_cm"], made["weight_kg"], made["conditions"]) == (175, 84, ["hip_dysplasia"])


def test_a_condition_taken_back_in_the_review_takes_its_clearance_along(tmp_path):
    clearance = ["yes", "A. Example", "2", "2026-11-01", "2027-03-01", "20"]
    answers = [*PERSON, *in_area("hip_dysplasia"), *clearance, *LIMITS, "7", "none", "nothing to declare", "yes"]
    said, code = typed(NEW, answers, tmp_path)
    assert code == 0, said
    made = tomllib.loads((tmp_path / "anna.toml").read_text())
    assert made["nothing_to_declare"] and "clearances" not in made


@pytest.mark.long
def test_a_lasting_no_ends_it_with_what_to_do_unless_it_was_a_slip(tmp_path):
    areas_until = until("glaucoma")
    said, code = typed(NEW, [*PERSON, *areas_until, "what", "end"], tmp_path)
    assert (code, list(tmp_path.glob("*.toml"))) == (3, [])
    assert "Do not use an inversion table." in said and "Belly" not in said
    rest = ["none", *NO_AREA[len(areas_until) :]]
    said, code = typed(NEW, [*PERSON, *areas_until, "back", *rest, "nothing to declare", *LIMITS, "yes"], tmp_path)
    assert code == 0, said


@pytest.mark.parametrize("key", [one.key for one in catalogue.known() if one.urgent])
def test_who_needs_care_now_is_sent_to_an_emergency_department_and_nowhere_else(tmp_path, key):
    said, code = typed(NEW, [*PERSON, *until(key), "end"], tmp_path)
    said = " ".join(said.split())
    assert (code, list(tmp_path.glob("*.toml"))) == (3, [])
    assert said.endswith("hint: Seek care now: go to an emergency department today.")
    assert "physiotherapist" not in said and "for good" not in said


def test_who_needs_care_now_and_said_so_by_an_option_is_sent_there_at_once(tmp_path):
    said, _ = typed([*NEW, "--condition", "glaucoma", "--condition", "spinal_infection"], [*PERSON, CTRL_C], tmp_path)
    care = said.index("Seek care now: go to an emergency department today.")
    assert care < said.index("Glaucoma: the table stays locked")


@pytest.mark.parametrize("key", ["pregnancy", "cancer_in_treatment", "uncontrolled_hypertension"])
def test_what_passes_is_never_said_to_lock_for_good(tmp_path, key):
    said, code = typed(NEW, [*PERSON, *until(key), "end"], tmp_path)
    assert code == 3
    assert "locks the table for now" in said and "for good" not in said and "while it lasts" in said


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("before", [[], PERSON, [*PERSON, *NO_AREA, "nothing to declare", *LIMITS]])
def test_an_end_in_the_middle_leaves_nothing_behind(tmp_path, key, before):
    said, code = typed(NEW, [*before, key], tmp_path)
    assert code == 130
    assert "error ENDED: stopped before the end: nothing was written" in said
    assert "Traceback" not in said
    assert list(tmp_path.glob("*.toml")) == [] and list(tmp_path.glob(".*")) == []


def test_no_to_the_last_question_writes_nothing(tmp_path):
    said, code = typed(NEW, [*PERSON, *NO_AREA, "nothing to declare", *LIMITS, "no"], tmp_path)
    assert (code, "nothing was written" in said) == (130, True)
    assert list(tmp_path.glob("*.toml")) == []


def test_bytes_that_are_no_text_are_asked_for_again(tmp_path):
    said, code = typed(NEW, [b"\xff\xfe\n", "Anna", CTRL_C], tmp_path)
    assert code == 130
    assert "This is not UTF-8 text: type it again." in said


def test_a_file_in_the_way_is_told_before_the_long_part(tmp_path):
    (tmp_path / "anna.toml").write_text("mine")
    said, code = typed(NEW, ["Anna", ""], tmp_path)
    assert (code, "error FILE_EXISTS: " in said) == (2, True)
    assert (tmp_path / "anna.toml").read_text() == "mine"


def test_the_page_shows_a_conversation_as_it_goes_today():
    text = profiles_page.PAGE.read_text("utf-8")
    assert profiles_page.page(text) == text, "run: make docs"


def test_the_numbers_on_the_page_are_those_of_the_code():
    text = profiles_page.PAGE.read_text("utf-8")
    assert f"at most {reader.MAX_FILE_BYTES // 1024} KiB, a line {reader.MAX_LINE} characters" in text
    assert f"at most {reader.MAX_DOTS} dots, and a profile {form.MAX_BYTES} bytes" in text
    assert "up to eight people" in text


def test_a_changed_conversation_would_be_noticed(mocker):
    text = profiles_page.PAGE.read_text("utf-8")
    mocker.patch.object(profiles_page, "transcript", return_value="$ bascule profile new\nNews?\n")
    assert "News?" in profiles_page.page(text) != text
