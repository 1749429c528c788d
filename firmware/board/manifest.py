"""What is frozen into the image: MicroPython's own rp2 module, the program, and the board it is handed.

BASCULE_ROOT is the checkout. BASCULE_PROGRAM, a folder with a main.py of its own, stands in for hal/rp2/start/main.py:
that is how the conformance suite gets onto a board.
"""

import os

ROOT = os.environ["BASCULE_ROOT"]
PROGRAM = os.environ.get("BASCULE_PROGRAM", "")


def modules(folder):
    """Every module under a folder, as paths from the root."""
    for where, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(names):
            if name.endswith(".py") and not name.startswith(("test_", "conftest")):
                yield os.path.relpath(os.path.join(where, name), ROOT)


freeze("$(PORT_DIR)/modules", "rp2.py")
freeze(os.path.join(ROOT, "hal/rp2/start"), ("_boot.py", "boot.py"))
freeze(os.path.join(ROOT, PROGRAM or "hal/rp2/start"), "main.py")
for path in modules(os.path.dirname(PROGRAM) if PROGRAM else "firmware"):
    if not path.startswith(("firmware/board/", "tests/conformance/start/")):
        freeze(ROOT, path)
freeze(ROOT, ("hal/__init__.py", "hal/contract.py"))
for path in modules("hal/rp2"):
    if not path.startswith(("hal/rp2/start/", "hal/rp2/copied/")):
        freeze(ROOT, path)
