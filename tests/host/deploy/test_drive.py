"""What is in the way of an image: no drive, several, full, read-only or gone."""

import errno
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.deploy import arrival, bootsel
from bascule.errors import Problem
from hal.boards import PICO
from tests.host.deploy.boot_drive import (
    DATA,
    PROGRAM,
    VERSION,
    deploy,
    plugged,
    refused,
    telling,
)
from tests.support.host import pico
from tests.support.host.table_stub import TableStub


def test_no_image_and_none_made(tmp_path, mounted, mocker):
    assert refused(tmp_path / "none.uf2", "--yes")[:2] == (2, "NO_IMAGE")
    mocker.patch("bascule.table_files.folder", return_value=str(tmp_path))
    code, name, _, hint = refused("--yes")
    assert (code, name) == (2, "NO_IMAGE") and "make image" in hint


def test_nothing_plugged_in_says_what_to_do(image, mounted):
    code, name, _, hint = refused(image, "--yes")
    assert (code, name) == (4, "NO_BOARD") and "BOOTSEL" in hint


def test_a_drive_that_is_not_mounted_is_told(image, mounted, tmp_path):
    (tmp_path / "by-label" / PICO.drive).mkdir(parents=True)
    code, name, _, hint = refused(image, "--yes")
    assert (code, name) == (4, "NOT_MOUNTED") and "udisksctl mount" in hint


def test_two_drives_are_listed_and_none_is_written(image, mounted):
    drives = [pico.drive(mounted / name) for name in ("a", "b")]
    code, name, text, _ = refused(image, "--yes")
    assert (code, name) == (2, "SEVERAL_BOARDS")
    for drive in drives:
        assert str(drive) in text
        assert len(list(drive.iterdir())) == 1


def test_the_drive_of_another_chip_is_none(image, mounted):
    pico.drive(mounted / "p", board="RP2350")
    (mounted / "usb-stick").mkdir()
    assert refused(image, "--yes")[:2] == (4, "NO_BOARD")


def test_a_table_in_service_is_left_alone(image, mounted, mocker):
    with TableStub(telling()) as table:
        plugged(mocker, table.port)
        code, name, text, hint = refused(image, "--yes")
        heard = {command["c"] for command in table.heard}
    assert (code, name) == (5, "IN_SERVICE")
    assert "T-1" in text and "BOOTSEL" in hint
    assert heard == {"hello"}


def test_two_tables_are_listed(image, mounted, mocker):
    plugged(mocker, "/dev/ttyACM0", "/dev/ttyACM1")
    code, name, text, _ = refused(image, "--yes")
    assert (code, name) == (2, "SEVERAL_BOARDS") and "/dev/ttyACM1" in text


@pytest.mark.long
def test_a_silent_pico_is_no_table(image, mounted, mocker):
    with TableStub(lambda command: b"" if command["c"] == "none" else b"?\n") as silent:
        plugged(mocker, silent.port)
        assert refused(image, "--yes")[:2] == (4, "NO_BOARD")


def test_nobody_asked_means_nothing_written(image, mounted):
    drive = pico.drive(mounted / "p")
    code, name, _, hint = refused(image)
    assert (code, name) == (2, "NOT_CONFIRMED") and "--yes" in hint
    assert len(list(drive.iterdir())) == 1


@pytest.mark.parametrize("answer", [{"return_value": False}, {"side_effect": EOFError}])
def test_somebody_who_says_no_is_obeyed(image, mounted, mocker, answer):
    drive = pico.drive(mounted / "p")
    mocker.patch("bascule.prompts.output.on_terminal", return_value=True)
    asked = mocker.patch("bascule.prompts.confirmed", **answer)
    assert refused(image)[:2] == (2, "NOT_CONFIRMED")
    assert "Is the table empty and its motor supply off?" in asked.call_args.args[0]
    assert len(list(drive.iterdir())) == 1


def test_a_full_drive(image, mounted):
    """/dev/full is full as a drive is."""
    (pico.drive(mounted / "p") / "bascule.uf2").symlink_to("/dev/full")
    assert refused(image, "--yes")[:2] == (5, "DRIVE_FULL")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.EROFS, (5, "READ_ONLY")), (errno.EACCES, (5, "READ_ONLY")), (errno.EIO, (4, "DRIVE_LOST"))],
)
def test_a_drive_that_takes_nothing(image, mounted, mocker, number, expected):
    pico.drive(mounted / "p")
    mocker.patch("bascule.deploy.bootsel._write", side_effect=OSError(number, "as the operating system says"))
    assert refused(image, "--yes")[:2] == expected


def test_a_drive_that_leaves_with_an_error_has_what_it_needs(image, mounted, mocker):
    """The boot ROM restarts on the last block, before the operating system has written its own notes."""
    drive = pico.drive(mounted / "p")
    write = bootsel._write

    def torn(*words):
        write(*words)
        (drive / "INFO_UF2.TXT").unlink()
        raise OSError(errno.EIO, "Input/output error")

    mocker.patch("bascule.deploy.bootsel._write", side_effect=torn)
    with TableStub(telling()) as table:
        assert deploy(image, "--yes", "-p", table.port)[0] == 0


@pytest.mark.long
def test_unplugged_in_the_middle_no_table_comes(image, mounted):
    """What was handed over lies in the operating system: only the table's answer shows that it arrived."""
    with pico.BootRom(pico.drive(mounted / "p"), 512):
        code, name, text, _ = refused(image, "--yes")
    assert (code, name) == (6, "NOT_STARTED") and "no table has answered" in text


@pytest.mark.long
def test_a_drive_that_stays_has_not_taken_it(image, mounted):
    pico.drive(mounted / "p")
    assert refused(image, "--yes")[:2] == (5, "NOT_TAKEN")


def test_a_port_that_was_there_before_is_not_the_one_awaited(mocker):
    """It answers and runs the same program: of the board that was written nothing is known by that."""
    with TableStub(telling(sn="T-0")) as before, TableStub(telling()) as comes:
        plugged(mocker, before.port)
        there = arrival.on_usb()
        with pytest.raises(Problem, match="no table has answered"):
            arrival.awaited(None, there, VERSION, PROGRAM)
        plugged(mocker, before.port, comes.port)
        assert arrival.awaited(None, there, VERSION, PROGRAM).port == comes.port
        assert before.heard == []


def test_for_a_person(image, mounted):
    with TableStub(telling()) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        ran = CliRunner().invoke(cli, ["deploy", str(image), "--yes", "-p", table.port])
    assert ran.exit_code == 0
    assert ran.stdout.splitlines()[0].startswith(f"written  {len(DATA)} bytes of ")
    assert f"table T-1 on {table.port}, firmware {VERSION}" in ran.stdout


def test_for_a_person_who_wants_it_proven(image, mounted):
    with TableStub(telling()) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        ran = CliRunner().invoke(cli, ["deploy", str(image), "--yes", "-p", table.port])
    assert f"runs     {PROGRAM[:16]}, as sent" in ran.stdout


def test_an_image_has_no_hole_and_is_on_the_drive_before_anybody_may_unplug_it(tmp_path, monkeypatch):
    """A drive that takes a thousand bytes at a time, behind a memory that is emptied by fsync."""
    done = []

    class Drive:
        name = "drive"

        def __enter__(self):
            return self

        def __exit__(self, *_):
            done.append("closed")

        def write(self, piece):
            done.append(bytes(piece[:1000]))
            return len(piece[:1000])

        def fileno(self):
            return 77

    monkeypatch.setattr("pathlib.Path.open", lambda *_arguments, **_options: Drive())
    monkeypatch.setattr(bootsel.os, "fsync", done.append)
    bootsel._write(SimpleNamespace(data=DATA * 3), tmp_path / "x.uf2")
    *pieces, synced, closed = done
    assert b"".join(pieces) == DATA * 3 and (synced, closed) == (77, "closed")
