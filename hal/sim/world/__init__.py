"""The world around the simulated board: plant, person, chips, wiring, time and trace. CPython only."""
