"""The areas by which `bascule profile new` asks: every condition in one of them, whatever the table gains."""

from bascule.conditions import catalogue
from bascule.interview import areas
from firmware.screening import conditions as table


def test_each_condition_is_asked_for_once_in_an_area_or_each_day():
    keys = [one.key for _, members in areas.asked() for one in members] + [one.key for one in areas.asked_each_day()]
    assert sorted(keys) == sorted(row[table.KEY] for row in table.CONDITIONS)


def test_the_areas_name_every_condition_that_is_asked_for_and_no_other():
    assert "Other" not in [title for title, _ in areas.asked()]
    named = [key for _, keys in areas._AREAS for key in keys]
    assert [key for key in named if catalogue.find(key) is None] == []


def test_a_condition_that_no_area_names_is_asked_for_all_the_same(mocker):
    mocker.patch.object(areas, "_AREAS", [one for one in areas._AREAS if one[0] != "Hips"])
    title, members = areas.asked()[-1]
    assert title == "Other"
    assert members[0].key == "total_hip_replacement"


def test_what_needs_care_now_is_asked_first():
    title, members = areas.asked()[0]
    assert title == "Signs that may need care now"
    assert {one.key for one in catalogue.known() if one.urgent} <= {one.key for one in members}
