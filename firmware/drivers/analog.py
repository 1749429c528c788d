"""The four analog channels: raw counts of 16 bits to units, by the ranges in the HAL's contract.

The current is that of the bridge's sense outputs: Infineon BTS 7960 data sheet rev 1.1, section 4.4.4 and the table in
4.4.6. In a fault of its own (too hot, shorted) the bridge gives more than full scale, so that the end of the range is
20 A or that; the core takes either for a fault, whatever the drive.
"""

POSITION = 0
CURRENT = 1
SUPPLY = 2
BATTERY = 3

# A potentiometer whose wire breaks reads at a rail; the linkage never brings it within 1 % of one.
_POSITION_LOW = 655
_POSITION_HIGH = 64880


def position_ok(raw):
    """False when the position channel reads where only a broken wire can bring it."""
    return _POSITION_LOW <= raw <= _POSITION_HIGH


def current_ma(raw):
    """0 to 20,000 mA over full scale."""
    return raw * 625 >> 11


def supply_mv(raw):
    """0 to 36,000 mV over full scale."""
    return raw * 1125 >> 11
