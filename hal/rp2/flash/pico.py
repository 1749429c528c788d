"""The flash of a Raspberry Pi Pico: addresses as the processor sees them, sizes in bytes.

Plain numbers, because the board takes them from here as well as the laptop (hal/boards.py).
"""

START = 0x10000000
BYTES = 2 * 1024 * 1024
PROGRAM_END = 0x10100000  # the people's files fill the rest (MICROPY_HW_FLASH_STORAGE_BYTES in the board's definition)
PAGE = 256  # what is written at once
SECTOR = 4096  # what is erased at once
