"""The profile in force survives restarts, and whatever is wrong with it locks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from firmware.dates import day_number, minutes_of, next_day
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening.rules import screen
from firmware.store.people import People
from firmware.store.profiles import ProfileStore
from tests.support.profiles import TODAY, clearance, profile, profiles
from tests.support.seasoned import season

KEY = "acute_hip_instability"
UNDATED = -1
ANNA = profile("sciatica", max_inversion_cdeg=2500)
CLEARED = profile(KEY, clearances=[clearance(KEY, max_inversion_cdeg=1500)])


def start(root, today=TODAY):
    """A table that remembers Anna as one who may have 60 degrees by her sessions."""
    season(root)
    chosen = Chosen(People(str(root)))
    day(chosen, today)
    return chosen


def day(chosen, today):
    chosen.rescreen(today, minutes_of(today, 600))


def codes(chosen):
    return [code for code, *_ in chosen.screened.reasons]


def limit(chosen):
    return chosen.screened.limit_cdeg


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


BOB = profile("glaucoma", id="bob", name="Bob")


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


def confirmed(root):
    """A table on which Anna has confirmed a session."""
    chosen = start(root)
    assert chosen.push(to_wire(ANNA)) == ""
    chosen.answer(0)
    assert chosen.confirm()
    return chosen


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


def test_a_session_over_midnight_is_counted_by_its_end(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.begin()
    day(chosen, TODAY + 1)
    chosen.end(True)
    assert (chosen.record.sessions, chosen.record.done) == (1, 1)


def test_h24_a_confirmation_that_expires_takes_the_limit_and_leaves_the_session_open(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.begin()
    before = chosen.changed
    chosen.expire()
    chosen.expire()
    assert (chosen.limit_cdeg, chosen.changed, chosen.record.open) == (0, before + 1, True)
    assert chosen.session_ms == 180_000
    chosen.end(False)
    assert chosen.record.sessions == 1
    chosen.rescreen(TODAY, minutes_of(TODAY, 700))
    assert chosen.confirm() and chosen.limit_cdeg == 2500


@pytest.mark.parametrize(
    ("issued", "was_there", "counts"),
    [
        (TODAY - 1, False, False),
        (TODAY, False, True),
        (TODAY, True, False),
        (TODAY + 1, True, False),
        (20270601, True, True),
    ],
    ids=["of the day before", "of today, new", "of today, there before", "of tomorrow, there before", "far ahead"],
)
def test_which_clearances_count_after_a_change_of_today(tmp_path, issued, was_there, counts):
    chosen = start(tmp_path)
    cleared = [clearance(KEY, issued=issued, expires=20271231)]
    chosen.push(to_wire(profile(KEY, clearances=cleared if was_there else [])))
    chosen.push(to_wire(profile(KEY, "sciatica", clearances=cleared)))
    chosen.rescreen(max(issued, TODAY), minutes_of(max(issued, TODAY), 700))
    assert ("CLEARANCE_BEFORE_CHANGE" not in codes(chosen)) is counts
    if issued == TODAY and was_there:
        assert "must be 2026-11-24 or later" in chosen.screened.reasons[1][1]
        newer = clearance(KEY, issued=TODAY + 1, expires=20271231)
        chosen.push(to_wire(profile(KEY, "sciatica", clearances=[newer])))
        day(chosen, TODAY + 1)
        assert codes(chosen) == []


def test_a_change_of_the_day_of_an_operation_voids_its_clearance(tmp_path):
    chosen = start(tmp_path)
    cleared = [clearance("early_post_op_hip")]
    chosen.push(to_wire(profile("early_post_op_hip", since={"early_post_op_hip": 20260920}, clearances=cleared)))
    assert "CLEARANCE_EARLY" in codes(chosen)
    chosen.push(to_wire(profile("early_post_op_hip", since={"early_post_op_hip": 20260801}, clearances=cleared)))
    assert codes(chosen) == ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]


def test_a_lost_record_locks_until_a_push_and_then_everything_begins_anew(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    (tmp_path / "person_0.bin").unlink()
    chosen = start_again(tmp_path)
    assert codes(chosen) == ["RECORD_LOST"] and not chosen.confirm()
    chosen.rescreen(TODAY, minutes_of(TODAY, 700))
    assert codes(start_again(tmp_path)) == ["RECORD_LOST"]
    chosen.push(to_wire(ANNA))
    assert codes(chosen) == ["WAIT"] and chosen.record.step == 0
    chosen.rescreen(TODAY, minutes_of(TODAY, 740))
    assert (codes(chosen), limit(chosen)) == ([], 1500)


def start_again(root):
    chosen = Chosen(People(str(root)))
    day(chosen, TODAY)
    return chosen


def test_everybodys_session_that_power_cut_short_is_settled_at_the_start(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.push(to_wire(profile("sciatica", id="ben")))
    chosen.choose(1)
    assert chosen.who == "anna"
    chosen.choose(1)
    chosen.answer(0)
    assert chosen.confirm() and chosen.who == "ben"
    again = Chosen(People(str(tmp_path)))
    assert again.who == "anna"
    again.rescreen(TODAY, minutes_of(TODAY, 601))
    assert codes(again) == []
    assert [code for code, *_ in again.screening_of(1).reasons] == ["WAIT"]
    assert (again.record_of(1).sessions, again.record_of(1).open) == (1, False)
    again.rescreen(TODAY, minutes_of(TODAY, 700))
    assert not again.screening_of(1).locked
    again.choose(1)
    assert codes(again) == []


def test_another_who_has_earned_a_step_is_shown_with_it(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(profile("sciatica", id="ben")))
    person = chosen.record
    person.done, person.first_day = 3, minutes_of(TODAY, 0) // 1440 - 7
    chosen.people.remember(chosen.place, person)
    chosen.push(to_wire(ANNA))
    place = chosen.people.find("ben")
    assert (chosen.screening_of(place).limit_cdeg, chosen.record_of(place).step) == (2000, 1)


class Pushes(RuleBasedStateMachine):
    """Any order of pushes, days, damage and restarts: the result is always that of the last profile stored whole."""

    def __init__(self, root):
        super().__init__()
        self.root = root
        self.today = TODAY
        self.stored = None
        self.commits = 0
        self.changed_day = 0
        self.issued_day = self.void_day = 0
        self.most_cdeg = 6000
        self.chosen = start(self.root)

    @rule(declared=profiles())
    def push(self, declared):
        assert self.chosen.push(to_wire(declared)) == ""
        if self.stored and self.changed(declared):
            self.changed_day = UNDATED
            self.void_day = self.issued_day
        if self.stored and self.stored["born"] != declared["born"]:
            self.most_cdeg = 1500
        self.issued_day = max([self.issued_day] + [one["issued"] for one in declared["clearances"]])
        self.stored = declared
        self.commits += 1

    def changed(self, declared):
        before = self.stored
        moved = before["since"] not in ({}, declared["since"])
        return moved or set(before["conditions"]) != set(declared["conditions"])

    @rule(declared=profiles(), odd=st.sampled_from([0, 9100, "x", True]))
    def push_malformed(self, declared, odd):
        assert self.chosen.push(to_wire({**declared, "max_inversion_cdeg": odd})) == "REFUSED"

    @rule(today=st.sampled_from([0, 20260801, TODAY, 20270301, 20271231]))
    def another_day(self, today):
        self.today = today
        day(self.chosen, today)

    @rule(size=st.integers(0, 200))
    def restart_after_a_torn_write(self, size):
        (self.root / "profile_0.bin.new").write_bytes(b"BSCL\x01" + b"x" * size)
        self.chosen = start(self.root, self.today)

    @invariant()
    def the_last_one_stored_is_in_force(self):
        if self.today and self.changed_day == UNDATED:
            self.changed_day = self.today
            ahead = day_number(self.void_day) - day_number(self.today)
            if 0 <= ahead <= 180:
                self.changed_day = next_day(self.void_day)
        expected = screen(self.stored, self.today, 0 if self.changed_day == UNDATED else self.changed_day)
        screened = self.chosen.screened
        assert (screened.limit_cdeg, screened.reasons) == (
            min(expected.limit_cdeg, self.most_cdeg),
            expected.reasons,
        )
        assert self.chosen.people.revision == self.commits


def test_any_order_of_pushes_days_and_restarts(tmp_path_factory):
    run_state_machine_as_test(
        lambda: Pushes(tmp_path_factory.mktemp("table")), settings=settings(max_examples=30, stateful_step_count=15)
    )


@given(st.binary(max_size=80))
@settings(max_examples=50)
def test_no_bytes_whatever_unlock(tmp_path_factory, blob):
    root = tmp_path_factory.mktemp("table")
    chosen = start(root, TODAY)
    chosen.push(blob)
    assert chosen.screened.locked
