"""Import only from the image: a file on the flash cannot replace any module, this one included."""

import sys

sys.path[:] = [".frozen"]
