"""The simulated table at wall-clock speed: its home, its controls, the demo's sessions, and their picture.

Others use: `home` (which interpreter), `hands` and `keyboard` (its controls), `interrupts` (what ends it), `bench` and
`session` (the demo), `picture` (of a session).
"""
