"""First of all: outputs inert. Then the filesystem, made anew only where none can be mounted."""

from hal.rp2.outputs import make_inert

make_inert()

import rp2
import vfs

_PROGRAM_BYTES = 256

_flash = rp2.Flash()
try:
    _files = vfs.VfsLfs2(_flash, progsize=_PROGRAM_BYTES)  # type: ignore[abstract]
except OSError:
    vfs.VfsLfs2.mkfs(_flash, progsize=_PROGRAM_BYTES)
    _files = vfs.VfsLfs2(_flash, progsize=_PROGRAM_BYTES)  # type: ignore[abstract]
vfs.mount(_files, "/")
