"""Says whether the image can be built here, before anything is installed for it: `python -m image.buildable`."""

from __future__ import annotations

import sys
from pathlib import Path

from image.fetch import ImageError, possible

DOWNLOADS = Path(__file__).resolve().parents[1] / "build" / "image" / "downloads"


def main() -> int:
    """0 when it can, else 1 and the reason."""
    try:
        possible(DOWNLOADS)
    except ImageError as why:
        print(f"image: {why}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
