"""A machine that cannot build the image says so in words, and before anything is installed for it."""

import hashlib
import shutil
import subprocess
import sys

import pytest

from image import buildable, fetch
from image.fetch import ImageError, possible
from tests.support.source import ROOT

MAKE = shutil.which("make")
DEBIAN = "Types: deb\nURIs: http://mirror.example/of\nSuites: trixie trixie-updates\nComponents: main\n"
UBUNTU = "Types: deb\nURIs: http://archive.example/ubuntu\nSuites: noble noble-updates\nComponents: main\n"
PACKAGE = b"a package"


@pytest.fixture
def machine(tmp_path, mocker):
    """A Debian machine of the right kind, whose parts a test may change."""
    settings = tmp_path / "sources.list.d"
    settings.mkdir()
    (settings / "debian.sources").write_text(DEBIAN)
    sources = tmp_path / "sources.toml"
    digest = hashlib.sha256(PACKAGE).hexdigest()
    sources.write_text(f'[trixie.packages]\n"one=1.0-1" = "{digest}"\n')
    mocker.patch("image.fetch._SETTINGS", (settings,))
    mocker.patch("image.fetch.SOURCES", sources)
    mocker.patch("image.fetch.shutil.which", side_effect=lambda tool: f"/usr/bin/{tool}")
    mocker.patch("image.fetch.platform.machine", return_value="x86_64")
    return tmp_path


def test_debian_can(machine):
    possible(machine / "downloads")


@pytest.mark.parametrize("tool", fetch._NEEDED)
def test_what_has_no_apt_cannot(machine, mocker, tool):
    mocker.patch("image.fetch.shutil.which", side_effect=lambda asked: None if asked == tool else "/bin/x")
    with pytest.raises(ImageError, match=f"this machine has no {tool}. Build it in a Debian container"):
        possible(machine / "downloads")


def test_another_processor_cannot(machine, mocker):
    mocker.patch("image.fetch.platform.machine", return_value="aarch64")
    with pytest.raises(ImageError, match="is of another kind, aarch64"):
        possible(machine / "downloads")


def test_ubuntu_cannot_unless_all_has_been_fetched(machine):
    (machine / "sources.list.d" / "debian.sources").write_text(UBUNTU)
    downloads = machine / "downloads"
    with pytest.raises(ImageError, match="names no mirror of Debian"):
        possible(downloads)
    downloads.mkdir()
    (downloads / "one_1.0-1_amd64.deb").write_bytes(b"another package")
    with pytest.raises(ImageError, match="names no mirror of Debian"):
        possible(downloads)
    (downloads / "one_1.0-1_amd64.deb").write_bytes(PACKAGE)
    possible(downloads)


def test_a_python_that_cannot_read_the_list_says_so_all_the_same(machine, mocker):
    (machine / "sources.list.d" / "debian.sources").write_text(UBUNTU)
    mocker.patch.dict(sys.modules, {"tomllib": None})
    with pytest.raises(ImageError, match="names no mirror of Debian"):
        possible(machine / "downloads")


def test_it_is_said_in_one_line(machine, mocker, capsys):
    assert buildable.main() == 0
    mocker.patch("image.fetch.platform.machine", return_value="arm64")
    assert buildable.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("image: the image is built from Debian's packages") and said.count("\n") == 1


@pytest.mark.skipif(MAKE is None, reason="needs make")
@pytest.mark.parametrize("target", ["image", "emulated", "emulated-core"])
def test_make_refuses_before_it_installs_anything(tmp_path, target):
    """On a path without apt-get, in a folder without anything installed."""
    place, tools = tmp_path / "bascule", tmp_path / "bin"
    shutil.copytree(ROOT / "image", place / "image", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", place)
    for named in ("firmware/main.py", "hal/rp2/board.py", "hal/contract.py", "hal/boards.py"):
        (place / named).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / named, place / named)
    tools.mkdir()
    for tool in ("sh", "cat", "find"):
        (tools / tool).symlink_to(shutil.which(tool))
    done = subprocess.run(
        [MAKE, target, f"PYTHON={sys.executable}"],
        cwd=place,
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "this machine has no apt-get" in done.stderr and "Debian container" in done.stderr
    assert "Installing" not in done.stdout and not (place / ".venv").exists()


def test_the_packages_come_from_their_own_mirror_wherever_the_updates_come_from(machine):
    """What an image is built from is named exactly: a place that has only its updates has none of it."""
    security = DEBIAN.replace("of", "security").replace("trixie trixie-updates", "trixie-security")
    (machine / "sources.list.d" / "a-first.sources").write_text(security)
    assert fetch._mirror() == ("http://mirror.example/of", "")
    (machine / "sources.list.d" / "debian.sources").unlink()
    assert fetch._mirror() is None
