"""Profiles from the table into files and back: byte for byte, and all or nothing."""

import json
import time
import tomllib

import pytest

from bascule.errors import Problem
from bascule.profile import reader, writer
from firmware.profile import form
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, BEN, cleared, named, save


def test_one_person_is_exported_to_the_file_named(tell, tmp_path):
    table, file = PeopleTable(ANNA, cleared()), tmp_path / "out.toml"
    assert tell(table, "profile", "export", "carla", str(file))[:2] == (0, {"written": [str(file)]})
    read = reader.read(file)
    assert read.reasons == ()
    assert form.to_wire(read.profile) == table.blobs["carla"]


def test_everybody_goes_into_a_folder_and_from_there_to_another_table(tell, tmp_path):
    table, other = PeopleTable(ANNA, BEN, cleared()), PeopleTable()
    folder = tmp_path / "people"
    folder.mkdir()
    code, found, _ = tell(table, "profile", "export", str(folder))
    assert (code, sorted(path.name for path in folder.iterdir())) == (0, ["anna.toml", "ben.toml", "carla.toml"])
    code, found, _ = tell(other, "profile", "import", str(folder))
    assert code == 3
    assert [(one["id"], one["verdict"]) for one in found["pushed"]] == [
        ("anna", "usable"),
        ("ben", "locked"),
        ("carla", "usable"),
    ]
    assert other.blobs == table.blobs


def test_an_import_says_a_line_for_each(say, tmp_path):
    save(tmp_path / "p", ANNA, cleared())
    code, lines = say(PeopleTable(), "profile", "import", str(tmp_path / "p"))
    assert code == 0
    assert lines == [
        "anna: usable up to 25 degrees, bound by profile",
        "carla: usable up to 15 degrees, bound by clearance:hip_dysplasia",
    ]


@pytest.mark.parametrize("who", ["anna", "ben", "carla"])
def test_whichever_file_is_in_the_way_nothing_is_written(tell, tmp_path, who):
    """Not only the first of them is looked for."""
    file = tmp_path / f"{who}.toml"
    file.write_text("mine")
    code, found, _ = tell(PeopleTable(ANNA, BEN, cleared()), "profile", "export", str(tmp_path))
    assert (code, found["error"]["code"], file.read_text()) == (2, "FILE_EXISTS", "mine")
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_is_replaced_unless_it_is_said(tell, tmp_path):
    table, file = PeopleTable(ANNA), tmp_path / "anna.toml"
    file.write_text("mine")
    for words in (["anna", str(file)], [str(tmp_path)]):
        code, found, _ = tell(table, "profile", "export", *words)
        assert (code, found["error"]["code"], file.read_text()) == (2, "FILE_EXISTS", "mine")
        assert tell(table, "profile", "export", *words, "--force")[0] == 0
        assert tomllib.loads(file.read_text())["id"] == "anna"
        file.write_text("mine")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_one_file_in_the_way_and_none_is_written(tell, tmp_path):
    (tmp_path / "ben.toml").write_text("mine")
    assert tell(PeopleTable(ANNA, BEN), "profile", "export", str(tmp_path))[0] == 2
    assert not (tmp_path / "anna.toml").exists()


@pytest.mark.parametrize("words", [["a", "b", "c"], []])
def test_export_takes_a_person_and_a_file_or_a_folder(tell, words):
    code, found, _ = tell(PeopleTable(), "profile", "export", *words)
    assert (code, found["error"]["code"]) == (2, "USAGE")


def test_export_of_everybody_wants_a_folder(tell, tmp_path):
    code, found, _ = tell(PeopleTable(ANNA), "profile", "export", str(tmp_path / "none"))
    assert (code, found["error"]["code"]) == (2, "NO_FOLDER")


def test_a_profile_that_a_file_cannot_hold_exactly_is_not_written():
    newer = form.to_wire({**ANNA, "schema": 2, "mood": None})
    with pytest.raises(Problem) as caught:
        writer.as_text(newer)
    assert caught.value.code == "NOT_WRITABLE"
    with pytest.raises(Problem) as caught:
        writer.as_text(form.to_wire({**ANNA, "schema": 2, "max_inversion_deg": 5}))
    assert caught.value.code == "NOT_EXACT"
    newer = form.to_wire({**ANNA, "schema": 2, "mood": {"since": [1, {"a": "\x07\u2028"}]}})
    profile = reader.from_toml(writer.as_text(newer).encode()).profile
    assert form.to_wire(profile) == newer


def test_an_id_that_is_no_file_name_is_not_made_one(tell, tmp_path):
    table = PeopleTable()
    table.store(form.to_wire({**ANNA, "schema": 2, "id": "../x"}))
    folder = tmp_path / "p"
    folder.mkdir()
    code, found, _ = tell(table, "profile", "export", str(folder))
    assert (code, found["error"]["code"]) == (1, "ODD_ID")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".toml"] == []


def test_one_bad_file_and_nothing_is_pushed_with_all_reasons_of_all_files(tell, tmp_path):
    table = PeopleTable()
    save(tmp_path / "p", ANNA, {**BEN, "weight_kg": -81}, {**named(1), "session_s": 5, "name": ""})
    code, found, err = tell(table, "profile", "import", str(tmp_path / "p"))
    assert (code, found["error"]["code"], table.blobs) == (2, "PROFILE_REFUSED", {})
    assert [one["file"].rpartition("/")[2] for one in found["reasons"]] == ["ben.toml", "p1.toml", "p1.toml"]
    assert "weight_kg must be from 20 to 300, not -81" in err


def test_nine_people_are_refused_before_anything_is_pushed(tell, tmp_path):
    table = PeopleTable(ANNA)
    save(tmp_path / "p", *map(named, range(9)))
    code, found, _ = tell(table, "profile", "import", str(tmp_path / "p"))
    assert (code, found["error"]["code"], list(table.blobs)) == (2, "TOO_MANY_PEOPLE", ["anna"])


def test_people_that_do_not_fit_beside_those_there_are_refused_before_anything_is_pushed(tell, tmp_path):
    table = PeopleTable(ANNA)
    save(tmp_path / "p", *map(named, range(8)))
    code, found, err = tell(table, "profile", "import", str(tmp_path / "p"))
    assert (code, found["error"]["code"], list(table.blobs)) == (5, "FULL", ["anna"])
    assert "It has anna" in err
    table = PeopleTable(named(0))
    assert tell(table, "profile", "import", str(tmp_path / "p"))[0] == 0
    assert len(table.blobs) == 8


def test_two_files_of_one_person_are_refused(tell, tmp_path):
    table, folder = PeopleTable(), tmp_path / "p"
    save(folder, ANNA)
    (folder / "copy.toml").write_text((folder / "anna.toml").read_text())
    code, found, _ = tell(table, "profile", "import", str(folder))
    assert (code, found["reasons"][0]["code"], table.blobs) == (2, "DUPLICATE", {})


def test_an_import_that_breaks_off_says_how_far_it_came(tell, tmp_path, monkeypatch):
    table = PeopleTable()
    take = table._profile_commit
    busy = {"e": "BUSY", "m": "A session is beginning."}
    monkeypatch.setattr(table, "_profile_commit", lambda *said: busy if len(table.blobs) == 1 else take(*said))
    save(tmp_path / "p", ANNA, BEN)
    code, found, err = tell(table, "profile", "import", str(tmp_path / "p"))
    assert (code, found["error"]["code"], [one["id"] for one in found["pushed"]]) == (5, "BUSY", ["anna"])
    assert "1 of 2 profiles were stored before" in err


def test_a_folder_without_profiles_is_bad_input(tell, tmp_path):
    code, found, _ = tell(PeopleTable(), "profile", "import", str(tmp_path))
    assert (code, found["error"]["code"]) == (2, "NO_PROFILES")


@pytest.mark.parametrize(("name", "said"), [("none", "there is no folder "), ("file", " is a file and no folder")])
def test_an_import_of_no_folder_says_so(tell, tmp_path, name, said):
    (tmp_path / "file").write_text("")
    code, found, err = tell(PeopleTable(), "profile", "import", str(tmp_path / name))
    assert (code, found["error"]["code"]) == (2, "NO_FOLDER")
    assert said in found["error"]["text"] and str(tmp_path / name) in err


def test_a_ninth_person_is_refused_by_the_table_in_its_words(tell, tmp_path):
    table = PeopleTable(*map(named, range(8)))
    code, found, err = tell(table, "profile", "push", str(save(tmp_path / "p", ANNA)))
    assert (code, found["error"]["code"]) == (5, "FULL")
    assert "holds 8 people" in err and len(table.blobs) == 8


def test_a_push_is_agreed_on_whatever_the_table_adds_by_itself(tell, tmp_path, monkeypatch):
    from firmware.screening.rules import Screened

    table = PeopleTable()
    screened = table._screened

    def with_dose(who):
        one = screened(who)
        return Screened([*one.caps, (1500, "progression", "")], [*one.reasons, ("WAIT", "Wait 20 min.", "")], 0)

    monkeypatch.setattr(table, "_screened", with_dose)
    code, found, _ = tell(table, "profile", "push", str(save(tmp_path / "p", ANNA)))
    assert (code, found["verdict"], found["laptop_agrees"]) == (3, "locked", True)
    monkeypatch.setattr(table, "_screened", lambda who: Screened([(6000, "table_rating", "")], [], 0))
    assert tell(table, "profile", "push", str(tmp_path / "p" / "anna.toml"))[1]["laptop_agrees"] is False


def test_what_a_table_says_carries_the_key_of_its_condition(tell, tmp_path):
    file = save(tmp_path / "p", {**ANNA, "born": 1950, "conditions": ["glaucoma", "anxiety", "hip_dysplasia"]})
    found = tell(PeopleTable(), "profile", "push", str(file))[1]
    assert [one["condition"] for one in found["reasons"]] == ["glaucoma", "hip_dysplasia"]
    assert [one["condition"] for one in found["warnings"]] == ["", "anxiety"]
    assert [one["condition"] for one in found["caps"]] == ["", "", "", "anxiety", "hip_dysplasia"]
    assert found["laptop_agrees"]


def test_the_blob_of_the_table_is_what_was_pushed(tell, tmp_path):
    table = PeopleTable()
    tell(table, "profile", "push", str(save(tmp_path / "p", cleared())))
    assert json.loads(table.blobs["carla"])["clearances"][0]["max_inversion_cdeg"] == 1500


@pytest.mark.parametrize(
    "text",
    ["#" * 10_000_000, "\n".join(f"key{at} = {at}" for at in range(100_000)), "x = " + "[" * 10_000_000],
    ids=["10 MB", "100,000 keys", "10 MB of brackets"],
)
def test_a_file_that_is_too_large_is_refused_by_its_size(tell, tmp_path, text):
    file = tmp_path / "big.toml"
    file.write_text(text)
    table = PeopleTable(ANNA)
    for words in (["push", str(file)], ["import", str(tmp_path)], ["diff", str(file)]):
        began = time.process_time()
        code, found, _ = tell(table, "profile", *words)
        assert time.process_time() - began < 3.0
        assert (code, found["error"]["code"]) == (2, "PROFILE_REFUSED")
        assert found["reasons"][0]["code"] == "FILE_TOO_LARGE" and "64 KiB" in found["reasons"][0]["text"]
    assert list(table.blobs) == ["anna"] and table.revision == 1
