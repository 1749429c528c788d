"""The list of mistakes is in order, a mistake is really made, and a test that does not notice is told from one that
does."""

import tempfile
from pathlib import Path

import pytest

from tests.planted import __main__ as target
from tests.planted import mistakes
from tests.planted.judge import Copy, Judged
from tests.planted.mistakes import Mistake
from tests.support.source import ROOT

# A change of what a limit is, and one that nobody can notice.
SEEN = Mistake(
    "seen", "firmware/safety/limits.py", "The limit is not what was loaded.",
    "self.limit_cdeg = limit_cdeg", "self.limit_cdeg = limit_cdeg + 1", "tests/safety/test_core_fresh.py",
)  # fmt: skip
BEYOND_60 = "test_h50_the_table_goes_to_90_degrees_for_whoever_said_so_and_came_so_far"  # it is marked long
UNSEEN = SEEN._replace(after="self.limit_cdeg = limit_cdeg + 0")


def test_every_mistake_has_its_place_and_its_test():
    assert mistakes.complaints(mistakes.read(), ROOT) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"before": "no such line"}, "stands 0 times"),
        ({"before": "self"}, "times in firmware/safety/limits.py"),
        ({"after": SEEN.before}, "changes nothing"),
        ({"wrong": " "}, "does not say what was got wrong"),
        ({"test": "tests/no_such_test.py"}, "there is no test"),
        ({"file": "firmware/no_such.py"}, "stands 0 times"),
    ],
)
def test_an_entry_that_is_not_in_order_is_told(wrong, said):
    assert said in " ".join(mistakes.complaints([SEEN._replace(**wrong)], ROOT))
    assert mistakes.complaints([SEEN], ROOT) == []


def test_two_of_one_name_are_told():
    assert "another of this name" in mistakes.complaints([SEEN, SEEN], ROOT)[0]


def test_a_key_too_many_or_too_few_is_refused(tmp_path: Path):
    (tmp_path / "x.toml").write_text("[[mistake]]\nname = 'x'\n")
    with pytest.raises(ValueError, match="needs name, file"):
        mistakes.read(tmp_path)


@pytest.mark.long
def test_what_make_test_leaves_out_notices_nothing():
    with tempfile.TemporaryDirectory() as folder:
        asked = Copy(ROOT, Path(folder) / "copy").ask("tests/loop/test_beyond_60.py::" + BEYOND_60)
    assert asked.trouble.startswith("1 deselected")


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("firmware/link/checks.py", "tests/link"),
        ("firmware/executive.py", "tests/loop"),
        ("hal/world/faults/injectors/imu.py", "tests/world/faults"),
        ("hal/rp2/adc.py", "tests/hal"),
        ("host/bascule/table/status.py", "tests/host/table"),
        ("host/bascule/errors.py", "tests/host"),
        ("image/build.py", "tests/image"),
    ],
)
def test_the_nearest_tests_are_asked_first(file, tests):
    assert mistakes.nearest(ROOT, file) == tests


def test_a_mistake_is_noticed_or_not_and_gone_afterwards():
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(ROOT, Path(folder) / "copy")
        with copy.holding(SEEN):
            assert copy.ask(SEEN.test).by.startswith(SEEN.test)
        with copy.holding(UNSEEN):
            assert copy.ask(UNSEEN.test)[:2] == ("", "")
        assert copy.ask(SEEN.test)[:2] == ("", "")
        assert copy.ask("tests/no_such_test.py").trouble


@pytest.mark.parametrize(
    ("judged", "said", "code"),
    [
        ([Judged("a test", "", 1.0), Judged("a test", "", 1.0)], "2 of 2 noticed", 0),
        ([Judged("a test", "", 1.0), Judged("", "", 1.0)], "1 of 2 noticed", 1),
        ([Judged("", "", 1.0), Judged("", "", 1.0)], "0 of 2 noticed", 1),
        ([Judged("a test", "", 1.0), Judged("", "it does not even load", 1.0)], "1 of 2 noticed", 1),
    ],
)
def test_nobody_is_told_that_all_is_well_while_a_mistake_passes(monkeypatch, capsys, judged, said, code):
    monkeypatch.setattr(target, "read", lambda: [SEEN, UNSEEN._replace(name="unseen")])
    monkeypatch.setattr(target, "_sound", lambda _: Judged("", "", 0.0))
    monkeypatch.setattr(target, "_judge", lambda listed, _find: zip(listed, judged, strict=True))
    assert target.main([]) == code
    assert said in capsys.readouterr().out


def test_nothing_is_judged_by_tests_that_fail_anyway(monkeypatch, capsys):
    monkeypatch.setattr(target, "read", lambda: [SEEN])
    monkeypatch.setattr(target, "_sound", lambda _: Judged("a test", "", 0.0))
    monkeypatch.setattr(target, "_judge", lambda *_: pytest.fail("judged"))
    assert target.main([]) == 2
    assert "without any mistake: a test" in capsys.readouterr().out


def test_the_next_mistake_is_not_judged_with_the_one_before(tmp_path):
    """Even where the judging of it broke off."""
    copy = Copy.__new__(Copy)
    copy._place, copy._changes = tmp_path, 0
    file = tmp_path / SEEN.file
    file.parent.mkdir(parents=True)
    file.write_text(f"    {SEEN.before}\n", "utf-8")

    def breaks_off():
        with copy.holding(SEEN):
            assert SEEN.after in file.read_text("utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaks_off()
    assert file.read_text("utf-8") == f"    {SEEN.before}\n"
