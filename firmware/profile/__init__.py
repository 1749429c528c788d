"""The form of a profile: its fields, and the one way to write it as bytes."""
