"""The chosen person: pushes, what cannot be read, and confirmations."""

import pytest

from firmware.dates import minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.store.people import People
from firmware.store.profiles import ProfileStore
from tests.person.chosen_words import (
    ANNA,
    BOB,
    CLEARED,
    codes,
    confirmed,
    day,
    limit,
    start,
)
from tests.support.profiles import TODAY, profile


def test_a_new_table_is_locked(tmp_path):
    chosen = start(tmp_path)
    assert codes(chosen) == ["NO_PROFILE"]
    assert (chosen.people.revision, chosen.blob, limit(chosen)) == (0, b"", 0)


def test_a_push_is_in_force_at_once_and_after_a_restart(tmp_path):
    chosen = start(tmp_path, TODAY)
    before = chosen.changed
    assert chosen.push(to_wire(ANNA)) == ""
    assert limit(chosen) == 2500
    assert chosen.changed == before + 1
    again = start(tmp_path)
    assert (again.people.revision, again.blob, limit(again)) == (1, to_wire(ANNA), 2500)


def test_the_revision_counts_commits_across_restarts(tmp_path):
    for expected in range(1, 5):
        chosen = start(tmp_path)
        chosen.push(to_wire(ANNA))
        assert chosen.people.revision == expected


def test_a_contraindicated_profile_replaces_a_permissive_one(tmp_path):
    chosen = start(tmp_path, TODAY)
    chosen.push(to_wire(ANNA))
    assert chosen.push(to_wire(profile("glaucoma"))) == ""
    assert codes(chosen) == codes(start(tmp_path, TODAY)) == ["CONDITION_ABSOLUTE"]


def test_a_malformed_profile_changes_nothing(tmp_path):
    chosen = start(tmp_path, TODAY)
    chosen.push(to_wire(ANNA))
    before = chosen.changed
    assert chosen.push(to_wire(ANNA)[:-1]) == "REFUSED"
    assert [code for code, _, _ in chosen.push_reasons] == ["MALFORMED"]
    assert (chosen.people.revision, chosen.changed, limit(chosen)) == (1, before, 2500)
    assert limit(start(tmp_path)) == 2500
    chosen.push(to_wire(ANNA))
    assert chosen.push_reasons == []


def test_flash_that_refuses_changes_nothing(tmp_path):
    chosen = start(tmp_path, TODAY)
    chosen.push(to_wire(ANNA))
    before = chosen.changed
    (tmp_path / "profile_0.bin.new").mkdir()
    assert chosen.push(to_wire(profile("glaucoma"))) == "NOT_STORED"
    assert (chosen.people.revision, chosen.changed, limit(chosen)) == (1, before, 2500)


@pytest.mark.parametrize(
    ("act", "fails"),
    [(act, fails) for act in ("choose", "push", "remove") for fails in ("load", "record", "_read")
     if (act, fails) != ("choose", "_read")],
)  # fmt: skip
def test_h25_what_fails_while_people_change_leaves_nobody_under_anothers_limits(tmp_path, monkeypatch, act, fails):
    """Memory can run out at any reading: the table is then locked, and no record is overwritten."""
    chosen = start(tmp_path, TODAY)
    for one in (BOB, ANNA):
        assert chosen.push(to_wire(one)) == ""
    chosen.answer(0)
    assert chosen.confirm() and limit(chosen) == 2500
    chosen.take_back()
    files = {path.name: path.read_bytes() for path in tmp_path.glob("person_*.bin")}

    def full(*_):
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(People, fails, full)
        acts = {
            "choose": lambda: chosen.choose(1),
            "push": lambda: chosen.push(to_wire(BOB)),
            "remove": lambda: chosen.remove(chosen.place),
        }
        with pytest.raises(MemoryError):
            acts[act]()
    assert (chosen.place, chosen.who, codes(chosen), limit(chosen)) == (-1, "", ["NO_PROFILE"], 0)
    chosen.answer(0)
    assert chosen.screened.locked and limit(chosen) == chosen.limit_cdeg == 0 and not chosen.confirm()
    if act == "choose":
        assert {path.name: path.read_bytes() for path in tmp_path.glob("person_*.bin")} == files
    assert limit(start(tmp_path, TODAY)) in (0, 2500)


def test_the_day_decides_again_and_again(tmp_path):
    chosen = start(tmp_path, 0)
    chosen.push(to_wire(CLEARED))
    assert codes(chosen) == ["NOT_CLEARED", "NO_CLOCK"]
    before = chosen.changed
    for today, expected in ((TODAY, 1500), (20270301, 1500), (20270302, 0), (TODAY, 1500), (0, 0)):
        day(chosen, today)
        assert limit(chosen) == expected
    assert chosen.changed == before + 5
    day(chosen, 0)
    assert chosen.changed == before + 5


def test_a_push_is_judged_by_the_day_that_is_known(tmp_path):
    chosen = start(tmp_path, TODAY)
    chosen.push(to_wire(CLEARED))
    assert limit(chosen) == 1500


@pytest.mark.parametrize("damage", [b"", b"rot", None])
def test_a_damaged_profile_locks_and_never_falls_back_on_defaults(tmp_path, damage):
    start(tmp_path).push(to_wire(ANNA))
    path = tmp_path / "profile_0.bin"
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    chosen = start(tmp_path)
    assert codes(chosen) == ["PROFILE_CORRUPT"]
    assert (chosen.blob, chosen.people.revision, limit(chosen)) == (b"", 0, 0)
    chosen.push(to_wire(ANNA))
    assert limit(start(tmp_path, TODAY)) == 2500


def test_a_stored_profile_that_this_firmware_cannot_read_locks(tmp_path):
    assert ProfileStore(str(tmp_path / "profile_0.bin")).save(b'{"schema":1}', 1)
    chosen = start(tmp_path)
    assert codes(chosen) == ["PROFILE_CORRUPT"]
    assert chosen.people.revision == 1


def test_a_session_that_ends_while_nobody_knows_the_time_counts_as_cut_short_once_somebody_does(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    assert chosen.confirm()
    chosen.begin()
    day(chosen, 0)
    chosen.end(True)
    assert chosen.limit_cdeg == 0 and chosen.record.sessions == 0
    day(chosen, TODAY)
    assert (chosen.record.sessions, chosen.record.done, chosen.record.open) == (1, 0, False)
    assert codes(chosen) == ["WAIT"]


@pytest.mark.parametrize("how", ["take back", "push", "remove", "choose", "another day", "no day"])
def test_a_confirmation_that_is_given_up_before_the_table_moves_costs_nothing(tmp_path, how):
    chosen = confirmed(tmp_path)
    if how == "take back":
        chosen.take_back()
    elif how == "choose":
        chosen.choose(1)
    elif how == "remove":
        assert chosen.remove(0) == "" and chosen.push(to_wire(ANNA)) == ""
    elif how == "push":
        chosen.push(to_wire(ANNA))
    else:
        day(chosen, TODAY + 1 if how == "another day" else 0)
        assert not chosen.confirmed and not chosen.answered
        day(chosen, TODAY)
    assert not chosen.confirmed
    assert (chosen.record.open, chosen.record.sessions, chosen.record.ended_min) == (False, 0, 0)
    assert limit(start(tmp_path)) == 2500


@pytest.mark.parametrize("how", ["take back", "push", "remove", "choose"])
def test_a_session_that_has_begun_is_counted_whatever_comes_before_its_end(tmp_path, how):
    chosen = confirmed(tmp_path)
    chosen.begin()
    if how == "remove":
        assert chosen.remove(0) == "" and chosen.push(to_wire(ANNA)) == ""
    elif how == "push":
        chosen.push(to_wire(ANNA))
    elif how == "choose":
        chosen.choose(1)
    else:
        chosen.take_back()
    chosen.rescreen(TODAY, minutes_of(TODAY, 601))
    chosen.end(True)
    assert (chosen.record.sessions, chosen.record.done) == (1, 0)
    assert codes(chosen) == codes(start(tmp_path)) == ["WAIT"]


def test_whoever_confirms_gets_their_own_programme_and_nobody_else(tmp_path):
    chosen = start(tmp_path)
    programme = {"down_s": 20, "level_s": 50, "times": 3}
    assert chosen.push(to_wire(profile("sciatica", id="ben", max_inversion_cdeg=2500, programme=programme))) == ""
    assert chosen.programme == (0, 0, 0)
    chosen.answer(0)
    assert chosen.confirm() and chosen.programme == (20_000, 50_000, 3)
    assert chosen.push(to_wire(ANNA)) == ""
    chosen.answer(0)
    assert chosen.confirm() and chosen.programme == (0, 0, 0)


def counts(chosen):
    """(the angle, the milliseconds there) that make a session count towards the next step."""
    chosen.answer(0)
    assert chosen.confirm()
    return chosen.goal_cdeg, chosen.tolerated_ms


def test_under_a_lower_limit_nobody_earns_the_step_that_was_never_reached(tmp_path):
    chosen = start(tmp_path)
    assert chosen.push(to_wire(ANNA)) == "" and limit(chosen) == 2500
    assert counts(chosen) == (6000, 150_000)


def test_after_a_break_the_step_that_is_left_is_what_counts(tmp_path):
    chosen = start(tmp_path)
    assert chosen.push(to_wire(ANNA)) == ""
    chosen.record.last_day = chosen.record.told_day - 14 * 7
    assert counts(chosen) == (1500, 30_000)


def test_whoever_is_chosen_without_a_confirmation_has_nothing_to_count(tmp_path):
    chosen = confirmed(tmp_path)
    assert chosen.goal_cdeg == 6000
    chosen.take_back()
    assert chosen.goal_cdeg == 0


@pytest.mark.parametrize("other", [TODAY - 1, TODAY + 1, 20260101, 0])
def test_a_confirmation_is_for_the_day_on_which_it_was_given_whichever_way_the_clock_goes(tmp_path, other):
    chosen = confirmed(tmp_path)
    day(chosen, other)
    assert not chosen.confirmed and chosen.limit_cdeg == 0


def test_everybodys_session_counts_that_was_open_when_the_power_went(tmp_path):
    """Whoever is not the first of them must not train once more for free."""
    chosen = start(tmp_path)
    whos = ["anna", "ben", "cleo", "dora"]
    for who in whos:
        assert chosen.push(to_wire({**ANNA, "id": who})) == ""
        chosen.answer(0)
        assert chosen.confirm()
        chosen.begin()
    again = Chosen(People(str(tmp_path)))
    assert all(again.people.record(place).open for place in range(4))
    day(again, TODAY)
    records = [again.people.record(again.people.find(who)) for who in whos]
    assert [(record.open, record.sessions) for record in records] == [(False, 1)] * 4
