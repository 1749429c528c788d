"""The picture of docs/therapists.md: the page of an example in a browser. Without a browser it stays as it is."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.generator.hazards import ROOT

PICTURE = ROOT / "docs" / "pictures" / "sheet.png"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ALONE = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=800,1060")
_EXAMPLE = ROOT / "host" / "bascule" / "examples" / "carla_cleared.toml"
_DAY = "2026-11-23"


def draw():
    """Draw it; why not, where there is no browser."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return "there is no browser here"
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bascule", "profile", "sheet", str(_EXAMPLE), "--today", _DAY]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        page = Path(folder, "carla-sheet.html").as_uri()
        command = [browser, *_ALONE, f"--screenshot={PICTURE}", page]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    return ""
