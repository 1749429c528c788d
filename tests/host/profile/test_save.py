"""A file is whole or not there, and no half of it lies beside: it would hold what somebody has declared."""

from pathlib import Path

import pytest

from bascule.errors import BAD_INPUT, Problem
from bascule.profile import save


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
@pytest.mark.parametrize(("failure", "seen"), [(OSError(28, "full"), Problem), (EOFError(), EOFError)])
def test_a_write_that_fails_leaves_no_half_of_a_declaration_behind(tmp_path, monkeypatch, step, failure, seen):
    real = Path.write_bytes

    def fails(self, *given):
        if step == "write_bytes":
            real(self, given[0][:3])
        raise failure

    file = tmp_path / "anna.toml"
    file.write_text("before")
    monkeypatch.setattr(Path, step, fails)
    with pytest.raises(seen):
        save.whole(file, "what somebody has declared")
    assert [path.name for path in tmp_path.iterdir()] == ["anna.toml"]
    assert file.read_text() == "before"


def test_what_somebody_has_declared_is_written_whole_as_text_or_as_bytes(tmp_path):
    file = tmp_path / "anna.toml"
    for content, written in (("Zoë\n", "Zoë\n".encode()), (b"\x00\xff", b"\x00\xff")):
        save.whole(file, content)
        assert file.read_bytes() == written
    assert [path.name for path in tmp_path.iterdir()] == ["anna.toml"]


def test_a_write_that_fails_says_why_and_where_else_to_write(tmp_path):
    with pytest.raises(Problem) as caught:
        save.whole(tmp_path / "none" / "anna.toml", "x")
    problem = caught.value
    assert (problem.exit_code, problem.code) == (BAD_INPUT, "NOT_WRITTEN")
    assert problem.text == f"{tmp_path / 'none' / 'anna.toml'} cannot be written: No such file or directory"
    assert problem.hint == "Name a file in a folder of your own, where there is room."


def refused(*paths, force=False):
    """(code, text) of the Problem that there is before anything is written."""
    with pytest.raises(Problem) as caught:
        save.ready(paths, force)
    assert caught.value.exit_code == BAD_INPUT and caught.value.hint.endswith(".")
    return caught.value.code, caught.value.text


def test_a_file_that_is_there_stays_unless_somebody_gives_it_up(tmp_path):
    there, new = tmp_path / "there.toml", tmp_path / "new.toml"
    there.write_text("x")
    assert refused(new, there) == ("FILE_EXISTS", f"{there} already exists and was not changed")
    save.ready([there, new], force=True)
    save.ready([new], force=False)
    assert not new.exists()


@pytest.mark.parametrize("force", [True, False])
def test_what_cannot_be_written_is_said_before_anything_is(tmp_path, force, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    for place in ("none", "file"):
        path = tmp_path / place / "anna.toml"
        assert refused(path, force=force) == ("NO_FOLDER", f"{tmp_path / place} is not a folder")
    folder = tmp_path / "folder"
    assert refused(folder, force=force) == ("NOT_WRITTEN", f"{folder} cannot be written")
    monkeypatch.setattr(save.os, "access", lambda path, mode: not (path == tmp_path and mode == save.os.W_OK))
    path = tmp_path / "anna.toml"
    assert refused(path, force=force) == ("NOT_WRITTEN", f"{path} cannot be written")
