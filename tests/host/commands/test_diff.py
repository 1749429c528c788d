"""`bascule profile diff`: field by field, in words, with an exit code as of diff."""

import datetime

import pytest

from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, BEN, cleared, save


@pytest.fixture
def compare(tell, say, tmp_path):
    """compare(file, on_table...): exit code, {field: (file, table)}, lines."""

    def run(profile, *on_table):
        file = str(save(tmp_path / "p", profile))
        code, found, _ = tell(PeopleTable(*on_table), "profile", "diff", file)
        differences = {one["field"]: (one["file"], one["table"]) for one in found["differences"]}
        return code, differences, say(PeopleTable(*on_table), "profile", "diff", file)[1]

    return run


def test_the_same_profile_is_exit_code_0_whoever_is_chosen(compare):
    code, differences, lines = compare(cleared(), cleared(), ANNA)
    assert (code, differences) == (0, {})
    assert lines[0] == "carla: file and table say the same"
    assert lines[1] == (
        "  limit: file 15 degrees by clearance:hip_dysplasia, table 15 degrees by clearance:hip_dysplasia"
    )


def test_numbers_and_texts(compare):
    code, differences, lines = compare({**ANNA, "name": "Änna", "max_inversion_cdeg": 1250, "weight_kg": 70}, ANNA)
    assert code == 7
    assert differences == {"name": ("Änna", "Anna"), "max_inversion_deg": (12.5, 25), "weight_kg": (70, 68)}
    assert "  max_inversion_deg: file 12.5, table 25" in lines
    assert lines[-1] == "  limit: file 12.5 degrees by profile, table 25 degrees by profile"


def test_conditions_by_what_is_added_and_removed(compare):
    code, _, lines = compare(
        {**ANNA, "conditions": ["sciatica", "glaucoma"]}, {**ANNA, "conditions": ["lumbar_radiculopathy"]}
    )
    assert code == 7
    assert lines[0] == "anna: 3 different"
    assert "  conditions: file glaucoma, table nothing" in lines
    assert "  conditions: file nothing, table lumbar_radiculopathy" in lines
    assert lines[-1] == "  limit: file locked, table 25 degrees by profile"


def test_the_order_of_conditions_is_no_difference(compare):
    both = ["sciatica", "lumbar_radiculopathy"]
    assert compare({**ANNA, "conditions": both}, {**ANNA, "conditions": both[::-1]})[0] == 0


def test_a_clearance_field_by_field(compare):
    code, differences, _ = compare(cleared(max_inversion_cdeg=1000), cleared())
    assert (code, differences) == (7, {"clearance of hip_dysplasia: max_inversion_deg": (10, 15)})


def test_a_clearance_that_only_one_side_has(compare):
    without = {key: value for key, value in cleared().items() if key != "clearances"}
    code, differences, lines = compare(without, cleared())
    assert code == 7
    ours, theirs = differences["clearances"]
    assert ours is None
    assert (theirs["condition"], theirs["max_inversion_deg"]) == ("hip_dysplasia", 15)
    assert theirs["issued"] == str(datetime.date.today() - datetime.timedelta(30))
    assert any("file nothing, table condition=hip_dysplasia clinician=A. Example" in line for line in lines)
    assert compare({**without, "clearances": []}, without)[0] == 0


def test_of_two_clearances_of_one_condition_none_is_compared_with_the_other(compare):
    """A second opinion of 10 degrees beside the first: neither may be told as a change of the other."""
    first = cleared()
    [given] = first["clearances"]
    second = {**given, "clinician": "B. Example", "max_inversion_cdeg": 1000}
    third = {**given, "clinician": "C. Example"}
    _, differences, lines = compare({**first, "clearances": [second, third]}, first)
    assert set(differences) == {"clearances"}
    assert sum("file condition=hip_dysplasia" in line for line in lines) == 2
    assert sum("table condition=hip_dysplasia" in line for line in lines) == 1


def test_days_of_operations(compare):
    before = {**ANNA, "conditions": ["early_post_op_hip"], "since": {"early_post_op_hip": 20260501}}
    after = {**before, "since": {"early_post_op_hip": 20260502}}
    assert compare(after, before)[:2] == (7, {"since.early_post_op_hip": ("2026-05-02", "2026-05-01")})


def test_somebody_who_is_not_on_the_table_is_different(compare):
    code, differences, lines = compare(BEN, ANNA)
    assert (code, differences) == (7, {})
    assert lines == ["the table has no profile 'ben'", "  limit: file locked"]


def test_a_file_that_is_no_profile_is_bad_input(tell, tmp_path):
    file = save(tmp_path / "p", {**ANNA, "weight_kg": 5})
    code, found, _ = tell(PeopleTable(ANNA), "profile", "diff", str(file))
    assert (code, found["error"]["code"]) == (2, "PROFILE_REFUSED")
