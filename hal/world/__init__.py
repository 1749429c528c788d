"""The world around the table, whatever runs its firmware: mechanics, wiring, chips, faults and trace. CPython only."""
