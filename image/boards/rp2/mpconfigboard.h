// What the table's image changes in MicroPython's rp2 port.

#define MICROPY_HW_BOARD_NAME "Bascule table"
#define MICROPY_HW_USB_MANUFACTURER_STRING "Bascule"
#define MICROPY_HW_USB_PRODUCT_FS_STRING "Bascule table"

// Profiles, progress and dates; what is left of 2 MB after this belongs to the program.
#define MICROPY_HW_FLASH_STORAGE_BYTES (1024 * 1024)

// One thread on one core: nothing runs beside the loop.
#define MICROPY_PY_THREAD (0)

// The program cannot take the USB port away from itself.
#define MICROPY_HW_ENABLE_USB_RUNTIME_DEVICE (0)
