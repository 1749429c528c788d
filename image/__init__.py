"""Builds the table's image for the Raspberry Pi Pico: `make image`."""
