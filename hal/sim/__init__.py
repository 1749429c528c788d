"""Device side of the simulated board; runs on MicroPython and on CPython."""
