"""The Raspberry Pi Pico (RP2040): every call of the HAL bound to the chip."""
