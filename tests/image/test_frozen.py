"""What is frozen into an image is whole: each of its modules finds there whatever it imports."""

import pytest

from hal.boards import BOARDS
from image import frozen
from tests.support.source import ROOT, uses

# What the board's own MicroPython has (tests/meta/imports/import_rules.py judges which of it the firmware may use).
_BUILT_IN = {
    "array", "binascii", "errno", "gc", "hashlib", "json", "machine", "micropython", "os", "rp2", "select", "struct",
    "sys", "time", "uctypes", "vfs",
}  # fmt: skip


def lacking(files):
    """What is imported in these (folder, path from there) and neither among them nor built in."""
    names = {path.removesuffix(".py").replace("/", ".") for _, path in files}
    packages = {name.removesuffix(".__init__") for name in names if name.endswith(".__init__")}
    found = []
    for folder, path in files:
        for use in uses(ROOT, folder / path):
            # Of a module anything may be taken; of a package, whose __init__ is empty here, only what is a file.
            there = use.name in names | packages or use.name.rpartition(".")[0] in names - packages
            if not there and use.name.split(".")[0] not in _BUILT_IN:
                found.append(f"{path}: {use.name}")
    return found


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.binding)
@pytest.mark.parametrize("image", [frozen.table, frozen.conformance])
def test_an_image_that_starts_finds_every_module_that_it_asks_for(board, image):
    files = image(board)
    assert lacking(files) == []
    # And with any of what it is made of left out it would not.
    assert any(lacking([one for one in files if one[1] != "hal/contract.py"]))
    assert [path for _, path in files][:3] == ["_boot.py", "boot.py", "main.py"]
