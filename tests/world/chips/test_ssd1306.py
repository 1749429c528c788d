"""The display controller's model: what its sheet says of control bytes, pointers and what shines."""

import pytest

from hal.world.chips.ssd1306 import HEIGHT, WIDTH, Ssd1306
from hal.world.errors import WorldError

UPRIGHT = b"\x8d\x14\xa1\xc8\xaf"


@pytest.fixture
def lit():
    """Blank, shining, and upright."""
    display = Ssd1306()
    display.write(0x00, UPRIGHT)
    display.memory[:] = bytes(len(display.memory))
    return display


def dots(display):
    return {(x, y) for y, row in enumerate(display.rows()) for x, on in enumerate(row) if on}


def test_after_power_on_it_is_dark_and_its_memory_holds_anything():
    display = Ssd1306()
    assert not dots(display) and len(set(display.memory)) > 100


@pytest.mark.parametrize("without", [b"\xa1\xc8\xaf", b"\x8d\x14\xa1\xc8"])
def test_without_its_pump_or_switched_off_it_is_dark(without):
    display = Ssd1306()
    display.write(0x00, without)
    assert not dots(display)


def test_a_byte_is_eight_dots_of_a_column_the_lowest_bit_on_top(lit):
    lit.write(0x00, b"\xb1\x03\x12")
    lit.write(0x40, b"\x81")
    assert dots(lit) == {(0x23, 8), (0x23, 15)}


def test_commands_and_dots_mix_by_their_control_bytes(lit):
    lit.write(0x80, b"\xb2\x80\x05\x80\x10\x40\x01\x01")
    assert dots(lit) == {(5, 16), (6, 16)}
    lit.write(0xC0, b"\x02\x00\xb3\x00")
    assert (7, 17) in dots(lit)


def test_in_page_mode_the_column_wraps_and_the_page_stays(lit):
    lit.write(0x00, b"\xb0\x0f\x17")
    lit.write(0x40, b"\x01\x01")
    assert dots(lit) == {(127, 0), (0, 0)}


def test_in_horizontal_mode_the_pointer_fills_its_window_line_by_line(lit):
    lit.write(0x00, b"\x20\x00\x21\x0a\x0b\x22\x02\x03")
    lit.write(0x40, b"\x01" * 5)
    assert dots(lit) == {(10, 16), (11, 16), (10, 24), (11, 24)}


def test_in_vertical_mode_page_by_page(lit):
    lit.write(0x00, b"\x20\x01\x21\x0a\x0c\x22\x02\x03")
    lit.write(0x40, b"\x01\x01\x01")
    assert dots(lit) == {(10, 16), (10, 24), (11, 16)}


def test_turned_inverted_shifted_and_all_on(lit):
    lit.write(0x00, b"\xb0\x00\x10")
    lit.write(0x40, b"\x01")
    assert dots(lit) == {(0, 0)}
    for code, where in ((0xA0, (127, 0)), (0xC0, (127, 63)), (0xA1, (0, 63)), (0xC8, (0, 0)), (0x41, (0, 63))):
        lit.write(0x00, bytes([code]))
        assert dots(lit) == {where}
    lit.write(0x00, b"\xa7")
    assert len(dots(lit)) == WIDTH * HEIGHT - 1
    lit.write(0x00, b"\xa5")
    assert len(dots(lit)) == WIDTH * HEIGHT


def test_fewer_rows_than_the_glass_has_leave_the_others_dark(lit):
    lit.write(0x00, b"\xa5\xa8\x1f")
    assert len(dots(lit)) == WIDTH * 32


@pytest.mark.parametrize(
    "said",
    [
        b"\x00\xad", b"\x00\x30", b"\x00\x18", b"\x00\xb8", b"\x00\x20\x03", b"\x00\x21\x10\x0f", b"\x00\x22\x00\x08",
        b"\x00\xa8\x0e", b"\x00\xda\x13", b"\x00\xdb\x10", b"\x00\xd9\x00", b"\x01\xae", b"\x20\x00", b"\x00\xff",
    ],
)  # fmt: skip
def test_what_the_sheet_does_not_have_is_an_error(lit, said):
    with pytest.raises(WorldError, match="SSD1306"):
        lit.write(said[0], said[1:])


def test_it_cannot_be_read(lit):
    with pytest.raises(WorldError):
        lit.read(0, 1)
