"""`bascule deploy` of an image: what is refused before anything is touched, and what is said when copying fails."""

import errno
import hashlib
import json
import struct
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.deploy import arrival, bootsel, uf2
from bascule.errors import Problem
from hal.boards import PICO
from tests.support import pico
from tests.support.table_stub import HELLO, TableStub, frame

VERSION = HELLO["fw"]
DATA, PROGRAM = pico.image()


@pytest.fixture
def image(tmp_path):
    """An image as `make image` leaves it."""
    path = tmp_path / "image" / "bascule.uf2"
    path.parent.mkdir()
    path.write_bytes(DATA)
    describe(path)
    return path


def describe(path, version=VERSION, **facts):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    told = {"uf2": f"build/image/{path.name}", "sha256": digest, "version": version, **facts}
    (path.parent / "image.json").write_text(json.dumps(told))


@pytest.fixture
def mounted(tmp_path, mocker):
    """Where drives would be mounted: a folder of the test."""
    places = tmp_path / "media"
    places.mkdir()
    mocker.patch("bascule.deploy.bootsel._places", side_effect=lambda: list(places.glob("*")))
    mocker.patch("bascule.deploy.bootsel._LABELS", tmp_path / "by-label")
    return places


@pytest.fixture(autouse=True)
def hurried(mocker):
    mocker.patch("bascule.deploy.arrival._WITHIN_S", 0.3)
    mocker.patch("bascule.deploy.arrival._LOOK_S", 0.01)
    mocker.patch("bascule.deploy.bootsel._TAKEN_S", 0.3)
    mocker.patch("bascule.deploy.bootsel._LOOK_S", 0.01)
    mocker.patch("bascule.table.client._HELLO_S", 0.3)


def deploy(*words):
    ran = CliRunner().invoke(cli, ["deploy", *[str(word) for word in words], "--json"])
    assert "Traceback" not in ran.output
    return ran.exit_code, json.loads(ran.stdout)


def refused(*words):
    code, found = deploy(*words)
    return code, found["error"]["code"], found["error"]["text"], found["error"]["hint"]


def telling(**changes):
    """A table's answers with another hello."""
    said = {**HELLO, "img": PROGRAM, **changes}
    return lambda command: frame({"i": command["i"], **said}) if command["c"] == "hello" else b""


def plugged(mocker, *ports):
    vid, pid = PICO.usb
    usb = [SimpleNamespace(device=port, vid=vid, pid=pid, serial_number=f"S{n}") for n, port in enumerate(ports)]
    mocker.patch("serial.tools.list_ports.comports", return_value=usb)


def test_an_image_is_copied_and_the_table_answers(image, mounted, mocker):
    drive = pico.drive(mounted / PICO.drive)
    with (
        TableStub(telling()) as table,
        pico.BootRom(drive, len(DATA), lambda: plugged(mocker, "/dev/none", table.port)) as rom,
    ):
        plugged(mocker, "/dev/none")
        code, found = deploy(image, "--yes")
    assert (code, found["port"], found["serial"], found["firmware"]) == (0, table.port, "T-1", VERSION)
    assert (found["version"], found["bytes"], found["drive"]) == (VERSION, len(DATA), str(drive))
    assert rom.got == image.read_bytes()
    assert found["sha256"] == hashlib.sha256(rom.got).hexdigest()


def test_without_a_description_the_version_is_only_told(image, mounted):
    (image.parent / "image.json").unlink()
    with TableStub(telling()) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        code, found = deploy(image, "--yes", "-p", table.port)
    assert (code, found["version"], found["firmware"]) == (0, None, VERSION)


def test_a_table_that_reports_another_version_is_a_failure(image, mounted):
    describe(image, version="9.9.9")
    with TableStub(telling()) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        code, name, text, _ = refused(image, "--yes", "-p", table.port)
    assert (code, name) == (1, "OTHER_VERSION")
    assert VERSION in text and "9.9.9" in text


def test_the_table_says_that_it_runs_what_was_sent(image, mounted):
    with TableStub(telling()) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        code, found = deploy(image, "--yes", "-p", table.port)
    assert (code, found["program_sha256"], found["runs"]) == (0, PROGRAM, PROGRAM)


@pytest.mark.parametrize(("img", "words"), [("0" * 64, "runs program 0000000000000000"), ("", "cannot tell which")])
def test_a_table_that_runs_another_program_is_a_failure(image, mounted, img, words):
    with TableStub(telling(img=img)) as table, pico.BootRom(pico.drive(mounted / "p"), len(DATA)):
        code, name, text, hint = refused(image, "--yes", "-p", table.port)
    assert (code, name) == (1, "OTHER_PROGRAM")
    assert words in text and PROGRAM[:16] in text and "copy it again" in hint


def at_block(number, at, value):
    """The image with one byte of a block changed."""
    data = bytearray(DATA)
    data[512 * number + at] = value
    return bytes(data)


def moved(number, address):
    """The image with one block sent to another place."""
    data = bytearray(DATA)
    struct.pack_into("<I", data, 512 * number + 12, address)
    return bytes(data)


def too_long():
    """More blocks than the program's part of the flash has, the last of them a trailer's."""
    data = bytearray(pico.plain([pico.MARKS] * 4097))
    struct.pack_into("<I", data, 512 * 4096 + 12, PICO.flash.trailer)
    return bytes(data)


def cut(data):
    return data[:-100]


def block_missing(data):
    return data[:512] + data[1024:]


def flipped(data):
    return data[:512] + b"\0" + data[513:]


def last_missing(data):
    return data[:-512]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda _: b"", "is not a UF2 file"),
        (lambda _: b"MicroPython" * 100, "is not a UF2 file"),
        (cut, "cut off in the middle"),
        (flipped, "damaged in block 1"),
        (block_missing, "not complete"),
        (last_missing, "not complete"),
        (lambda _: pico.plain([pico.MARKS], family=0xE48BFF59), "another chip"),
        (lambda _: pico.image(marks=b"")[0], "not the firmware of a table"),
        (lambda _: pico.image(marks=b"Bascule table\0tests/conformance/program.py")[0], "not the firmware of a table"),
        (lambda _: pico.plain([pico.MARKS] * 64), "lacks the last page, which tells the SHA-256 of its program"),
        (lambda _: moved(0, 0x20000000), "does not fill the program's part of the flash from its start: block 0"),
        (lambda _: moved(3, 0x10100000), "does not fill the program's part of the flash from its start: block 3"),
        (lambda _: moved(16, 0x100FF100), "does not fill the program's part of the flash from its start: block 16"),
        (lambda _: at_block(3, 17, 0), "does not fill the program's part of the flash from its start: block 3"),
        (lambda _: too_long(), "does not fit into the program's part of the flash"),
        (lambda data: data * 2049, "is larger than the flash"),
        (lambda _: at_block(1, 32 + 7, 7), "its program does not match its last page"),
        (lambda _: at_block(-1, 32, 7), "its program does not match its last page"),
        (lambda _: at_block(-1, 32 + 20, 7), "its program does not match its last page"),
        (lambda data: data[-512 * 16 :], "not complete"),
    ],
)
def test_a_wrong_image_is_refused_before_anything_is_touched(image, mounted, damage, why):
    drive = pico.drive(mounted / "p")
    image.write_bytes(damage(image.read_bytes()))
    describe(image)
    code, name, text, hint = refused(image, "--yes")
    assert (code, name) == (2, "WRONG_IMAGE")
    assert why in text and "make image" in hint
    assert [file.name for file in drive.iterdir()] == ["INFO_UF2.TXT"]


def test_an_image_that_is_not_the_one_described_is_refused(image, mounted):
    pico.drive(mounted / "p")
    describe(image, sha256="0" * 64)
    assert refused(image, "--yes")[:2] == (2, "WRONG_IMAGE")


def test_a_description_of_another_file_says_nothing(image):
    describe(image, uf2="other.uf2", sha256="0" * 64)
    assert uf2.read(image).version == ""
    (image.parent / "image.json").write_text("[")
    assert uf2.read(image).version == ""


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


def test_unplugged_in_the_middle_no_table_comes(image, mounted):
    """What was handed over lies in the operating system: only the table's answer shows that it arrived."""
    with pico.BootRom(pico.drive(mounted / "p"), 512):
        code, name, text, _ = refused(image, "--yes")
    assert (code, name) == (6, "NOT_STARTED") and "no table has answered" in text


def test_a_drive_that_stays_has_not_taken_it(image, mounted):
    pico.drive(mounted / "p")
    assert refused(image, "--yes")[:2] == (5, "NOT_TAKEN")


def test_a_port_that_was_there_before_is_not_the_one_awaited(mocker):
    plugged(mocker, "/dev/ttyACM0")
    with pytest.raises(Problem, match="no table has answered"):
        arrival.awaited(None, arrival.on_usb(), VERSION, PROGRAM)


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
