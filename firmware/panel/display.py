"""Paints the panel's four lines on its display, a piece at a time. A display that does not answer is left alone."""

from firmware.drivers import ssd1306
from firmware.panel import font, large, moving, pages
from firmware.panel.menu import SESSION
from firmware.safety.ticks import elapsed_ms

_RETRY_MS = 3000
# Between two looks at what the lines say: when the page has changed, and when only the angle has.
_PAGE_MS = 100
_ANGLE_MS = 500
# At rest one piece after another is repainted, so that what a loose plug has garbled does not stay for long.
_REFRESH_MS = 1000

_LINES = 4
_SIGN = font.COLUMNS + 1
_SIGNS = ssd1306.PIECE // _SIGN  # in a piece
_PIECES = 6  # of a line: five whole ones, and the last sign with the two columns right of it
_ALL = _LINES * _PIECES
_LAST = _ALL - 1
_TO_RAISE = -1  # of the lines that were found none is compared before its number is made large
_BAR = 0xFF  # a column of the bar at the right edge of the last line
# Four dots, each of them twice.
_TWICE = b"\x00\x03\x0c\x0f\x30\x33\x3c\x3f\xc0\xc3\xcc\xcf\xf0\xf3\xfc\xff"
_HALF = _SIGN * (font.BOX + 1)


def tall_signs():
    """The font at twice its height: the upper halves of all signs, then the lower ones, each with the gap behind it."""
    tall = bytearray(2 * _HALF)
    to = 0
    for at, column in enumerate(font.SIGNS):
        low, high = _TWICE[column & 15], _TWICE[column >> 4]
        tall[to] = low << 1 & 255  # one row is left above
        tall[to + _HALF] = high << 1 | low >> 7
        to += 2 if at % font.COLUMNS == font.COLUMNS - 1 else 1
    return tall


class Display:
    """step() in spare time: it looks at the lines, or paints a piece with one transfer, or does nothing.

    Nothing is allocated while nothing that is shown changes. status.display says whether the display answers. A bar at
    the lower right edge says that the page has stood for long enough: what is pressed counts.
    """

    def __init__(self, i2c, menu, chosen, status, now_ms):
        self._chip = ssd1306.Ssd1306(i2c)
        self._menu = menu
        self._shown = menu.shown
        self._shown.attach(self._chip)
        self._chosen = chosen
        self._status = status
        self._tall = memoryview(tall_signs())
        self._lines = [""] * _LINES
        self._found = self._lines  # at the last look,
        self._compared = _LINES  # and how many of them have been gone through
        self._started = self._lit = False
        self._wait_ms = 0
        self._tried_ms = self._looked_ms = self._refreshed_ms = now_ms
        self._language = menu.words.language
        self._page = ""  # what was shown at the last look
        self._at = self._part = self._turn = self._fault = self._state = self._changed = -1
        self._limit_cdeg = self._revision = self._reading = -1
        self._stale = 0  # one bit for each piece of each line
        self._piece = 0  # the piece at hand
        self._lower = 0  # 1 when its upper half has been painted
        self._bar = False  # it is painted, or about to be
        self._fresh = 0  # how many pieces were painted anew in this round

    def step(self, now_ms):
        """Do the next small thing, if there is one."""
        if not self._started and elapsed_ms(now_ms, self._tried_ms) < self._wait_ms:
            return
        try:
            self._next(now_ms)
        except OSError:
            self._started = self._lit = self._status.display = False
            self._shown.restart()
            self._tried_ms = now_ms
            self._wait_ms = _RETRY_MS

    def _next(self, now_ms):
        if not self._started:
            self._chip.start()
            self._started = True
            self._mark((1 << _ALL) - 1, 0)
        elif self._compared == _TO_RAISE:
            self._found = large.raised(self._found, self._status)
            self._compared = 0
        elif self._compared < _LINES:
            self._compare()
            self._compare()
        elif self._is_news(now_ms):
            self._look(now_ms)
        elif self._stale:
            self._paint()
        elif not self._lit:
            self._chip.light()
            self._lit = self._status.display = True
            self._fresh = 0
        elif self._status.upright_idle:
            self._rest(now_ms)

    def _rest(self, now_ms):
        """All that is said has been painted."""
        self._shown.painted(now_ms)
        if self._shown.enough != self._bar:
            self._show_bar(not self._bar)
        elif elapsed_ms(now_ms, self._refreshed_ms) >= _REFRESH_MS:
            self._refreshed_ms = now_ms
            self._stale = 1 << self._fresh
            self._fresh += 1
            self._lit = self._fresh < _ALL
        else:
            # One that was unplugged for a moment is dark, answers again, and has to be set up anew.
            self._chip.here()

    def _show_bar(self, on):
        self._bar = on
        self._mark(1 << _LAST, _LAST)

    def _mark(self, pieces, first):
        """Paint these pieces too, `first` before all others."""
        self._stale |= pieces
        self._piece = first
        self._lower = 0

    def _is_news(self, now_ms):
        """Whether the lines may have changed since the last look."""
        status = self._status
        menu = self._menu
        since_ms = elapsed_ms(now_ms, self._looked_ms)
        # After six days without a look the time since then reads negative. At rest a press may come at any time.
        if 0 <= since_ms < _PAGE_MS and not status.upright_idle and self._page:
            return False
        if menu.page != self._page or menu.at != self._at or menu.part != self._part or status.fault != self._fault:
            return True
        if pages.turn(status) != self._turn:
            return True
        if status.state != self._state or self._chosen.changed != self._changed:
            return True
        if status.limit_cdeg != self._limit_cdeg or self._chosen.people.revision != self._revision:
            return True
        if status.upright_idle and menu.words.language != self._language:
            return True
        # A number that is still being painted is painted to its end: otherwise none could be read on the way.
        is_due = since_ms >= _ANGLE_MS and not self._stale and not status.upright_idle
        return is_due and moving.reading(status) != self._reading

    def _look(self, now_ms):
        status = self._status
        self._looked_ms = now_ms
        self._language = self._menu.words.language
        self._page = self._menu.page
        self._at = self._menu.at
        self._part = self._menu.part
        self._turn = pages.turn(status)
        self._fault = status.fault
        self._state = status.state
        self._changed = self._chosen.changed
        self._limit_cdeg = status.limit_cdeg
        self._revision = self._chosen.people.revision
        self._reading = moving.reading(status)
        if status.upright_idle:
            self._shown.look(self._changed)
        self._found = pages.lines(self._menu, self._chosen, status)
        self._compared = 0
        if self._page == SESSION and not status.fault:
            self._compared = _TO_RAISE
        # On the way that has ticks of its own.
        while status.upright_idle and self._compared < _LINES:
            self._compare()
        if self._bar and not self._shown.enough:
            # Before all else: of what comes now nothing has been read.
            self._show_bar(False)

    def _compare(self):
        """Take the next line that was found, and mark the pieces in which it differs."""
        number = self._compared
        self._compared += 1
        new, old = self._found[number], self._lines[number]
        if new == old:
            return
        self._lines[number] = new
        self._lower = 0
        if number == 0:
            self._piece = 0  # another page: its head first
        if self._status.upright_idle:
            self._shown.restart()
        for piece in range(_PIECES):
            start = piece * _SIGNS
            if new[start : start + _SIGNS] != old[start : start + _SIGNS]:
                self._stale |= 1 << number * _PIECES + piece

    def _paint(self):
        """One half of the next piece that is marked."""
        for _ in range(_PIECES + 1):  # as far as the same place of the next line
            if self._stale >> self._piece & 1:
                break
            self._piece = (self._piece + 1) % _ALL
        else:
            return  # no more of them are gone through at a time
        self._fill(self._lines[self._piece // _PIECES], self._piece % _PIECES * _SIGNS)
        self._chip.paint(2 * (self._piece // _PIECES) + self._lower, self._piece % _PIECES * ssd1306.PIECE)
        if self._lower:
            self._stale &= ~(1 << self._piece)
        self._lower ^= 1

    def _fill(self, line, start):
        """The dots of the signs from `start` on."""
        dots = self._chip.dots
        if line[start : start + 1] < " " and start < len(line):
            large.draw(dots, line[start : start + _SIGNS], 2 * (self._piece // _PIECES) + self._lower)
            return
        for place in range(_SIGNS):
            sign = 0
            if start + place < len(line):
                sign = ord(line[start + place]) - font.FIRST
                if not 0 <= sign < font.PLAIN:
                    sign = font.number(line[start + place])
            at = self._lower * _HALF + sign * _SIGN
            dots[place * _SIGN : (place + 1) * _SIGN] = self._tall[at : at + _SIGN]
        if self._bar and self._piece == _LAST:
            dots[_SIGN] = dots[_SIGN + 1] = _BAR
