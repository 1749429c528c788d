"""What a table says of itself as it is greeted: the program that it runs, by its digest."""

from __future__ import annotations

# Digits of a digest that people compare.
_SHORT = 16


def short(digest: str) -> str:
    """As much of a digest as people compare."""
    return digest[:_SHORT]
