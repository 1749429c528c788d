"""DOWN begins to lower a person: which presses count, held against what was pressed in all ticks before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firmware.control.buttons import Buttons
from firmware.drivers import inputs
from firmware.safety.checks import COUNT_MOST

KNOCK_TICKS = 20  # 0.4 s
BOTH = inputs.DOWN | inputs.UP
PRESSES = st.lists(
    st.tuples(
        st.sampled_from([0, inputs.DOWN, inputs.UP, BOTH]), st.sampled_from([1, 2, 19, 20, 21, 40]), st.booleans()
    ),
    max_size=8,
)


def counts(bits: list[int], ignored: list[bool]) -> bool:
    """Whether DOWN counts at the end: held alone since it went down, after the start, for longer than a knock."""
    last = len(bits) - 1
    for at in range(last, -1, -1):
        if ignored[at] and at < last:
            return False
        if not bits[at] & inputs.DOWN:
            return last - at > KNOCK_TICKS
        if bits[at] & inputs.UP:
            return False
    return False  # it was down at the start


@settings(max_examples=50)
@given(PRESSES)
def test_nobody_is_lowered_by_a_hand_that_has_not_let_go_since_something_else(presses):
    buttons = Buttons()
    bits: list[int] = []
    ignored: list[bool] = []
    for pressed, ticks, ignore in presses:
        for tick in range(ticks):
            buttons.update(pressed)
            bits.append(pressed)
            ignored.append(ignore and tick == ticks - 1)
            assert buttons.down is counts(bits, ignored)
        if ignore:
            buttons.ignore_down()
            assert not buttons.down


def test_a_hand_that_lay_on_both_buttons_lowers_nobody_when_one_of_them_is_let_go():
    buttons = Buttons()
    for bits in (0, BOTH, BOTH, *[inputs.DOWN] * 50):
        buttons.update(bits)
        assert not buttons.down
    buttons.update(0)
    for _ in range(KNOCK_TICKS + 1):
        buttons.update(inputs.DOWN)
    assert buttons.down


def presses(*rows: tuple[int, int]) -> list[tuple[bool, bool, bool]]:
    """(down, down_pressed, up_pressed) of each tick of these (bits, ticks)."""
    buttons, found = Buttons(), []
    assert (buttons.down, buttons.down_pressed, buttons.up_pressed) == (False, False, False)
    for bits, ticks in rows:
        for _ in range(ticks):
            buttons.update(bits)
            found.append((buttons.down, buttons.down_pressed, buttons.up_pressed))
    return found


def test_down_is_pressed_in_its_first_tick_alone_and_counts_from_the_21st_on():
    assert presses((0, 1), (inputs.DOWN, 22), (0, 1)) == [
        (False, False, False), (False, True, False), *[(False, False, False)] * 19, *[(True, False, False)] * 2,
        (False, False, False),
    ]  # fmt: skip


def test_up_is_pressed_when_it_goes_down_and_not_when_it_is_held_at_the_start():
    found = presses((inputs.UP, 3), (0, 2), (inputs.UP, 3), (0, 1), (inputs.UP, 1))
    assert [up for _, _, up in found] == [False] * 5 + [True, False, False, False, True]
    assert not any(down or pressed for down, pressed, _ in found)


def test_other_keys_are_neither():
    assert set(presses((inputs.OK, 30), (inputs.BOTH_LOCKS | inputs.AT_LEVEL, 30))) == {(False, False, False)}


def test_a_down_that_is_not_to_count_is_no_press_until_it_has_been_let_go():
    buttons = Buttons()
    for bits in (0, *[inputs.DOWN] * 30):
        buttons.update(bits)
    buttons.ignore_down()
    assert not buttons.down
    for _ in range(30):
        buttons.update(inputs.DOWN)
        assert not buttons.down and not buttons.down_pressed
    buttons.update(0)
    buttons.update(inputs.DOWN)
    assert buttons.down_pressed


def test_a_finger_on_the_button_for_days_counts_in_small_integers():
    buttons = Buttons()
    buttons.update(0)
    buttons._held_ticks = COUNT_MOST
    buttons.update(inputs.DOWN)
    assert buttons._held_ticks == COUNT_MOST and buttons.down
