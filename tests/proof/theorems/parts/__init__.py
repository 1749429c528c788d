"""Theorems about parts of control: what they read, ask for and count."""

from tests.proof.theorems.parts import asked, control, ends, loaded, programmes, sensed, sessions, way_up

__all__ = ["asked", "control", "ends", "loaded", "programmes", "sensed", "sessions", "way_up"]
