"""`bascule demo`: the whole session in both homes, its judgement, and its picture."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from bascule import demo, picture
from bascule.cli import cli
from bascule.errors import Problem
from bascule.picture import Sample

GOOD = {
    "limit_deg": 25.0,
    "peak_deg": 24.6,
    "returned_upright": True,
    "locked_reasons": [{"code": "CONDITION_ABSOLUTE", "text": "Total hip replacement: no."}],
    "moved_while_locked_deg": 0.0,
}


@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_the_demo_shows_the_main_job(home, micropython, tmp_path):
    ran = CliRunner().invoke(cli, ["demo", "--interpreter", home, "--out", str(tmp_path / "out")])
    *told, last = ran.stdout.splitlines()
    facts = json.loads(last)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert facts["interpreter"] == home
    assert facts["limit_deg"] == 25.0
    assert 24.0 <= facts["peak_deg"] <= 25.5
    assert facts["returned_upright"] is True
    assert "hip replacement" in facts["locked_reasons"][0]["text"].lower()
    assert facts["moved_while_locked_deg"] < 0.1
    assert facts["virtual_s"] > 100
    assert (tmp_path / "out" / "demo.png").read_bytes().startswith(b"\x89PNG")
    states = [line.split()[2] for line in told if " deg" in line and line.split()[2].isupper()]
    assert [one for one in states if one != "DOWN"] == [
        "BOOT", "READY", "INVERTING", "AT_LIMIT", "HOLDING", "RETURNING", "LEVEL_PAUSE", "RAISING", "READY", "LOCKED",
    ]  # fmt: skip


def test_all_well_is_no_complaint():
    assert demo.complaints(GOOD) == []


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"peak_deg": 25.51}, "peak of 25.51"),
        ({"peak_deg": 23.9}, "peak of 23.9"),
        ({"limit_deg": 25.5}, "limit is 25.5"),
        ({"returned_upright": False}, "upright"),
        ({"locked_reasons": []}, "hip replacement"),
        ({"locked_reasons": [{"code": "NO_PROFILE", "text": "No profile is stored."}]}, "hip replacement"),
        ({"moved_while_locked_deg": 0.1}, "moved by 0.1"),
        ({"moved_while_locked_deg": float("nan")}, "moved by nan"),
    ],
)
def test_each_thing_that_must_be_so_is_judged(wrong, named):
    complaints = demo.complaints({**GOOD, **wrong})
    assert len(complaints) == 1
    assert named in complaints[0]


def test_a_run_that_is_not_as_it_must_be_is_exit_code_1(tmp_path, mocker):
    """With --json-only, so that the one object is all there is on stdout."""
    mocker.patch.object(demo, "_OVER_DEG", -2.0)
    ran = CliRunner().invoke(cli, ["demo", "--interpreter", "cpython", "--json-only", "--out", str(tmp_path)])
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["limit_deg"] == 25.0
    assert ran.stderr.startswith("error DEMO: the peak of ")


def test_a_laptop_that_fails_ends_the_demo_in_words(tmp_path, mocker):
    mocker.patch("bascule.bench.connected", side_effect=Problem(6, "NO_ANSWER", "nobody is there", "look"))
    ran = CliRunner().invoke(cli, ["demo", "--interpreter", "cpython", "--out", str(tmp_path)])
    assert (ran.exit_code, ran.stdout) == (6, "")
    assert ran.stderr == "error NO_ANSWER: nobody is there\nhint: look\n"


@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_ctrl_c_ends_it_with_130_and_no_traceback(home, micropython, tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "MPLCONFIGDIR": str(tmp_path)}
    words = [sys.executable, "-m", "bascule", "demo", "--interpreter", home, "--out", str(tmp_path / "out")]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, env=environment, start_new_session=True, **streams) as running:
        while not (tmp_path / "out").exists():
            time.sleep(0.01)
        time.sleep(0.2)
        os.killpg(running.pid, signal.SIGINT)
        told, complained = running.communicate(timeout=10)
    assert (running.returncode, told, complained.strip()) == (130, b"", b"")


def test_bands_are_the_states_without_gaps():
    states = ["READY", "READY", "READY", "INVERTING", "READY", "READY"]
    samples = [Sample(at / 10, 0, 0, 0, 0, state) for at, state in enumerate(states)]
    assert picture.bands(samples) == [(0.0, 0.3, "READY"), (0.3, 0.4, "INVERTING"), (0.4, 0.5, "READY")]
