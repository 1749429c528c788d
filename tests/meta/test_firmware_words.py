"""The product knows nothing of its trials: firmware/ contains no word of simulation, emulation or testing."""

import re

import pytest

from tests.support.source import ROOT, files, where

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_BANNED = re.compile(r"(sims?|tests?|pytest|mock(s|ed|ing)?|(simulat|emulat)\w*)")


def banned_words(root):
    """One line per banned word in a file of firmware/, its name included; snake_case and CamelCase are taken apart."""
    found = []
    for path in files(root / "firmware", ""):
        name = path.relative_to(root).as_posix()
        found += [f"{name}: the file's name says {word!r}" for word in _banned(name)]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found += [f"{where(root, path, number)}: {word!r} has no place in firmware" for word in _banned(line)]
    return found


def _banned(text):
    return [word for word in _WORD.findall(text) if _BANNED.fullmatch(word.lower())]


def test_firmware_says_none():
    assert files(ROOT / "firmware", ".py")
    found = banned_words(ROOT)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "run_sim = 1",
        "# simulated here",
        "IS_TEST = True",
        "class SimBoard:",
        "import pytest",
        "x = 'emulator'",
        "mockBus()",
    ],
)
def test_a_banned_word_is_caught(tmp_path, line):
    (tmp_path / "firmware").mkdir()
    (tmp_path / "firmware" / "x.py").write_text(f"a = 1\n{line}\n", "utf-8")
    assert [message.split(": ")[0] for message in banned_words(tmp_path)] == ["firmware/x.py:2"]


def test_a_banned_file_name_is_caught(tmp_path):
    (tmp_path / "firmware").mkdir()
    (tmp_path / "firmware" / "sim_board.py").write_text("", "utf-8")
    assert banned_words(tmp_path) == ["firmware/sim_board.py: the file's name says 'sim'"]


def test_longer_words_are_left_alone(tmp_path):
    (tmp_path / "firmware").mkdir()
    text = "latest = simple = similar = board.selftest() or fastest or contest or hammock\n"
    (tmp_path / "firmware" / "x.py").write_text(text, "utf-8")
    assert banned_words(tmp_path) == []
