"""Finds the folder that holds firmware/ and hal/, which the laptop shares with the table.

Every run of the tool imports this module first, so it imports as little as it can itself.
"""

import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))


def folder() -> str:
    """The folder with firmware/ and hal/: inside an installed package, else the repository."""
    installed = os.path.join(_HERE, "_table")
    return installed if os.path.isdir(installed) else os.path.dirname(os.path.dirname(_HERE))


def on_path() -> None:
    """Make `firmware` and `hal` importable; calling it again changes nothing."""
    place = folder()
    if place not in sys.path:
        sys.path.append(place)
