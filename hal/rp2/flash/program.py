"""The program in flash is the one that was put there: its SHA-256, and what the image's trailer says it must be."""

from binascii import hexlify
from hashlib import sha256

from uctypes import bytearray_at

from hal.rp2.flash import pico, trailer

_PIECE = pico.SECTOR  # USB is served between two pieces
_MOST = pico.PROGRAM_END - pico.SECTOR - pico.START  # the trailer has a sector of its own


def judged():
    """(SHA-256 of the program in hex, whether it is what the trailer says). Without a trailer: "" and False."""
    said = trailer.read(bytearray_at(pico.PROGRAM_END - pico.PAGE, trailer.BYTES), _MOST, pico.SECTOR)
    if said is None:
        return "", False
    length, digest = said
    found = _digest(length)
    return hexlify(found).decode(), found == digest


def _digest(length):
    taken = sha256()
    for at in range(pico.START, pico.START + length, _PIECE):
        taken.update(bytearray_at(at, _PIECE))
    return taken.digest()
