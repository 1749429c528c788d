"""Where a page is opened, and how its packages are got."""

from __future__ import annotations

import os
import sys
import webbrowser

from bascule import output
from bascule.speech.told import later

INSTALL = later('Run `pip install "bascule[ui]"`, in a checkout `pip install ".[ui]"`.')


def show(address: str, browser: bool) -> None:
    """Open it where there is a screen and somebody at it."""
    if not browser or not output.on_terminal(sys.stdout):
        return
    on_screen = sys.platform in ("win32", "darwin") or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if on_screen and "SSH_CONNECTION" not in os.environ:
        webbrowser.open(address)
