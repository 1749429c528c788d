"""`bascule demo`: the whole session in both homes, its judgement, and its picture."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bascule.cli.main import cli
from bascule.commands import demo
from bascule.errors import Problem
from bascule.facts import Reason
from bascule.simulator import picture, session
from bascule.simulator.picture import Sample
from docs.generator import json_page

GOOD = session.Inverted(
    limit_deg=15.0,
    confirmed_at_panel=True,
    peak_deg=14.6,
    held_at_limit=True,
    paused_at_level_s=60.0,
    returned_upright=True,
)
STILL = session.LockedOut((Reason("CONDITION_ABSOLUTE", "Total hip replacement: no."),), moved_while_locked_deg=0.0)


def test_the_demo_shows_the_main_job(micropython, tmp_path):
    ran = CliRunner().invoke(cli, ["demo", "--out", str(tmp_path / "out")])
    assert (ran.exit_code, ran.stderr) == (0, "")
    _shows_the_main_job(ran.stdout, "micropython", tmp_path / "out")


@pytest.mark.long
@pytest.mark.usefixtures("patient")
def test_it_shows_the_same_and_says_so_where_neither_micropython_nor_a_pty_is_there(tmp_path, mocker):
    mocker.patch("bascule.simulator.home.find_micropython", return_value=None)
    mocker.patch.dict("sys.modules", {"pty": None})
    ran = CliRunner().invoke(cli, ["demo", "--out", str(tmp_path / "out")])
    assert ran.exit_code == 0
    assert ran.stderr.splitlines() == [
        "note: there is no micropython here, so the firmware runs on CPython",
        "note: this platform has no pty, so the table listens on a socket",
    ]
    _shows_the_main_job(ran.stdout, "cpython", tmp_path / "out")


def _shows_the_main_job(said, home, out):
    *told, last = said.splitlines()
    facts = json.loads(last)
    assert set(facts) == {key for key, *_ in json_page.keys(demo.Demonstrated) if "[" not in key}
    assert (facts["interpreter"], facts["picture"]) == (home, str(out / "demo.png"))
    assert facts["limit_deg"] == 15.0
    assert 14.0 <= facts["peak_deg"] <= 15.5
    assert facts["held_at_limit"] is True
    assert 60.0 <= facts["paused_at_level_s"] < 62.0
    assert facts["returned_upright"] is True
    assert "hip replacement" in facts["locked_reasons"][0]["text"].lower()
    assert facts["moved_while_locked_deg"] < 0.1
    assert facts["virtual_s"] > 100
    assert (out / "demo.png").read_bytes().startswith(b"\x89PNG")
    states = [line.split()[2] for line in told if " deg" in line and line.split()[2].isupper()]
    seen = [one for one in states if one != "DOWN"]
    # How much of the start the laptop sees is a matter of the wall clock.
    begun = seen.index("CONFIRM")
    assert seen[:begun] in ([], ["BOOT"], ["LOCKED"], ["BOOT", "LOCKED"])
    assert seen[begun:] == [
        "CONFIRM", "READY", "INVERTING", "AT_LIMIT", "HOLDING", "RETURNING", "LEVEL_PAUSE", "RAISING", "LOCKED",
    ]  # fmt: skip


def test_all_well_is_no_complaint():
    assert session.complaints(GOOD, STILL) == []


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"peak_deg": 15.51}, "peak of 15.51"),
        ({"peak_deg": 13.9}, "peak of 13.9"),
        ({"limit_deg": 15.5}, "limit is 15.5"),
        ({"confirmed_at_panel": False}, "confirmed at the panel"),
        ({"held_at_limit": False}, "stay there"),
        ({"paused_at_level_s": 59.9}, "level for 59.9 s"),
        ({"paused_at_level_s": 0.0}, "level for 0.0 s"),
        ({"returned_upright": False}, "upright"),
        ({"locked_reasons": ()}, "hip replacement"),
        ({"locked_reasons": (Reason("NO_PROFILE", "No profile is stored."),)}, "hip replacement"),
        ({"moved_while_locked_deg": 0.1}, "moved by 0.1"),
        ({"moved_while_locked_deg": float("nan")}, "moved by nan"),
    ],
)
def test_each_thing_that_must_be_so_is_judged(wrong, named):
    locked = {name: wrong.pop(name) for name in list(wrong) if hasattr(STILL, name)}
    complaints = session.complaints(replace(GOOD, **wrong), replace(STILL, **locked))
    assert len(complaints) == 1
    assert named in complaints[0]


@pytest.mark.parametrize(
    ("states", "angles", "seconds"),
    [
        ("RPPPPU", (3, 0.2, 0.2, 0.1, 0, -3), 0.4),
        ("RPPPPU", (3, 20, 20, 20, 20, -3), 0.0),
        ("RPPPPU", (3, 2, 0, 0, -2, -3), 0.2),
        ("RPPSPU", (3, 0, 0, 0, 0, -3), 0.2),
        ("RUUUUU", (3, 0, 0, 0, 0, -3), 0.0),
        ("", (), 0.0),
    ],
)
def test_a_pause_is_unbroken_and_truly_at_level(states, angles, seconds):
    """P is the pause; one sample each tenth of a second."""
    names = {"R": "RETURNING", "P": "LEVEL_PAUSE", "S": "STOPPED", "U": "RAISING"}
    seen = enumerate(zip(states, angles, strict=True))
    samples = [Sample(at / 10, angle, 0, 0, 0, names[state]) for at, (state, angle) in seen]
    assert session.paused_at_level_s(samples) == seconds


@pytest.mark.parametrize(("way", "moved_deg"), [((0.3, 0.0), 0.3), ((-0.4, 0.0), 0.4), ((0.0, 0.0), 0.0)])
def test_a_locked_table_that_moves_either_way_and_comes_back_has_moved(mocker, way, moved_deg):
    bench = mocker.Mock(truth=[(0.0, -40.0), (1.0, -70.0)], inv_deg=-70.0, now_s=1.0)
    bench.run.side_effect = lambda _seconds: bench.truth.extend((2.0, -70.0 + by) for by in way)
    found = session.locked_out(bench, lambda _file: mocker.Mock(reasons=()), [])
    assert found.moved_while_locked_deg == pytest.approx(moved_deg)


def test_a_run_that_is_not_as_it_must_be_is_exit_code_1(tmp_path, mocker):
    """With --json-only, so that the one object is all there is on stdout. What the table did is told, not played."""
    mocker.patch.object(session, "inverted", return_value=replace(GOOD, peak_deg=15.51))
    mocker.patch.object(session, "locked_out", return_value=STILL)
    mocker.patch.object(demo, "_draw")
    ran = CliRunner().invoke(cli, ["demo", "--home", "cpython", "--json-only", "--out", str(tmp_path)])
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["limit_deg"] == 15.0
    assert ran.stderr.startswith("error DEMO: the peak of ")


def test_a_laptop_that_fails_ends_the_demo_in_words(tmp_path, mocker):
    mocker.patch("bascule.simulator.bench.connected", side_effect=Problem(6, "NO_ANSWER", "nobody is there", "look"))
    ran = CliRunner().invoke(cli, ["demo", "--home", "cpython", "--out", str(tmp_path)])
    assert (ran.exit_code, ran.stdout) == (6, "")
    assert ran.stderr == "error NO_ANSWER: nobody is there\nhint: look\n"


@pytest.mark.long
@pytest.mark.parametrize("home", ["micropython", "cpython"])
def test_ctrl_c_ends_it_with_130_and_no_traceback(home, micropython, tmp_path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "MPLCONFIGDIR": str(tmp_path)}
    words = [sys.executable, "-m", "bascule", "demo", "--home", home, "--out", str(tmp_path / "out")]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, env=environment, start_new_session=True, **streams) as running:
        while not (tmp_path / "out").exists():
            time.sleep(0.01)
        time.sleep(0.2)
        os.killpg(running.pid, signal.SIGINT)
        told, complained = running.communicate(timeout=50)
    assert (running.returncode, told, complained.strip()) == (130, b"", b"")


def test_bands_are_the_states_without_gaps():
    states = ["READY", "READY", "READY", "INVERTING", "READY", "READY"]
    samples = [Sample(at / 10, 0, 0, 0, 0, state) for at, state in enumerate(states)]
    assert picture.bands(samples) == [(0.0, 0.3, "READY"), (0.3, 0.4, "INVERTING"), (0.4, 0.5, "READY")]


@pytest.mark.parametrize("start_s", [0.0, 91.9, 95.0, 99.5])
def test_the_label_of_who_holds_down_is_inside_the_picture(start_s, tmp_path, mocker):
    saved = mocker.patch.object(Figure, "savefig", autospec=True)
    samples = [Sample(at, 0, 0, 25, 0, "LOCKED") for at in range(101)]
    picture.draw(samples, [(start_s, 100.0)], "-", tmp_path / "x.png")
    figure = saved.call_args.args[0]
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    angle = figure.axes[0]
    (label,) = [text for text in angle.texts if "DOWN" in text.get_text()]
    drawn, room = label.get_window_extent(canvas.get_renderer()), angle.get_window_extent()
    assert room.x0 <= drawn.x0
    assert drawn.x1 <= room.x1


def test_a_full_disk_is_told_before_the_demo_begins(tmp_path, mocker):
    mocker.patch("shutil.disk_usage", return_value=SimpleNamespace(free=100 * 1024))
    ran = CliRunner().invoke(cli, ["demo", "--out", str(tmp_path)])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"error NO_ROOM: the disk of {tmp_path} is full: 100 KiB are free, 256 are needed\n")


@pytest.mark.parametrize("command", [["demo"], ["sim", "--state-dir"]])
def test_a_full_disk_of_the_tables_files_is_told_before_it_starts(tmp_path, mocker, command):
    mocker.patch("shutil.disk_usage", return_value=SimpleNamespace(free=500 * 1024))
    mocker.patch("tempfile.mkdtemp", side_effect=OSError(28, "No space left on device"))
    ran = CliRunner().invoke(
        cli, [*command, str(tmp_path)] if command[0] == "sim" else [*command, "--out", str(tmp_path)]
    )
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("error NO_ROOM: ")


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OSError(28, "No space left on device"), (1, "NO_ROOM")),
        (PermissionError(13, "Permission denied"), (2, "NOT_WRITTEN")),
        (OSError("a cache is needed"), (2, "NOT_WRITTEN")),
    ],
)
def test_a_picture_that_cannot_be_written_is_told_and_half_of_it_removed(tmp_path, mocker, failure, told):
    mocker.patch("bascule.simulator.picture.draw", side_effect=failure)
    (tmp_path / "demo.png").write_bytes(b"half")
    with pytest.raises(Problem) as caught:
        demo._draw([], [], "", tmp_path / "demo.png")
    assert (caught.value.exit_code, caught.value.code) == told
    assert str(failure.strerror or failure) in caught.value.text
    assert not (tmp_path / "demo.png").exists()


def test_a_disk_that_fills_up_meanwhile_is_no_defect_and_no_fault_of_the_table(tmp_path, mocker):
    full = Problem(5, "FLASH_FULL", "the table refused", "")
    mocker.patch("bascule.commands.profile.push.send", side_effect=full)
    ran = CliRunner().invoke(cli, ["demo", "--home", "cpython", "--out", str(tmp_path)])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("error NO_ROOM: the disk that holds the files of the table became full\n")
