"""SSD1306 on a 128 x 64 module, from Solomon Systech's sheet rev 1.1; section numbers below are that sheet's."""

from __future__ import annotations

from hal.world.errors import WorldError

ADDRESS = 0x3C  # 8.1.5: SA0 tied low
WIDTH, HEIGHT, PAGES = 128, 64, 8

_CO, _DATA = 0x80, 0x40  # 8.1.5.2: control byte

HORIZONTAL, VERTICAL, PAGE = 0, 1, 2  # 10.1.3

# Table 9-1 and the charge pump's application note: bytes behind the command. Those without are in _plain().
_ARGUMENTS = {
    0x20: 1, 0x21: 2, 0x22: 2, 0x26: 6, 0x27: 6, 0x29: 5, 0x2A: 5, 0x81: 1, 0x8D: 1, 0xA3: 2, 0xA8: 1, 0xD3: 1,
    0xD5: 1, 0xD9: 1, 0xDA: 1, 0xDB: 1,
}  # fmt: skip
_SETTINGS = {  # reset values
    0x20: (PAGE,), 0x21: (0, 127), 0x22: (0, 7), 0x81: (0x7F,), 0x8D: (0x10,), 0xA3: (0, 64), 0xA8: (63,), 0xD3: (0,),
    0xD5: (0x80,), 0xD9: (0x22,), 0xDA: (0x12,), 0xDB: (0x20,),
}  # fmt: skip


class Ssd1306:
    """settings holds the arguments of each command that has some; memory is the GDDRAM, page after page.

    The glass is mounted as on most modules: with SEG0 at its right end and COM0 at its bottom.
    """

    address = ADDRESS

    def __init__(self) -> None:
        self.memory = bytearray(WIDTH * PAGES)
        self.reset()

    def reset(self) -> None:
        """Power-on. 8.7 promises nothing of the memory."""
        for i in range(len(self.memory)):
            self.memory[i] = (i * 37 + 11 * (i >> 7)) & 0xFF
        self.settings: dict[int, tuple[int, ...]] = dict(_SETTINGS)
        self.on = self.all_on = self.inverse = self.columns_turned = self.rows_turned = False
        self.start_line = 0
        self._page = self._column = 0
        self._command: list[int] = []

    @property
    def pump(self) -> bool:
        """Whether the module makes the voltage of its panel."""
        return self.settings[0x8D][0] & 0x14 == 0x14

    def read(self, reg: int, n: int) -> bytes:
        raise WorldError("an SSD1306 cannot be read over I2C")

    def after_read(self, reg: int, n: int) -> None:
        """It cannot be read."""

    def write(self, reg: int, data: bytes) -> None:
        """One transfer; the register is the first control byte (8.1.5.2)."""
        said = bytes([reg]) + data
        i = 0
        while i < len(said):
            control = said[i]
            if control & ~(_CO | _DATA):
                raise WorldError(f"SSD1306: {control:#04x} is no control byte")
            end = i + 2 if control & _CO else len(said)
            for byte in said[i + 1 : end]:
                if control & _DATA:
                    self._put(byte)
                else:
                    self._take(byte)
            i = end

    def rows(self) -> list[list[bool]]:
        """What a person sees: 64 rows of 128 dots, True for one that shines."""
        if not (self.on and self.pump):
            return [[False] * WIDTH for _ in range(HEIGHT)]
        return [[self._shines(x, y) for x in range(WIDTH)] for y in range(HEIGHT)]

    def _shines(self, x: int, y: int) -> bool:
        com, seg = HEIGHT - 1 - y, WIDTH - 1 - x
        multiplex = self.settings[0xA8][0] + 1
        if com >= multiplex:
            return False
        if self.all_on:
            return True
        if self.settings[0xDA] != (0x12,):
            # 10.1.18: another layout of the rows than this glass has.
            com = com // 2 + HEIGHT // 2 * (com % 2)
        row = multiplex - 1 - com if self.rows_turned else com
        row = (row + self.start_line + self.settings[0xD3][0]) % HEIGHT
        column = WIDTH - 1 - seg if self.columns_turned else seg
        bit = self.memory[row // 8 * WIDTH + column] >> row % 8 & 1
        return bool(bit) != self.inverse

    def _put(self, dots: int) -> None:
        """10.1.3: the pointer goes on, in its mode's way."""
        self.memory[self._page * WIDTH + self._column] = dots
        mode = self.settings[0x20][0]
        if mode == PAGE:
            self._column = (self._column + 1) % WIDTH
            return
        (left, right), (top, bottom) = self.settings[0x21], self.settings[0x22]
        if mode == HORIZONTAL:
            if self._column == right:
                self._page = top if self._page == bottom else (self._page + 1) % PAGES
            self._column = left if self._column == right else (self._column + 1) % WIDTH
        else:
            if self._page == bottom:
                self._column = left if self._column == right else (self._column + 1) % WIDTH
            self._page = top if self._page == bottom else (self._page + 1) % PAGES

    def _take(self, byte: int) -> None:
        """A command, or an argument of the one before."""
        command = self._command
        command.append(byte)
        if len(command) <= _ARGUMENTS.get(command[0], 0):
            return
        self._command = []
        if len(command) == 1:
            self._plain(byte)
            return
        code, arguments = command[0], tuple(command[1:])
        self._check(code, arguments)
        self.settings[code] = arguments
        if code == 0x21:
            self._column = arguments[0]
        elif code == 0x22:
            self._page = arguments[0]

    def _check(self, code: int, arguments: tuple[int, ...]) -> None:
        """What table 9-1 rules out, and what this model does not do."""
        first = arguments[0]
        wrong = {
            0x20: first > PAGE,
            0x21: not first <= arguments[-1] < WIDTH,
            0x22: not first <= arguments[-1] < PAGES,
            0xA8: not 15 <= first <= 63,
            0xD3: first > 63,
            0xDA: first & ~0x30 != 0x02,
            0xD9: not (first & 15 and first >> 4),
            0xDB: first not in (0x00, 0x20, 0x30),
        }.get(code, code in (0x26, 0x27, 0x29, 0x2A, 0xA3))
        if wrong:
            raise WorldError(f"SSD1306: {code:#04x} {bytes(arguments).hex(' ')} is not possible")

    def _plain(self, code: int) -> None:
        if code <= 0x0F:
            self._column = self._column & 0x70 | code
        elif code <= 0x17:
            self._column = self._column & 0x0F | (code & 7) << 4
        elif 0x40 <= code <= 0x7F:
            self.start_line = code & 63
        elif code in (0xA0, 0xA1):
            self.columns_turned = code == 0xA1
        elif code in (0xA4, 0xA5):
            self.all_on = code == 0xA5
        elif code in (0xA6, 0xA7):
            self.inverse = code == 0xA7
        elif code in (0xAE, 0xAF):
            self.on = code == 0xAF
        elif 0xB0 <= code <= 0xB7:
            self._page = code & 7
        elif code in (0xC0, 0xC8):
            self.rows_turned = code == 0xC8
        elif code not in (0x2E, 0xE3):  # no scroll; nothing
            raise WorldError(f"SSD1306: there is no command {code:#04x}")
