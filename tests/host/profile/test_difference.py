"""Two profiles side by side: every field that differs is told, with what each side says, and nothing else is."""

from bascule.profile.difference import Difference, between

GIVEN = {"condition": "hip_dysplasia", "clinician": "A", "max_inversion_deg": 15}
OTHER = {**GIVEN, "condition": "sciatica"}
ANNA = {
    "id": "anna",
    "max_inversion_deg": 25,
    "conditions": ["sciatica", "glaucoma"],
    "programme": {"down_s": 30, "times": 3},
    "since": {"sciatica": "2026-08-01"},
    "clearances": [GIVEN],
}


def told(ours, theirs):
    """What is told of Anna with changes on each side; None takes a field away."""
    sides = [{key: one for key, one in {**ANNA, **changes}.items() if one is not None} for changes in (ours, theirs)]
    return [(one.field, one.file, one.table) for one in between(*sides)]


def test_who_says_the_same_is_told_of_no_difference():
    assert told({}, {}) == []
    assert told({"conditions": ["glaucoma", "sciatica"]}, {}) == []
    assert told({"clearances": [GIVEN, OTHER]}, {"clearances": [OTHER, GIVEN]}) == []


def test_a_difference_says_which_side_says_what():
    assert between({"id": "anna"}, {"id": "ben"}) == [Difference("id", "anna", "ben")]


def test_of_several_fields_that_differ_each_is_told():
    assert told({"id": "ben", "max_inversion_deg": 20, "born": 1980}, {}) == [
        ("id", "ben", "anna"),
        ("max_inversion_deg", 20, 25),
        ("born", 1980, None),
    ]


def test_a_limit_that_only_one_side_has_is_told():
    assert told({"hold_deg": 20}, {}) == [("hold_deg", 20, None)]
    assert told({}, {"hold_deg": 20}) == [("hold_deg", None, 20)]
    assert told({"max_inversion_deg": None}, {}) == [("max_inversion_deg", None, 25)]


def test_a_condition_that_only_one_side_declares_is_told():
    assert told({"conditions": ["sciatica"]}, {}) == [("conditions", None, "glaucoma")]
    assert told({}, {"conditions": ["sciatica"]}) == [("conditions", "glaucoma", None)]
    assert told({"conditions": None}, {"conditions": ["sciatica"]}) == [("conditions", None, "sciatica")]
    assert told({"conditions": ["sciatica"]}, {"conditions": None}) == [("conditions", "sciatica", None)]


def test_a_day_or_a_part_of_a_programme_that_differs_is_told_by_its_name():
    assert told({"since": {"sciatica": "2026-08-02"}}, {}) == [("since.sciatica", "2026-08-02", "2026-08-01")]
    assert told({"since": None}, {}) == [("since.sciatica", None, "2026-08-01")]
    assert told({}, {"since": None}) == [("since.sciatica", "2026-08-01", None)]
    assert told({"programme": {"down_s": 60, "level_s": 30}}, {}) == [
        ("programme.down_s", 60, 30),
        ("programme.level_s", 30, None),
        ("programme.times", None, 3),
    ]


def test_a_clearance_that_was_changed_is_told_field_by_field():
    lower = {**GIVEN, "max_inversion_deg": 10, "role": "physician"}
    del lower["clinician"]
    assert told({"clearances": [lower]}, {}) == [
        ("clearance of hip_dysplasia: max_inversion_deg", 10, 15),
        ("clearance of hip_dysplasia: role", "physician", None),
        ("clearance of hip_dysplasia: clinician", None, "A"),
    ]


def test_of_two_clearances_that_were_changed_each_is_told_as_its_own():
    lower = [{**one, "max_inversion_deg": 10} for one in (GIVEN, OTHER)]
    assert told({"clearances": lower}, {"clearances": [GIVEN, OTHER]}) == [
        ("clearance of hip_dysplasia: max_inversion_deg", 10, 15),
        ("clearance of sciatica: max_inversion_deg", 10, 15),
    ]


def test_a_clearance_that_only_one_side_has_is_told_whole():
    assert told({"clearances": [OTHER]}, {}) == [("clearances", OTHER, None), ("clearances", None, GIVEN)]
    assert told({"clearances": None}, {}) == [("clearances", None, GIVEN)]
    assert told({}, {"clearances": None}) == [("clearances", GIVEN, None)]
    assert told({"clearances": [GIVEN, OTHER]}, {}) == [("clearances", OTHER, None)]


def test_a_second_opinion_is_no_change_of_the_first():
    second, third = {**GIVEN, "clinician": "B"}, {**GIVEN, "clinician": "C"}
    assert told({"clearances": [second, third]}, {}) == [
        ("clearances", second, None),
        ("clearances", third, None),
        ("clearances", None, GIVEN),
    ]
    assert told({}, {"clearances": [second, third]}) == [
        ("clearances", GIVEN, None),
        ("clearances", None, second),
        ("clearances", None, third),
    ]
    assert told({"clearances": [GIVEN, second]}, {"clearances": [GIVEN, third]}) == [
        ("clearance of hip_dysplasia: clinician", "B", "C")
    ]
