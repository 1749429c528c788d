"""An image that is judged, copied and proven."""

import hashlib

import pytest

from bascule.deploy import uf2
from hal.boards import PICO
from tests.host.deploy.boot_drive import (
    DATA,
    PROGRAM,
    VERSION,
    at_block,
    block_missing,
    cut,
    deploy,
    describe,
    flipped,
    last_missing,
    moved,
    plugged,
    refused,
    telling,
    too_long,
)
from tests.support.host import pico
from tests.support.host.table_stub import TableStub


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
        (lambda _: at_block(1, 28, DATA[512 + 28] ^ 1), "another chip"),
        (lambda _: at_block(-1, 28, DATA[28] ^ 1), "another chip"),
        (lambda _: at_block(1, 9, 0), "another chip"),
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
