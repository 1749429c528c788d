"""What is wired: switches, analogue inputs, the I2C bus, the way from output pins to the motor, the serial cable."""
