"""What the page is made of beside our own files is pinned with its digest, and taken only with that."""

import base64
import hashlib
import tarfile
from pathlib import Path

import pytest

from tools import page_parts


def test_what_the_page_is_made_of_is_pinned_with_its_digest():
    assert set(page_parts.locked()) == {name for name, _ in page_parts.PARTS.values()}
    assert page_parts.LOCK.read_text("utf-8") == "".join(sorted(page_parts.LOCK.read_text("utf-8").splitlines(True)))


def test_what_has_another_digest_is_not_taken(tmp_path, mocker):
    def brings(command, **_):
        with tarfile.open(Path(command[command.index("--pack-destination") + 1]) / "x.tgz", "w:gz") as packed:
            packed.add(__file__, "package/LICENSE")
        return mocker.Mock(stdout="", stderr="")

    mocker.patch("shutil.which", return_value="npm")
    mocker.patch("subprocess.run", side_effect=brings)
    assert "is not what page.lock has" in page_parts.fetch("chart", tmp_path / "vendor")
    assert not (tmp_path / "vendor").exists()


def test_what_has_the_right_digest_is_taken(tmp_path, mocker):
    packed = tmp_path / "x.tgz"
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(__file__, "package/dist/file.js")
    page_parts.taken(packed, ("dist/file.js",), tmp_path / "vendor")
    assert (tmp_path / "vendor" / "file.js").read_bytes() == Path(__file__).read_bytes()
    assert page_parts.digest(b"") == "sha512-" + base64.b64encode(hashlib.sha512(b"").digest()).decode()


@pytest.mark.parametrize(
    "line", ["uplot", "uplot==1.6.32", "uplot==1.6.32 sha1-AAAA", "https://packages.example/uplot"]
)
def test_any_other_line_is_caught(line, tmp_path, monkeypatch):
    lock = tmp_path / "page.lock"
    lock.write_text(f"{line}\n", "utf-8")
    monkeypatch.setattr(page_parts, "LOCK", lock)
    with pytest.raises(ValueError, match=r"is not `name==version sha512"):
        page_parts.locked()


def test_without_npm_it_says_what_is_missing(mocker, tmp_path):
    mocker.patch("shutil.which", return_value=None)
    assert (
        page_parts.fetch("chart", tmp_path)
        == "uplot is fetched by npm, which is not here (Debian, Ubuntu: package npm)"
    )
