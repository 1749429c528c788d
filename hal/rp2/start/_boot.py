"""First of all: outputs inert. Then the filesystem."""

from hal.rp2.outputs import make_inert

make_inert()

from hal.rp2 import files

files.mount()
