"""What is frozen into the image: MicroPython's own rp2 module, and the files of a list.

BASCULE_FROZEN names that list: a line for each file, the folder that imports begin at and the path from there.
"""

import os

freeze("$(PORT_DIR)/modules", "rp2.py")
with open(os.environ["BASCULE_FROZEN"]) as files:
    for line in files:
        folder, path = line.rstrip("\n").split("\t")
        freeze(folder, path)
