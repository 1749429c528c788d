"""An image as it is wrapped: the program from the start of the flash, its trailer at the end of the program's half."""

import hashlib
import struct

import pytest

from hal.boards import PICO
from hal.emulated.chip import image_flash
from hal.rp2.flash import trailer
from image import wrap
from image.fetch import ImageError

PROGRAM = bytes(range(256)) * 40 + b"end"
SECTOR = 4096


def wrapped(program):
    return wrap.wrapped(program, PICO)


def read(page):
    return trailer.read(page, PICO.flash.program_most, SECTOR)


def blocks(uf2):
    """(address, payload) of each block, by the numbers of the UF2 format."""
    found = []
    for at in range(0, len(uf2), 512):
        block = uf2[at : at + 512]
        start0, start1, flags, address, size, number, count, family = struct.unpack_from("<8I", block)
        assert (start0, start1, block[508:]) == (0x0A324655, 0x9E5D5157, b"\x30\x6f\xb1\x0a")
        assert (flags, size, number, count, family) == (0x2000, 256, len(found), len(uf2) // 512, 0xE48BFF56)
        found.append((address, block[32 : 32 + size]))
    return found


def flashed(tmp_path, uf2):
    path = tmp_path / "x.uf2"
    path.write_bytes(uf2)
    return image_flash(path)


def test_the_trailer_tells_length_and_digest_of_what_lies_in_the_flash(tmp_path):
    uf2, digest = wrapped(PROGRAM)
    flash = flashed(tmp_path, uf2)
    length, told = read(flash[0xFFF00:0x100000])
    assert length == 3 * SECTOR and told.hex() == digest
    assert hashlib.sha256(flash[:length]).digest() == told
    assert flash[: len(PROGRAM)] == PROGRAM


def test_it_is_the_last_page_before_the_files():
    assert blocks(wrapped(PROGRAM)[0])[-1][0] == 0x100FFF00


def test_every_sector_that_is_touched_is_filled():
    touched = [address for address, _ in blocks(wrapped(PROGRAM)[0])]
    assert touched == [*range(0x10000000, 0x10003000, 256), *range(0x100FF000, 0x10100000, 256)]


def test_the_same_program_gives_the_same_bytes():
    assert wrapped(PROGRAM) == wrapped(bytes(PROGRAM))
    assert wrapped(PROGRAM)[1] != wrapped(PROGRAM[:-1] + b"D")[1]


def test_what_has_no_room_is_refused():
    assert len(wrapped(bytes(PICO.flash.program_most))[0]) == 512 * 4096
    with pytest.raises(ImageError, match="1044481 bytes, and its part of the flash holds 1044480"):
        wrapped(bytes(PICO.flash.program_most + 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda page: b"\xff" * 256,
        lambda page: b"b" + page[1:],
        lambda page: page[:8] + b"\x02" + page[9:],
        lambda page: trailer.page(0, bytes(32)),
        lambda page: trailer.page(4097, bytes(32)),
        lambda page: trailer.page(PICO.flash.program_most + SECTOR, bytes(32)),
    ],
    ids=["erased", "magic", "layout", "no length", "half a page", "too long"],
)
def test_what_is_no_trailer_is_none(change):
    page = trailer.page(SECTOR, bytes(32))
    assert read(page) == (SECTOR, bytes(32))
    assert read(change(page)) is None
