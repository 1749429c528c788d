"""First of all: outputs inert. Then the filesystem."""

from hal.rp2.outputs import make_inert

make_inert()

from hal.rp2.flash import files

files.mount()
