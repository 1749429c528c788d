"""Which GPIO carries what. Every line that moves something is pulled low by a resistor on the board."""

I2C_SDA = 4
I2C_SCL = 5
BRIDGE_DOWN = 6  # PWM, head-down half bridge; same slice as the next, so that one counter times both
BRIDGE_UP = 7  # PWM, head-up half bridge
BRIDGE_ENABLE = 2  # both half bridges; only the dead-man drives it
CONTACTOR = 3
BUZZER = 8
WINDOW_KICK = 9  # one edge per feed, for the external window watchdog
ANALOG_SELECT = 22  # low: motor supply, high or open: battery, on the shared analogue pin

# The twelve inputs lie side by side, in the order of the contract's bits.
INPUTS = (10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)

POSITION = 26
CURRENT = 27
VOLTAGES = 28
