"""The simulated table at wall-clock speed: its home, its controls, its page, the demo's sessions, and their picture.

Others use: `home` (which interpreter), `hands` and `keyboard` (its controls), `front` (itself, on a terminal),
`grips` (who holds which button), `interrupts` (what ends it), `life` (how it goes on when several programs share it),
`stage`, `breaking` and `playing` (what its page shows and does), `bench` and `session` (the demo), `picture` (of a
session). It is an extra of the installation, `bascule[sim]`.
"""

from importlib.util import find_spec

from bascule.errors import BAD_INPUT, Problem
from bascule.speech.told import later

_EXTRA = ("greenlet", "matplotlib")


def _installed() -> None:
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        text = later("the simulated table is not installed here: {listed} missing", listed=" and ".join(missing))
        hint = later('Run `pip install "bascule[sim]"`, in a checkout `pip install ".[sim]"`.')
        raise Problem(BAD_INPUT, "NOT_INSTALLED", text, hint)


_installed()
