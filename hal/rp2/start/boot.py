"""Only what is in the image is ever imported: a file on the flash cannot stand in for it, not for this one either."""

import sys

sys.path[:] = [".frozen"]
