"""Theorems about parts of control: what they read, ask for and count."""

from tests.proof.theorems.parts import asked, control, programmes, sensed, sessions

__all__ = ["asked", "control", "programmes", "sensed", "sessions"]
