"""Chips on the simulated I2C bus, each a register file written from its data sheet."""
