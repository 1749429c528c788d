"""`bascule profile sheet`: one page that says what the profile allows, and tells the table nothing more."""

import datetime
import json
import re
import sys

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.profile import checked, reader
from bascule.profile.laptop_only import IMPERIAL, LONGEST, Kept
from bascule.sheet import pdf
from firmware.screening import advice
from tests.host.commands.test_check import ANNA
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA as STORED

DAY = datetime.date(2026, 11, 23)
KEPT = f'goal = "Work"\nnotes = "Grüße & <b>"\nunits = "{IMPERIAL}"\n'


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(text, *options):
        (tmp_path / "a.toml").write_text(text, "utf-8")
        ran = CliRunner().invoke(cli, ["profile", "sheet", "a.toml", "--today", "2026-11-23", "--json", *options])
        page = tmp_path / "anna-sheet.html"
        return ran, page.read_text("utf-8") if page.exists() else ""

    return run


def pages(path):
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


@pytest.mark.long
def test_what_happens_first_stands_before_what_may_be(sheet, tmp_path):
    ran, page = sheet(KEPT + ANNA)
    assert ran.exit_code == 0, ran.output
    assert json.loads(ran.stdout) == {"html": "anna-sheet.html", "pdf": "anna-sheet.pdf", "verdict": "usable"}
    assert 0 < page.index("Begins at 15° for 60 s") < page.index("At most 20° past horizontal")
    assert "5 ft 7 in (170 cm)" in page and "150 lb (68 kg)" in page
    assert "Grüße &amp; &lt;b&gt;" in page
    for words in ("from day 8", "Stop signs", "not a medical device", "the clearance&#39;s own maximum"):
        assert words in page
    assert pages(tmp_path / "anna-sheet.pdf") == 1


@pytest.mark.long
def test_of_a_person_on_the_table_it_goes_on_from_the_step_reached(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = PeopleTable(STORED)
    table.progress["step"] = 1
    with served(table) as stub:
        ran = CliRunner().invoke(cli, ["profile", "sheet", "anna", "-p", stub.port])
    assert ran.exit_code == 0, ran.output
    page = (tmp_path / "anna-sheet.html").read_text("utf-8")
    assert "Next at 20° for 90 s" in page and "The next session" in page and "25°" in page


def test_a_shorter_session_of_a_condition_is_the_time_of_every_step(sheet):
    deep = ANNA.partition("[[clearances]]")[0].replace(', "acute_hip_instability"', "")
    _, page = sheet(deep.replace("session_s = 180", "session_s = 45"))
    assert "15° for 45 s" in page and "60 s" not in page and "90 s" not in page


def test_a_locked_person_is_not_told_how_to_begin(sheet):
    ran, page = sheet(ANNA.partition("[[clearances]]")[0])
    assert ran.exit_code == 0, ran.output
    assert "until the profile has a valid clearance" in page
    assert "Locked: do not invert" in page and "How to begin" not in page and "What comes next" not in page


def test_a_lasting_no_promises_no_way_to_open_the_table(sheet):
    both = ANNA.partition("[[clearances]]")[0].replace("sciatica", "total_hip_replacement")
    _, page = sheet(both)
    assert "A clearance alone does not open the table." in page and "until the profile has" not in page


def test_the_most_that_a_profile_may_say_is_still_one_page(sheet, tmp_path):
    long = "".join(f'{name} = "{"long word " * (most // 10)}"\n' for name, most in LONGEST.items())
    deeper = ANNA.replace("max_inversion_deg = 25", "max_inversion_deg = 60").replace("= 20", "= 60", 1)
    ran, _ = sheet(long + deeper.partition("[[clearances]]")[0].replace(', "acute_hip_instability"', ""))
    assert ran.exit_code == 0, ran.output
    assert pages(tmp_path / "anna-sheet.pdf") == 1


def test_who_needs_care_now_reads_that_first_and_last(sheet):
    both = ANNA.partition("[[clearances]]")[0].replace('"sciatica"', '"glaucoma", "cauda_equina_signs"')
    _, page = sheet(both)
    assert 0 < page.index("Seek care now: do not invert") < page.index("Go to an emergency department today.")
    assert page.index("Signs of cauda equina syndrome") < page.index("Glaucoma")
    assert "<li>Seek care now: go to an emergency department today.</li>" in page
    assert "what else may help" not in page


def test_numbness_between_the_legs_sends_to_an_emergency_department(sheet):
    _, page = sheet(ANNA)
    assert "Go to an emergency department now at numbness between the legs, new weakness of a leg" in page
    assert "See a doctor the same day" not in page


def test_the_plan_goes_on_until_the_time_is_reached_too(sheet):
    _, page = sheet(ANNA)
    assert re.findall(r"<td>(\d+°)</td><td>(\d+) s</td>", page)[-1] == ("20°", "180")
    _, page = sheet(ANNA.replace("session_s = 180", "session_s = 600"), "--force")
    assert re.findall(r"<td>(\d+°)</td><td>(\d+) s</td>", page)[-1] == ("20°", "300")


def test_the_plan_keeps_to_the_pace_of_the_profile_and_ends_where_it_holds(sheet):
    alone = ANNA.partition("[[clearances]]")[0].replace(', "acute_hip_instability"', "")
    own = alone.replace("max_inversion_deg = 25", "max_inversion_deg = 60\nhold_deg = 22.5\ndays_per_step = 14")
    _, page = sheet(own)
    assert "At most 22.5° past horizontal" in page and "3 completed sessions and 14 days" in page
    rows = re.findall(r"<td>(now|from day \d+)</td><td>([\d.]+)°</td><td>(\d+) s</td>", page)
    assert rows == [("now", "15", "60"), ("from day 15", "20", "90")], "a step that is held holds its time too"
    assert "The profile holds it there, at 22.5°, until it is changed." in page
    _, page = sheet(own.replace("hold_deg = 22.5\n", ""), "--force")
    assert "from day 29" in page and "holds it there" not in page
    _, page = sheet(own.replace("session_s = 180", "session_s = 60").replace("22.5", "15"), "--force")
    assert re.findall(r"<td>(now|from day \d+)</td>", page) == ["now"]


def test_what_to_know_before_is_what_the_panel_says(sheet):
    _, page = sheet(ANNA)
    assert f"<li>{advice.USEFUL}</li>" in page and f"<li>{advice.HIP}</li>" in page


def test_a_clearance_says_until_when_it_is_valid_and_the_plan_ends_there(sheet):
    _, page = sheet(ANNA)
    assert "Acute hip instability: valid until 2027-03-01 by the clearance of A. Example." in page
    assert "a clearance ends, and the plan with it" not in page
    _, page = sheet(ANNA.replace("2027-03-01", "2026-12-07"), "--force")
    assert re.findall(r"<td>(now|from day \d+)</td>", page) == ["now", "from day 8", "from day 15"]
    assert "On 2026-12-07 a clearance ends, and the plan with it." in page


@pytest.mark.parametrize("role", ["physician", "orthopaedic_surgeon"])
def test_a_clearance_counts_for_no_longer_than_one_may_and_not_from_a_wrong_role(sheet, role):
    other = ANNA.partition("[[clearances]]")[2].replace("orthopaedic_surgeon", role).replace("A. Ex", "B. Ex")
    later = other.replace("2026-11-01", "2026-11-20").replace("2027-03-01", "2028-01-01")
    _, page = sheet(f"{ANNA}[[clearances]]{later}")
    right = "2027-05-19 by the clearance of B. Example" if role != "physician" else "2027-03-01 by the clearance of A."
    assert f"valid until {right}" in page


def test_notes_are_never_pushed():
    plain, noted = reader.from_toml(ANNA.encode()), reader.from_toml((KEPT + ANNA).encode())
    assert noted.kept == Kept("Work", "Grüße & <b>", IMPERIAL)
    assert checked.check(noted, DAY).profile.blob == checked.check(plain, DAY).profile.blob


@pytest.mark.parametrize("wrong", ['units = "stone"', "goal = 3", f'notes = "{"x" * 501}"', 'goal = "a\\u001bb"'])
def test_wrong_notes_are_refused_and_nothing_is_written(sheet, wrong):
    ran, page = sheet(f"{wrong}\n{ANNA}")
    assert (ran.exit_code, page) == (2, "")
    assert json.loads(ran.stdout)["error"]["code"] == "PROFILE_REFUSED"


def test_a_page_that_is_there_is_not_replaced_unasked(sheet):
    assert sheet(ANNA)[0].exit_code == 0
    assert json.loads(sheet(ANNA)[0].stdout)["error"]["code"] == "FILE_EXISTS"
    assert sheet(ANNA, "--force")[0].exit_code == 0


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_neither_page_is_replaced_unasked_where_the_other_has_gone(sheet, tmp_path, kind):
    """Somebody may have written on the one that is left."""
    (tmp_path / f"anna-sheet.{kind}").write_text("mine")
    assert json.loads(sheet(ANNA)[0].stdout)["error"]["code"] == "FILE_EXISTS"
    assert [path.name for path in tmp_path.glob("anna-sheet.*")] == [f"anna-sheet.{kind}"]
    assert (tmp_path / f"anna-sheet.{kind}").read_text() == "mine"


def test_letters_that_the_pdf_lacks_are_told(sheet):
    ran, page = sheet(ANNA.replace("Anna", "佳子"))
    assert "佳子" in page and "The PDF's font lacks some letters" in ran.stderr
    assert pdf.plain("Grüße") == "Grüße"


@pytest.mark.parametrize("name", ["fpdf", "jinja2"])
def test_without_its_extra_it_says_what_to_install(sheet, monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, None)
    ran, page = sheet(ANNA)
    assert (ran.exit_code, page) == (2, "")
    assert "bascule[sheet]" in json.loads(ran.stdout)["error"]["hint"]
