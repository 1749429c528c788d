"""The locks name exact versions, name no address, and cover everything that pyproject.toml asks for."""

import re
import tomllib

import pytest

from tests.support.source import ROOT

LOCKS = (
    "requirements.lock",
    "requirements-stubs.lock",
    "requirements-image.lock",
    "requirements-emulator.lock",
    "requirements-docs.lock",
    "requirements-proof.lock",
    "requirements-browser.lock",
)
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_LINE = re.compile(rf"({_NAME})==[0-9][A-Za-z0-9.+!]*( ; [a-z_<>=!'.0-9A-Z() ]+)?")


def bad_lines(text):
    """The lines of a lock that are anything but `name==version`, with a marker where a platform needs one."""
    return [line for line in text.splitlines() if not _LINE.fullmatch(line)]


def _canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_plain(name):
    text = (ROOT / name).read_text("utf-8")
    assert text
    assert bad_lines(text) == []


def test_lock_covers_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["sim"],
        *project["project"]["optional-dependencies"]["ui"],
        *project["project"]["optional-dependencies"]["sheet"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    locked = {_canonical(line.split("==")[0]) for line in (ROOT / LOCKS[0]).read_text("utf-8").splitlines()}
    missing = {_canonical(re.match(_NAME, line)[0]) for line in wanted} - locked
    assert not missing, f"{LOCKS[0]} lacks {', '.join(sorted(missing))}: make it again (CONTRIBUTING.md)"


@pytest.mark.parametrize("extra", ["image", "emulator", "docs", "proof", "browser"])
def test_what_only_some_steps_need_has_a_lock_of_its_own(extra):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    text = (ROOT / f"requirements-{extra}.lock").read_text("utf-8")
    locked = {_canonical(line.split("==")[0]) for line in text.splitlines()}
    wanted = {_canonical(re.match(_NAME, line)[0]) for line in project["project"]["optional-dependencies"][extra]}
    assert wanted <= locked


@pytest.mark.parametrize(
    "line",
    [
        "click",
        "click>=8.1",
        "click @ file:///tmp/click.whl",
        "--index-url https://packages.example/simple",
        "click==8.5.1 --hash=sha256:00",
        "click==8.5.1 ; url == 'https://packages.example'",
        "# made by hand",
        "",
    ],
)
def test_any_other_line_is_caught(line):
    assert bad_lines(f"greenlet==3.5.6 ; sys_platform == 'linux'\n{line}\n") == [line]
