"""Commands about the people on a table: list, show, remove, progress, panel."""

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.commands import panel
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA, BEN, named


def test_everybody_is_listed_with_the_limit_and_who_is_chosen(tell, say):
    table = PeopleTable(ANNA, BEN)
    code, found, _ = tell(table, "profile", "list")
    assert code == 0
    assert [(one["id"], one["verdict"], one["limit_deg"], one["chosen"]) for one in found["people"]] == [
        ("anna", "usable", 25.0, False),
        ("ben", "locked", 0.0, True),
    ]
    code, lines = say(table, "profile", "list")
    assert lines[0].split() == ["#1", "anna", "up", "to", "25", "deg", "Anna"]
    assert lines[1].split() == ["*", "#2", "ben", "locked", "Ben"]


def test_eight_are_listed_and_none_too(tell, say):
    assert len(tell(PeopleTable(*map(named, range(8))), "profile", "list")[1]["people"]) == 8
    assert say(PeopleTable(), "profile", "list") == (0, ["no profile is stored"])


def test_show_takes_the_person_chosen_or_the_one_named(tell):
    table = PeopleTable(ANNA, BEN)
    assert tell(table, "profile", "show")[1]["profile"]["name"] == "Ben"
    found = tell(table, "profile", "show", "anna")[1]
    assert (found["profile"]["name"], found["verdict"], found["limit_deg"]) == ("Anna", "usable", 25.0)


@pytest.mark.parametrize("words", [["show"], ["remove", "--yes"], ["progress"]], ids=" ".join)
def test_somebody_the_table_has_not_is_told_with_those_it_has(tell, words):
    code, found, err = tell(PeopleTable(ANNA, BEN), "profile", *words, "carla")
    assert (code, found["error"]["code"]) == (2, "NO_SUCH_PERSON")
    assert "'carla'" in err and "anna, ben" in err


def test_a_name_that_would_turn_the_line_around_is_shown_harmless(say):
    """No table takes such a name; one of a newer kind may hold it."""
    table = PeopleTable(dict(ANNA, name="An\u202ena\x1b[2J"))
    assert say(table, "profile", "list")[1][0].endswith("An?na?[2J")
    assert "  name = An?na?[2J" in say(table, "profile", "show")[1]


def test_progress_in_words_and_facts(tell, say):
    table = PeopleTable(ANNA)
    code, found, _ = tell(table, "profile", "progress")
    assert (code, found["who"], found["step"], found["limit_deg"], found["head_down_s"]) == (0, "anna", 2, 25.0, 120)
    assert say(table, "profile", "progress", "anna")[1] == [
        "anna: step 2",
        "  now          up to 25 degrees, 180 s, bound by profile",
        "  step allows  25 degrees, 120 s head-down, if nothing is stricter",
        "  next step    2 more completed sessions and 4 more days",
        "  today        1 of 3 sessions begun",
        "  next session in 20 min",
    ]


@pytest.mark.parametrize(
    ("done", "days", "words"),
    [(2, 0, "1 more completed session"), (3, 1, "1 more day"), (3, 0, "with the next session")],
)
def test_what_the_next_step_waits_for(say, done, days, words):
    table = PeopleTable(ANNA)
    table.progress |= {"done": done, "days": days, "next": 0}
    lines = say(table, "profile", "progress")[1]
    assert lines[3] == f"  next step    {words}"
    assert lines[5] == "  next session may begin now"


def test_progress_tells_pain_what_was_worse_and_where_the_profile_holds(tell, say):
    table = PeopleTable(ANNA)
    table.progress |= {"hold": 2250, "step": 1, "worse": 1, "before": 5, "after": 1}
    _, found, _ = tell(table, "profile", "progress")
    names = ("hold_deg", "worse_in_a_row", "pain_before", "pain_after")
    assert [found[name] for name in names] == [22.5, 1, 4, 0]
    lines = say(table, "profile", "progress")[1]
    assert lines[3] == "  next step    none: the profile holds it at 22.5 degrees"
    assert lines[4:6] == ["  felt worse   after 1 session in a row", "  pain         4 before, 0 after, of 10"]
    table.progress |= {"step": 0, "worse": 0, "before": 0, "after": 11}
    lines = say(table, "profile", "progress")[1]
    assert lines[3].startswith("  next step    2 more") and lines[4] == "  pain         10 after, of 10"


def test_progress_says_what_the_verdict_says(tell, say):
    table = PeopleTable(BEN)
    table.progress |= {"next": 0}
    code, found, _ = tell(table, "profile", "progress")
    assert (code, found["verdict"], found["allowed_now_deg"], found["allowed_now_s"]) == (0, "locked", 0.0, 0)
    assert [one["code"] for one in found["reasons"]] == ["CONDITION_ABSOLUTE"]
    lines = say(table, "profile", "progress", "ben")[1]
    assert lines[1] == "  now          locked: the table does not invert"
    assert lines[2].startswith("               CONDITION_ABSOLUTE: Total hip replacement: ")
    assert lines[-1] == "  next session only after the lock has ended"
    assert "may begin now" not in "".join(lines)
    table.progress |= {"next": 20}
    assert say(table, "profile", "progress")[1][-1].endswith("has ended, and not within 20 min")


def test_progress_of_nobody_is_no_progress(tell):
    code, found, err = tell(PeopleTable(), "profile", "progress")
    assert (code, found["error"]["code"]) == (2, "NO_SUCH_PERSON")
    assert "no progress to show" in err and "bascule profile push" in err


def test_the_panel_in_a_frame(tell, say):
    table = PeopleTable(ANNA)
    lines = ["Anna", "25 deg  180 s", "", "OK: go on"]
    shown = {"page": "CHOOSE", "lines": lines, "shown": "stands", "warnings": []}
    assert tell(table, "panel")[1] == shown
    lines = say(table, "panel")[1]
    assert lines[1] == "| Anna                  |"
    assert len({len(line) for line in lines}) == 1
    table.panel["shown"] = "dark"
    assert say(table, "panel")[1][:-1] == lines
    assert say(table, "panel")[1][-1].startswith("The display does not answer, so nothing can be confirmed.")


def test_below_the_panel_stand_the_warnings_that_it_will_show(tell, say):
    table = PeopleTable(dict(ANNA, born=1960))
    (warning,) = tell(table, "panel")[1]["warnings"]
    assert warning["code"] == "SECOND_PERSON"
    assert say(table, "panel")[1][-1] == f"warning SECOND_PERSON: {warning['text']}"


def test_show_tells_the_warnings_too(say):
    said = say(PeopleTable(dict(ANNA, born=1960)), "profile", "show")[1]
    assert any(line.startswith("  warning SECOND_PERSON: ") for line in said)


@pytest.mark.parametrize("words", [["show", "anna"], ["progress", "anna"], ["show", "ben"], ["progress", "ben"]])
def test_what_is_told_of_somebody_is_not_that_of_whoever_is_chosen(tell, words):
    """A warning, a cap or a lock of another person: read as one's own, it is worse than none."""

    class Counting(PeopleTable):
        """Everybody has come to a step of their own."""

        def _progress(self, _command, who):
            return {"ok": 1, **self.progress, "step": {"anna": 1, "ben": 4}[who]}

    elder = dict(ANNA, born=1960)
    other, own = {"anna": (BEN, elder), "ben": (elder, BEN)}[words[1]]
    alone, beside = Counting(own), Counting(own, other)
    assert beside.chosen == other["id"]
    told = []
    for table in (alone, beside):
        found = tell(table, "profile", *words)[1]
        told.append({key: value for key, value in found.items() if key not in ("port", "revision", "chosen")})
    assert told[0] == told[1]


def test_a_watched_panel_is_printed_when_it_changes(patient, monkeypatch):
    table = PeopleTable(ANNA)
    naps = []

    def nap(_seconds):
        naps.append(1)
        if len(naps) == 2:
            table.panel["l1"] = "Ben"
        if len(naps) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(panel.time, "sleep", nap)
    with served(table) as stub:
        ran = CliRunner().invoke(cli, ["panel", "--watch", "-p", stub.port, "--json"])
    assert ran.exit_code == 130
    assert [line.count("Ben") for line in ran.stdout.splitlines()] == [0, 1]


def test_a_watched_panel_says_when_a_press_counts_and_not_the_page_again(patient, monkeypatch):
    table = PeopleTable(ANNA)
    table.panel["shown"] = "new"
    naps = []

    def nap(_seconds):
        naps.append(1)
        table.panel["shown"] = "stands"
        if len(naps) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(panel.time, "sleep", nap)
    with served(table) as stub:
        ran = CliRunner().invoke(cli, ["panel", "--watch", "-p", stub.port])
    said = ran.stdout.splitlines()
    assert [line for line in said if "Anna" in line] == ["| Anna                  |"]
    assert said[-1] == "It has stood for a second: a press counts." and len(said) == 7


def test_an_older_table_says_that_it_does_not_know(patient):
    from tests.support.host.table_stub import TableStub, frame

    def old(command):
        if command["c"] in ("hello", "clock.set"):
            return b""
        return frame({"i": command["i"], "e": "UNKNOWN_COMMAND", "m": "The table knows no such command."})

    with TableStub(old) as stub:
        ran = CliRunner().invoke(cli, ["profile", "list", "-p", stub.port])
    assert ran.exit_code == 5
    assert "error UNKNOWN_COMMAND" in ran.stderr and "Update the table's firmware" in ran.stderr
