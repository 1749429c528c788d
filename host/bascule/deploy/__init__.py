"""The firmware onto a board: the image, the boot drive, and the table that answers afterwards."""
