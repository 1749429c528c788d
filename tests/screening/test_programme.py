"""An intermittent session that does not fit is refused, with what to change."""

import pytest

from firmware.screening import programme
from firmware.screening.rules import screen
from tests.meta.test_one_value import REPEATED
from tests.support.profiles import TODAY, profile


def judged(down_s: int, level_s: int, times: int, *declared: str, **changes):
    return screen(
        profile(*declared, programme={"down_s": down_s, "level_s": level_s, "times": times}, **changes), TODAY
    )


def codes(screened) -> list[str]:
    return [code for code, *_ in screened.reasons]


def test_the_estimate_counts_with_the_numbers_of_control_and_core():
    for name, (owner, repeats) in REPEATED.items():
        assert repeats is programme and getattr(programme, name) == getattr(owner, name), name


@pytest.mark.parametrize(
    ("down_s", "session_s", "found"),
    # 2 times 9 s down and 6.5 s up, to 15 degrees and back.
    [(30, 91, []), (30, 90, ["PROGRAMME_TIME"]), (300, 180, ["PROGRAMME_TIME"]), (30, 600, [])],
)
def test_all_of_it_fits_the_time_head_down(down_s: int, session_s: int, found: list[str]):
    screened = judged(down_s, 30, 2, max_inversion_cdeg=1500, session_s=session_s)
    assert codes(screened) == found
    if down_s == 30 and found:
        assert screened.reasons[0][1] == (
            "The programme takes about 91 s head-down, and 90 s are allowed: reduce down_s or times."
        )


def test_the_time_to_the_second():
    """2 times 30 s, 9.005 s down and 6.503 s up; ten times five minutes."""
    assert codes(judged(30, 30, 2, max_inversion_cdeg=1501, session_s=91)) == ["PROGRAMME_TIME"]
    assert codes(judged(30, 30, 2, max_inversion_cdeg=1501, session_s=92)) == []
    assert "about 3155 s" in judged(300, 300, 10, max_inversion_cdeg=1500).reasons[0][1]


def test_a_warning_that_shortens_the_session_counts():
    assert codes(judged(30, 30, 2, "alone_at_home", max_inversion_cdeg=1500)) == ["PROGRAMME_TIME"]


@pytest.mark.parametrize(
    ("cdeg", "level_s", "times", "found"),
    [
        (6000, 10, 2, []),
        (6000, 10, 3, ["PROGRAMME_MOTOR"]),
        (6000, 131, 3, ["PROGRAMME_MOTOR"]),
        (6000, 132, 3, []),
        (2000, 10, 8, []),
        (2000, 10, 9, ["PROGRAMME_MOTOR"]),
        (2000, 43, 10, []),
    ],
)
def test_the_motor_rests_before_it_must(cdeg: int, level_s: int, times: int, found: list[str]):
    screened = judged(10, level_s, times, max_inversion_cdeg=cdeg, session_s=600)
    assert codes(screened) == found
    if found:
        assert screened.reasons[0][1] == (
            "Reduce times or increase level_s: the motor would have to rest while the person is head-down."
        )


def test_it_stands_beside_every_other_reason():
    told = screen(profile("glaucoma", programme={"down_s": 300, "level_s": 10, "times": 2}), 0)
    assert codes(told) == ["CONDITION_ABSOLUTE", "PROGRAMME_TIME", "NO_CLOCK"]


def test_the_cap_that_binds_is_what_counts():
    assert codes(judged(10, 10, 3, max_inversion_cdeg=6000, session_s=600)) == ["PROGRAMME_MOTOR"]
    assert codes(judged(10, 10, 3, max_inversion_cdeg=6000, session_s=600, born=1960)) == []


@pytest.mark.parametrize(
    ("cdeg", "down_ms", "level_ms", "times", "expected"),
    [
        (1500, 30_000, 30_000, 1, (45_500, True)),
        (6000, 10_000, 10_000, 2, (126_000, True)),
        (6000, 10_000, 10_000, 3, (189_000, False)),
    ],
)
def test_the_estimate(cdeg, down_ms, level_ms, times, expected):
    assert programme._estimate(down_ms, level_ms, times, cdeg) == expected


def test_the_last_millisecond_of_the_budget(monkeypatch):
    """To 40 degrees: 36.5 s to level and 21.5 s down are 58 s; 1.5 times the way home, 55 s, is 82.5 s."""
    for duty_ms, rested in ((140_500, True), (140_499, False)):
        monkeypatch.setattr(programme, "DUTY_MS", duty_ms)
        assert programme._estimate(10_000, 10_000, 1, 4000)[1] is rested


def test_the_rest_of_each_time_counts_to_the_millisecond(monkeypatch):
    """First at 60 degrees after 68 s of motor; then 53 s more, less a ninth of 310 s; 1.5 times home is 97.5 s."""
    for duty_ms, found in ((184_056, []), (184_055, ["PROGRAMME_MOTOR"])):
        monkeypatch.setattr(programme, "DUTY_MS", duty_ms)
        assert codes(judged(10, 300, 2, max_inversion_cdeg=6000, session_s=600)) == found


def test_rest_is_never_saved_up(monkeypatch):
    """With rests longer than all that ran, the first descent is the one that counts."""
    for duty_ms, rested in ((140_500, True), (140_499, False)):
        monkeypatch.setattr(programme, "DUTY_MS", duty_ms)
        assert programme._estimate(900_000, 900_000, 5, 4000)[1] is rested
