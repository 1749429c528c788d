"""All that the chosen person's table says, from one stage of a session to the next."""

import itertools

import pytest

from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening import conditions, dose
from firmware.screening.conditions import reason
from firmware.screening.result import judge
from firmware.store.people import People
from firmware.store.profiles import ProfileStore
from firmware.texts import english
from tests.person.chosen_words import ANNA, BOB, CLEO, NOON, codes, day, several, start
from tests.support.profiles import TODAY, keys_of, profile
from tests.support.seasoned import season
from tests.support.when import at as then

NAMES = (
    "confirmed", "expired", "limit_cdeg", "session_ms", "goal_cdeg", "tolerated_ms", "programme", "who", "name", "day",
    "asked", "answered", "first_today", "asks_pain", "place", "blob",
)  # fmt: skip


def told(chosen: Chosen) -> dict:
    return {name: getattr(chosen, name) for name in NAMES}


def changed(chosen: Chosen, before: dict) -> dict:
    """What is told otherwise than before."""
    return {name: value for name, value in told(chosen).items() if value != before[name]}


NOBODY = {
    "confirmed": False, "expired": False, "limit_cdeg": 0, "session_ms": 0, "goal_cdeg": 0, "tolerated_ms": 30_000,
    "programme": (0, 0, 0), "who": "", "name": "", "day": TODAY, "asked": (0, 0), "answered": False,
    "first_today": True, "asks_pain": False, "place": -1, "blob": b"",
}  # fmt: skip


def test_a_session_from_the_push_to_how_it_felt(tmp_path):
    chosen = Chosen(People(str(tmp_path)))
    day(chosen, TODAY)
    assert told(chosen) == NOBODY and chosen.push_reasons == []
    assert chosen.push(to_wire(CLEO)) == ""
    pushed = NOBODY | {"who": "cleo", "name": "Cleo", "place": 0, "blob": to_wire(CLEO), "asks_pain": True}
    assert told(chosen) == pushed and chosen.screened.limit_cdeg == 1500
    assert not chosen.confirm() and told(chosen) == pushed
    assert english(chosen.outlook).startswith("Now 15 degrees for 60 s: your sessions so far allow no more.")
    chosen.answer(0, 4)
    assert told(chosen) == pushed | {"answered": True, "first_today": False} and chosen.record.pain_before == 4
    assert chosen.confirm()
    given = told(chosen)
    assert given == pushed | {
        "answered": True, "first_today": False, "confirmed": True, "limit_cdeg": 1500, "session_ms": 60_000,
        "goal_cdeg": 1500, "programme": (20_000, 50_000, 3),
    }  # fmt: skip
    chosen.begin()
    assert changed(chosen, given) == {"answered": False}
    chosen.expire()
    assert changed(chosen, given) == {"answered": False, "expired": True, "limit_cdeg": 0}
    chosen.end(True)
    assert told(chosen) == pushed | {"first_today": False}
    assert chosen.record.after == dose.TOLERATED and chosen.record.sessions == 1
    chosen.felt(dose.SAME, False, 3)
    assert (chosen.record.after, chosen.record.done, chosen.record.pain_after) == (0, 1, 3)
    chosen.felt(dose.WORSE, True, 9)
    assert (chosen.record.worse, chosen.record.pain_after) == (0, 3), "it is asked once"


def test_whoever_is_not_asked_for_pain_has_said_nothing_of_it(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.record.pain_before = 5
    chosen.answer(0)
    assert chosen.record.pain_before == 0
    chosen.record.after, chosen.record.pain_after = dose.TOLERATED, 5
    chosen.felt(dose.SAME, False)
    assert chosen.record.pain_after == 0


def test_each_change_is_counted_once(tmp_path):
    chosen = Chosen(People(str(tmp_path)))
    counts = [chosen.changed]
    for act, *values in (
        ("rescreen", TODAY, NOON), ("rescreen", TODAY, NOON), ("push", to_wire(ANNA)), ("confirm",), ("answer", 0),
        ("felt", dose.SAME, False), ("confirm",), ("take_back",), ("take_back",), ("expire",), ("confirm",), ("begin",),
        ("expire",), ("expire",), ("end", False), ("felt", dose.SAME, False),
    ):  # fmt: skip
        getattr(chosen, act)(*values)
        counts.append(chosen.changed)
    steps = [after - before for before, after in itertools.pairwise(counts)]
    assert counts[0] == 1
    assert steps == [1, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1]


def test_the_next_person_and_the_one_before_in_a_ring(tmp_path):
    chosen = several(tmp_path)
    assert [chosen.people.ids[place] for place in range(3)] == ["anna", "bob", "cleo"]
    found = []
    for step in (1, 1, 1, -1, -1, -1):
        chosen.choose(step)
        found.append((chosen.who, chosen.name, chosen.place, chosen.blob))
    names = {"anna": ("Anna", 0, to_wire(ANNA)), "bob": ("Bob", 1, to_wire(BOB)), "cleo": ("Cleo", 2, to_wire(CLEO))}
    assert found == [(who, *names[who]) for who in ("anna", "bob", "cleo", "bob", "anna", "cleo")]


def test_at_its_start_the_table_chooses_the_first_of_those_it_knows(tmp_path):
    chosen = several(tmp_path)
    assert Chosen(People(str(tmp_path))).who == "anna"
    for place in range(3, 8):
        assert chosen.push(to_wire(ANNA | {"id": f"one_{place}"})) == ""
    assert Chosen(People(str(tmp_path))).who == "anna"


def test_where_nobody_is_chosen_nobody_is_named_though_every_place_is_taken(tmp_path):
    chosen = start(tmp_path)
    chosen.people.ids[-1], chosen.people.names[-1] = "zoe", "Zoe"
    assert (chosen.who, chosen.name) == ("", "")


def test_where_nobody_is_stored_nobody_is_chosen(tmp_path):
    chosen = start(tmp_path)
    before = told(chosen), chosen.changed
    chosen.choose(1)
    assert (told(chosen), chosen.changed) == before and codes(chosen) == ["NO_PROFILE"]


def test_of_anybody_else_the_table_tells_as_of_the_chosen(tmp_path):
    chosen = several(tmp_path)
    results = [chosen.screening_of(place) for place in range(3)]
    assert [(one.limit_cdeg, [code for code, *_ in one.reasons]) for one in results] == [
        (2500, []), (0, ["CONDITION_ABSOLUTE"]), (1500, []),
    ]  # fmt: skip
    assert results[2] is chosen.screened
    assert [chosen.blob_of(place) for place in range(3)] == [to_wire(one) for one in (ANNA, BOB, CLEO)]
    assert [chosen.record_of(place).step for place in range(3)] == [9, 0, 0]
    assert chosen.record_of(2) is chosen.record_of(-1) is chosen.record
    assert chosen.record_of(0) is not chosen.record
    chosen.choose(1)
    assert chosen.place == 0
    assert [chosen.blob_of(place) for place in range(3)] == [to_wire(one) for one in (ANNA, BOB, CLEO)]
    assert [chosen.record_of(place).step for place in range(3)] == [9, 0, 0]
    assert [chosen.screening_of(place).limit_cdeg for place in range(3)] == [2500, 0, 1500]


def test_an_open_session_of_somebody_else_is_told_as_cut_short(tmp_path):
    chosen = several(tmp_path)
    chosen.choose(1)
    chosen.answer(0)
    assert chosen.who == "anna" and chosen.confirm()
    chosen.begin()
    chosen.choose(1)
    record = chosen.record_of(0)
    assert (record.open, record.sessions, record.after) == (False, 1, dose.CUT_SHORT)
    assert [code for code, *_ in chosen.screening_of(0).reasons] == ["WAIT"]


@pytest.mark.parametrize(
    ("at", "place", "left", "who"),
    [
        (2, 0, ["bob", "cleo"], "cleo"), (2, 2, ["anna", "bob"], "anna"), (0, 2, ["anna", "bob"], "anna"),
        (0, 0, ["bob", "cleo"], "bob"),
    ],
)  # fmt: skip
def test_a_profile_that_is_taken_away_leaves_the_next_one_only_where_it_was_the_chosen(tmp_path, at, place, left, who):
    chosen = several(tmp_path)
    while chosen.place != at:
        chosen.choose(1)
    assert chosen.remove(place) == ""
    assert sorted(filter(None, chosen.people.ids)) == left and chosen.who == who


@pytest.mark.parametrize("place", [0, 2])
def test_a_profile_that_cannot_be_taken_away_stays_with_all_that_was_told(tmp_path, monkeypatch, place):
    chosen = several(tmp_path)
    before = told(chosen), chosen.screened, chosen.record
    monkeypatch.setattr(People, "remove", lambda *_: "NOT_STORED")
    assert chosen.remove(place) == "NOT_STORED"
    assert (told(chosen), chosen.screened, chosen.record) == before


def test_a_push_and_a_removal_are_of_the_moment_at_which_they_are_made(tmp_path, monkeypatch):
    """By it a record is dated, and another is given up for a ninth person."""
    chosen = several(tmp_path)
    found = []
    monkeypatch.setattr(People, "put", lambda people, *told: found.append(told) or (2, ""))
    monkeypatch.setattr(People, "remove", lambda people, *told: found.append(told) or "")
    assert chosen.push(to_wire(CLEO)) == chosen.remove(0) == chosen.remove(2) == ""
    when = found[0][2]
    assert (when.day, when.minutes) == (TODAY, NOON)
    assert found == [(CLEO, to_wire(CLEO), when), (0, when), (2, when)]


def test_whoever_has_taken_steps_already_has_their_goal_and_their_time_there(tmp_path):
    chosen = start(tmp_path)
    assert chosen.push(to_wire(ANNA)) == "" and chosen.tolerated_ms == 150_000
    chosen.answer(0)
    assert chosen.confirm() and (chosen.goal_cdeg, chosen.session_ms) == (6000, 180_000)


def test_a_push_that_cannot_be_stored_leaves_all_that_was_told(tmp_path, monkeypatch):
    chosen = several(tmp_path)
    before = told(chosen), chosen.screened, chosen.record
    monkeypatch.setattr(People, "put", lambda *_: (-1, "NOT_STORED"))
    assert chosen.push(to_wire(ANNA)) == "NOT_STORED"
    assert (told(chosen), chosen.screened, chosen.record) == before and chosen.push_reasons == []


@pytest.mark.parametrize(("full", "code"), [(True, "FLASH_FULL"), (False, "NOT_KEPT")])
def test_where_a_session_cannot_be_kept_none_begins_until_the_next_look(tmp_path, monkeypatch, full, code):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    before = chosen.changed
    with monkeypatch.context() as broken:
        broken.setattr(People, "remember", lambda *_: False)
        broken.setattr(People, "full", full)
        assert not chosen.confirm()
    assert not chosen.confirmed and chosen.changed == before + 1
    assert chosen.screened.locks == [reason(code)] and chosen.screened.limit_cdeg == 0
    assert chosen.screened.caps == [(6000, "table_rating", "")]
    chosen.rescreen(TODAY, NOON + 1)
    assert not chosen.screened.locked and chosen.confirm()


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize(("newer", "code"), [(False, "PROFILE_CORRUPT"), (True, "PROFILE_NEWER")])
def test_whoever_has_a_profile_that_cannot_be_read_is_locked_for_that_alone(tmp_path, monkeypatch, newer, code, at):
    assert ProfileStore(str(tmp_path / f"profile_{at}.bin")).save(b'{"schema":1}', 1)
    monkeypatch.setattr(People, "newer", lambda people, place: newer and place == at)
    chosen = start(tmp_path)
    assert chosen.place == at and chosen.screened.locks == [reason(code)]
    assert chosen.screened.caps == [(6000, "table_rating", "")] and chosen.screened.limit_cdeg == 0


def test_what_locks_everybody_locks_whoever_is_chosen(tmp_path):
    season(tmp_path)
    lock = ("BAD_TABLE", "table", "The table is not itself.")
    chosen = Chosen(People(str(tmp_path)), [lock])
    day(chosen, TODAY)
    assert chosen.screened.locks[0] == lock
    chosen.push(to_wire(ANNA))
    assert chosen.screened.locks == [lock] and chosen.screened.limit_cdeg == 0
    assert (2500, "profile", "") in chosen.screened.caps and chosen.screened.session_ms == 0
    chosen.answer(0)
    assert not chosen.confirm()
    warned = profile(*keys_of(conditions.WARN)[:2])
    chosen.push(to_wire(warned))
    assert (
        chosen.screened.warnings
        and chosen.screened.warnings == judge(warned, then(TODAY, NOON), chosen.record).warnings
    )
