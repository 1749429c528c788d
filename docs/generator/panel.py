"""The pictures of docs/panel.md: the display of a simulated table, page by page, as its controller shows it."""

import tempfile

from docs.generator.hazards import ROOT
from firmware.words.languages import ENGLISH, GERMAN
from hal.sim.home.rig import Rig
from tests.support import glass
from tests.support.laptop import Laptop, blob

PICTURES = ROOT / "docs" / "pictures"
# By language: the file, and who is shown.
_FILES = {ENGLISH: ("panel.png", "Anna", "Ben"), GERMAN: ("panel_de.png", "Jörg Groß", "Änne")}
_SHOWN_S = 2.5  # until all of a page has been painted, also while the table moves
_DOT, _GAP, _EDGE, _COLUMNS = 3, 24, 18, 2
_GLASS, _SHINES, _PAPER = (0.03, 0.05, 0.09), (0.55, 0.85, 1.0), (1.0, 1.0, 1.0)


def screens(language, first, second):
    """What the display shows in a language, as rows of dots: choosing to a session, its way up, a fault, a lock."""
    found = []
    with tempfile.TemporaryDirectory() as folder, Rig("cpython", state_dir=folder) as rig:
        laptop = Laptop(rig)

        def keep(seconds=_SHOWN_S):
            rig.run(seconds)
            # While it moves, half of a digit may be painted.
            rig.run_until(lambda: not any(glass.UNREADABLE in line for line in glass.read(rig.world.display)), 5.0)
            found.append(rig.world.display.rows())

        rig.run(2.5)
        laptop.hello()
        laptop.ask("language.set", to=language)
        laptop.push(blob(name=first, born=1960))
        keep()
        laptop.agree()
        keep()
        while laptop.ask("panel")["page"] == "ABOUT":
            laptop.agree()
        keep()
        while laptop.ask("panel")["page"] == "QUESTION":
            laptop.agree("down")
        laptop.agree()
        keep()
        while laptop.ask("panel")["page"] == "WARNING":
            laptop.agree()
        keep()
        rig.press("down")
        rig.run_until(lambda: rig.world.plant.inv_deg > -45.0, 90.0)
        keep()
        rig.run_until(lambda: rig.world.plant.inv_deg > 7.0, 90.0)
        keep()
        rig.release("down")
        laptop.tap("up")
        rig.run_until(lambda: laptop.ask("status")["st"] == "LEVEL_PAUSE", 60.0)
        keep(10.0)
        rig.press("down")
        rig.run_until(lambda: rig.world.plant.inv_deg > 2.0, 20.0)
        rig.set_switch("lock_left", False)
        rig.release("down")
        keep()
        rig.set_switch("lock_left", True)
        rig.run_until(lambda: rig.world.plant.inv_deg < -68.9 and not rig.world.contactor_closed, 200.0)
        keep()
        laptop.felt()
        laptop.push(blob(name=second, nothing_to_declare=False, conditions=["total_hip_replacement"]))
        keep()
    return found


def draw():
    """Write the pictures."""
    for language, (file, *people) in _FILES.items():
        _draw(PICTURES / file, screens(language, *people))


def _draw(picture, shown):
    import numpy
    from matplotlib.image import imsave

    rows = -(-len(shown) // _COLUMNS)
    height, width = 64 * _DOT + 2 * _EDGE, 128 * _DOT + 2 * _EDGE
    sheet = numpy.empty((rows * (height + _GAP) - _GAP, _COLUMNS * (width + _GAP) - _GAP, 3))
    sheet[:] = _PAPER
    for number, dots in enumerate(shown):
        top, left = number // _COLUMNS * (height + _GAP), number % _COLUMNS * (width + _GAP)
        sheet[top : top + height, left : left + width] = _GLASS
        for y, row in enumerate(dots):
            for x, shines in enumerate(row):
                if shines:
                    at_y, at_x = top + _EDGE + y * _DOT, left + _EDGE + x * _DOT
                    sheet[at_y : at_y + _DOT - 1, at_x : at_x + _DOT - 1] = _SHINES
    picture.parent.mkdir(exist_ok=True)
    imsave(picture, sheet, metadata={"Software": ""})
