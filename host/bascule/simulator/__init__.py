"""The simulated table at wall-clock speed: its home, its controls, and the picture of a session."""
