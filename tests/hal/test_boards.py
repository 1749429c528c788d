"""What hal/boards.py says of a board is so, and nobody else in image/ or host/ says it."""

import re

import pytest

from bascule.deploy import bootsel, uf2
from bascule.errors import Problem
from hal.boards import BOARDS, PICO, Flash
from image.wrap import wrapped
from tests.support.host import pico
from tests.support.source import ROOT, files

# Files that have a board's numbers by their nature, each compared below with hal/boards.py.
HOLDERS = ("image/boards/", "host/bascule/doctor/99-bascule.rules")
ORDINARY = 1 << 20  # numbers up to this are counts and sizes of anything


def told_again(root):
    """One line for each file of image/ and host/ that holds a number or a name of a board."""
    found = []
    for path in files(root / "image", "") + files(root / "host", ""):
        name = path.relative_to(root).as_posix()
        if name.startswith(HOLDERS):
            continue
        if path.suffix == ".py":
            told = {_held(value) for value in _constants(compile(path.read_text("utf-8"), str(path), "exec"))}
        else:
            told = {_held(path.read_text("utf-8", "replace"))}
        found += [f"{name}: holds {one}, which hal/boards.py says" for one in sorted(told - {""})]
    return found


def _constants(code):
    """Every constant of compiled Python, where `2 * 1024 * 1024` is one number."""
    for value in code.co_consts:
        if hasattr(value, "co_consts"):
            yield from _constants(value)
        elif isinstance(value, (tuple, frozenset)):
            yield from (one for one in value if isinstance(one, (int, str, bytes)))
        else:
            yield value


def _held(value):
    """Which fact of a board a constant or a text holds; empty for none."""
    for board in BOARDS:
        flash = board.flash
        numbers = [*board.usb, board.uf2_family, flash.start, flash.size, flash.program_end, flash.trailer]
        numbers += [flash.start + flash.size, flash.program_end - flash.sector, board.heap_bytes]
        if type(value) is int and value in numbers and (value > ORDINARY or value in (board.usb[0], board.heap_bytes)):
            return f"{value:#x}"
        if isinstance(value, (str, bytes)):
            text = value.decode("latin-1") if isinstance(value, bytes) else value
            names = [board.drive, board.board_id, f"{board.usb[0]:04x}", f"{board.uf2_family:x}", f"{flash.start:x}"]
            names += [board.march, board.binding, board.binding.replace("/", "."), board.definition]
            for name in names:
                if re.search(rf"(?<!\w)(0x)?{re.escape(name)}(?!\w)", text, re.IGNORECASE):
                    return name
    return ""


@pytest.mark.long
def test_a_boards_facts_stand_in_one_place():
    breaches = told_again(ROOT)
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("image/x.py", "FAMILY = 0xE48BFF56"),
        ("image/x.py", "FAMILY = 3_834_380_118"),
        ("image/x.py", "def f(binary):\n    return len(binary) > 2 * 1024 * 1024"),
        ("image/x.py", "END = 0x10000000 + (1 << 20)"),
        ("image/x.py", "command = ['mpy-cross', '-march=armv6m']"),
        ("image/x.py", "START = 'hal/rp2/start'"),
        ("image/x.toml", 'board = "image/boards/rp2"'),
        ("image/x.cmake", "set(FLASH 0x10000000)"),
        ("host/bascule/x.py", "USB = {(0x2E8A, 5)}"),
        ("host/bascule/x.py", "def f(label):\n    return label == 'RPI-RP2'"),
        ("host/bascule/x.py", "DRIVES = (b'RPI-RP2',)"),
        ("host/bascule/x.json", '{"vid": "2E8A"}'),
    ],
)
def test_a_fact_that_is_told_again_is_caught(tmp_path, place, text):
    plant(tmp_path, place, text)
    (breach,) = told_again(tmp_path)
    assert breach.startswith(f"{place}: holds ")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("image/boards/rp2/x.h", "#define FLASH 0x10000000"),
        ("image/x.py", "from hal.rp2.flash import trailer\nSECTOR = 4096\nCRC = 0xE48BFF57"),
        ("host/bascule/x.py", '"""Brings the Pico into BOOTSEL."""\nHINT = "Is that a Pico?"\nPRODUCT = 5'),
        ("host/bascule/x.py", "NAMES = ['RPI', 'a2e8a', 'armv7m']"),
    ],
)
def test_what_is_no_fact_of_a_board_is_left_alone(tmp_path, place, text):
    plant(tmp_path, place, text)
    assert told_again(tmp_path) == []


def test_the_rules_of_udev_know_every_board_and_no_other():
    lines = (ROOT / "host/bascule/doctor/99-bascule.rules").read_text("utf-8").splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    told = [re.findall(r'ATTRS?\{id(?:Vendor|Product)\}=="(\w+)"', line) for line in rules]
    for board in BOARDS:
        vendor, product = board.usb
        assert told.count([f"{vendor:04x}", f"{product:04x}"]) == 2, f"{board.name}: its port, and ModemManager"
    assert len(told) == 2 * len(BOARDS)


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_boards_definition_leaves_the_files_what_the_flash_map_says(board):
    header = (ROOT / board.definition / "mpconfigboard.h").read_text("utf-8")
    (product,) = re.findall(r"MICROPY_HW_FLASH_STORAGE_BYTES \(([\d* ]+)\)", header)
    bytes_ = 1
    for factor in product.split("*"):
        bytes_ *= int(factor)
    assert bytes_ == board.flash.files_bytes


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_boards_flash_is_whole_sectors_in_order(board):
    flash = board.flash
    assert flash.start < flash.trailer < flash.program_end < flash.start + flash.size
    assert all(at % flash.sector == 0 for at in (flash.start, flash.size, flash.program_end, flash.files_bytes))
    assert (
        flash.sector % flash.page == 0 and flash.program_most == flash.trailer - flash.start - flash.sector + flash.page
    )


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_boards_binding_is_there(board):
    for name in ("board.py", "pins.py", "start/_boot.py", "start/boot.py", "start/main.py"):
        assert (ROOT / board.binding / name).is_file(), name


def test_no_two_boards_can_be_taken_for_each_other():
    for what in ("name", "usb", "board_id", "uf2_family"):
        assert len({getattr(board, what) for board in BOARDS}) == len(BOARDS), what


def test_an_image_is_judged_by_its_boards_flash_and_goes_onto_that_boards_drive(tmp_path, mocker):
    other = PICO._replace(
        board_id="OTHER", uf2_family=0xE48BFF59, flash=Flash(0x10000000, 4 << 20, 0x10200000, 256, 4096)
    )
    mocker.patch("bascule.deploy.uf2.BOARDS", (PICO, other))
    drives = {board.board_id: pico.drive(tmp_path / board.board_id, board.board_id) for board in (PICO, other)}
    mocker.patch("bascule.deploy.bootsel._places", return_value=list(drives.values()))
    long_program = pico.MARKS + bytes(PICO.flash.program_most)
    for board, program in ((PICO, pico.MARKS), (other, pico.MARKS), (other, long_program)):
        data, digest = wrapped(program, board)
        (tmp_path / "image.uf2").write_bytes(data)
        image = uf2.read(tmp_path / "image.uf2")
        assert (image.board, image.program) == (board, digest)
        assert bootsel.drives(image.board) == [drives[board.board_id]]
    (tmp_path / "image.uf2").write_bytes(wrapped(long_program, other._replace(uf2_family=PICO.uf2_family))[0])
    with pytest.raises(Problem, match="lacks the last page"):
        uf2.read(tmp_path / "image.uf2")


def plant(root, place, text):
    """Write a file into an otherwise empty repository."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", "utf-8")
