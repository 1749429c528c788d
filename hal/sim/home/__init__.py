"""The two homes of the simulated board, MicroPython and CPython, and the table that runs in either. CPython only."""
