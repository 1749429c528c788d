"""The firmware onto a board: the image, the boot drive, and the table that answers afterwards.

Others use: `uf2` (the image), `bootsel` (the drive), `arrival` (the table that answers).
"""
