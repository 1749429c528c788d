"""The confirmation of a session as a table: every state, every call, and what comes of it."""

import pytest

from firmware.person import confirmation
from firmware.person.confirmation import BEGUN, BEGUN_EXPIRED, GIVEN, GIVEN_EXPIRED, NONE, Confirmation

# state: (after give, after begin, after expire, after end)
CALLS = ("give", "begin", "expire", "end")
TRANSITIONS = {
    NONE: (GIVEN, NONE, NONE, NONE),
    GIVEN: (GIVEN, BEGUN, GIVEN_EXPIRED, NONE),
    BEGUN: (BEGUN, BEGUN, BEGUN_EXPIRED, NONE),
    GIVEN_EXPIRED: (GIVEN_EXPIRED, BEGUN_EXPIRED, GIVEN_EXPIRED, NONE),
    BEGUN_EXPIRED: (BEGUN_EXPIRED, BEGUN_EXPIRED, BEGUN_EXPIRED, NONE),
}
# state: (stands, allows, begun)
MEANINGS = {
    NONE: (False, False, False),
    GIVEN: (True, True, False),
    BEGUN: (True, True, True),
    GIVEN_EXPIRED: (True, False, False),
    BEGUN_EXPIRED: (True, False, True),
}


def at(state: int) -> Confirmation:
    found = Confirmation()
    found.state = state
    return found


def test_the_table_has_every_state_once():
    states = {name: value for name, value in vars(confirmation).items() if name.isupper()}
    assert sorted(states.values()) == sorted(TRANSITIONS) == sorted(MEANINGS) == list(range(len(states)))


def test_at_first_nobody_has_confirmed():
    assert Confirmation().state == NONE


@pytest.mark.parametrize("state", TRANSITIONS)
@pytest.mark.parametrize("call", CALLS)
def test_each_call_in_each_state(state: int, call: str):
    found = at(state)
    getattr(found, call)()
    assert found.state == TRANSITIONS[state][CALLS.index(call)]


@pytest.mark.parametrize("state", MEANINGS)
def test_what_each_state_means(state: int):
    found = at(state)
    assert (found.stands, found.allows, found.begun) == MEANINGS[state]


def test_every_state_is_reached_by_calls_alone():
    reached, fresh = {NONE}, {NONE}
    while fresh:
        fresh = {after for state in fresh for after in TRANSITIONS[state]} - reached
        reached |= fresh
    assert reached == set(TRANSITIONS)
