"""An emulated RP2040 with the table's image in its flash and the world's chips on its pins (CPython only)."""
