"""Digits three lines high, to be read from two metres, and the bar below them: as signs of a line, and their dots.

A large digit is a sign of the font with each dot four wide and six high: 20 by 42 dots, 7 mm high on a glass of 0.96
inch and 10 mm on one of 1.3 inch. Seen from two metres that is 12 and 17 minutes of arc, where a good eye needs 5 [D].
With the gap behind it, it is as wide as the piece that is sent at a time, so only what changes is painted.
"""

from firmware.panel import font, moving

# Signs of a line below the font's: the ten digits, then the bar's, by how many of their columns are filled.
_DIGITS = 10
_BAR = _DIGITS
_SIGN = font.COLUMNS + 1
_LEVEL = _BAR + _SIGN + 1  # the same again, for the sign with the mark of level in its last column
_LEVEL_PLACE = moving.ABOVE // _SIGN - 1
_PLACES = (moving.ABOVE + moving.BELOW) // _SIGN

_LINES = 3
_IN_PIECE = moving.PLACES // 2  # signs
_WIDE, _HIGH, _TOP = 4, 6, 3
_ZERO = (ord("0") - font.FIRST) * font.COLUMNS
# By half of the line: six filled columns of the bar and six empty ones.
_COLUMNS = (b"\xf8\xf8\xf8\xf8\xf8\xf8\x08\x08\x08\x08\x08\x08", b"\x1f\x1f\x1f\x1f\x1f\x1f\x10\x10\x10\x10\x10\x10")
_MARK = 0xFF


def _first_dot(page):
    """The uppermost dot of a sign, with a blank one above it, that a page of the display touches."""
    return (8 * page - _TOP + _HIGH) // _HIGH


# By page, which comes round after three, and the three dots of a column that it touches, from _first_dot on: that
# column's eight dots there.
_STRETCHED = (
    b"\x00\x07\xf8\xff\x00\x07\xf8\xff",
    b"\x00\x01\x7e\x7f\x80\x81\xfe\xff",
    b"\x00\x1f\xe0\xff\x00\x1f\xe0\xff",
)


def raised(lines, status):
    """Put large digits in place of the number of a page of moving.lines(), and the bar as fine as its columns."""
    tens, units = [_digit(sign) for sign in lines[1][_LINES : _LINES + 2]]
    filled = moving.columns(status.inv_cdeg, status.limit_cdeg)
    whole = filled // _SIGN
    bar = (chr(_BAR + _SIGN) * whole + chr(_BAR + filled % _SIGN) + chr(_BAR) * _PLACES)[:_PLACES]
    level = chr(ord(bar[_LEVEL_PLACE]) + _LEVEL - _BAR)
    bar = bar[:_LEVEL_PLACE] + level + bar[_LEVEL_PLACE + 1 :]
    return [tens + units + line[moving.PLACES :] for line in lines[:_LINES]] + [bar]


def _digit(sign):
    return _IN_PIECE * (sign if sign == " " else chr(ord(sign) - ord("0")))


def draw(dots, signs, page):
    """The dots of a piece that begins with a sign of this module. page: of the display, 0 on top."""
    code = ord(signs[0])
    if code < _DIGITS:
        _draw_digit(dots, code, page)
        return
    columns = _COLUMNS[page & 1]
    to = 0
    for sign in signs:
        code = ord(sign)
        filled = (code - _BAR) % (_SIGN + 1)
        dots[to : to + _SIGN] = columns[_SIGN - filled : 2 * _SIGN - filled]
        to += _SIGN
        if code >= _LEVEL:
            dots[to - 1] = _MARK
    if to < len(dots):
        dots[to] = dots[to + 1] = 0  # right of the last sign


def _draw_digit(dots, digit, page):
    at = _ZERO + digit * font.COLUMNS
    touched, stretched, to = _first_dot(page), _STRETCHED[page % _LINES], 0
    for column in font.SIGNS[at : at + font.COLUMNS]:
        dots[to] = dots[to + 1] = dots[to + 2] = dots[to + 3] = stretched[column << 1 >> touched & 7]
        to += _WIDE
    dots[to] = dots[to + 1] = dots[to + 2] = dots[to + 3] = 0
