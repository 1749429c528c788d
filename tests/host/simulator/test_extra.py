"""The simulated table is an extra: without it `sim` and `demo` say what to install, and all else works."""

import email
import json
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder

from bascule.cli.main import cli
from tests.support.source import ROOT

MOST_BYTES = 10_000_000
# What pip compiles from a module is about as long as the module.
COMPILED = 2


@pytest.fixture
def without(monkeypatch):
    """without(names...): as if these packages were not installed, and nothing of the simulated table imported."""

    def hide(*names):
        for name in [one for one in sys.modules if one.split(".")[:2] == ["bascule", "simulator"]]:
            monkeypatch.delitem(sys.modules, name)
        for name in ("bascule.commands.sim", "bascule.commands.demo"):
            monkeypatch.delitem(sys.modules, name, raising=False)
        for name in names:
            monkeypatch.setitem(sys.modules, name, None)

    return hide


@pytest.mark.parametrize("command", ["sim", "demo"])
@pytest.mark.parametrize("hidden", [("greenlet",), ("matplotlib",), ("greenlet", "matplotlib")])
def test_without_the_extra_it_says_what_to_install(without, command, hidden):
    without(*hidden)
    ran = CliRunner().invoke(cli, [command])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.splitlines() == [
        f"error NOT_INSTALLED: the simulated table is not installed here: {' and '.join(hidden)} missing",
        'hint: Run `pip install "bascule[sim]"`, in a checkout `pip install ".[sim]"`.',
    ]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """(python, bytes of its packages) of a fresh environment that holds the wheel and what the wheel cannot do without.

    The packages are copied from this environment, so that no network is needed.
    """
    folder = tmp_path_factory.mktemp("base")
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(folder / "wheel"), versions=["standard"]))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    site = next((folder / "venv" / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    said = email.message_from_string(next(site.glob("bascule-*.dist-info/METADATA")).read_text("utf-8"))
    size = COMPILED * _bytes(site)
    for wanted in said.get_all("Requires-Dist"):
        if "extra ==" not in wanted:
            size += _copied(metadata.distribution(wanted.partition(">")[0]), site)
    return python, size


def _copied(package, site):
    size = 0
    for file in package.files:
        if ".." not in file.parts:
            into = site / file
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), into)
            size += into.stat().st_size
    return size


def _bytes(folder):
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())


def bascule(python, *words):
    return subprocess.run([python, "-I", "-m", "bascule", *words], capture_output=True, text=True, check=False)


def test_the_base_install_is_small(base):
    assert 1_000_000 < base[1] < MOST_BYTES


@pytest.mark.long
def test_the_base_install_checks_a_profile_and_looks_for_tables(base):
    python, _ = base
    anna = next(python.parents[1].glob("lib/python*/site-packages/bascule/examples/anna.toml"))
    ran = bascule(python, "profile", "check", str(anna), "--json")
    assert (ran.returncode, ran.stderr, json.loads(ran.stdout)["verdict"]) == (0, "", "usable")
    assert bascule(python, "devices", "--json").returncode == 0
    assert bascule(python, "profile", "push", str(anna), "-p", "/dev/none").returncode == 4
    assert bascule(python, "doctor", "-p", "/dev/none").returncode == 4


@pytest.mark.long
@pytest.mark.parametrize("command", ["sim", "demo"])
def test_the_base_install_has_no_simulated_table_and_says_so(base, command):
    ran = bascule(base[0], command)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("error NOT_INSTALLED: the simulated table is not installed here: greenlet and mat")


def test_the_wheel_tells_that_it_has_types(base):
    assert next(base[0].parents[1].glob("lib/python*/site-packages/bascule/py.typed")).read_bytes() == b""
