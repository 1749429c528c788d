"""What is frozen into the image: MicroPython's own rp2 module, the firmware, and the board it is handed."""

import os

ROOT = os.environ["BASCULE_ROOT"]


def modules(folder):
    """Every module under a folder, as paths from the root."""
    for where, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(where, name), ROOT)


freeze("$(PORT_DIR)/modules", "rp2.py")
freeze(os.path.join(ROOT, "hal/rp2/start"))
for path in modules("firmware"):
    if not path.startswith("firmware/board/"):
        freeze(ROOT, path)
freeze(ROOT, ("hal/__init__.py", "hal/contract.py"))
for path in modules("hal/rp2"):
    if not path.startswith("hal/rp2/start/"):
        freeze(ROOT, path)
