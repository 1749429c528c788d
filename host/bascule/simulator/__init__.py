"""The simulated table on this computer: sim, demo, their controls and the picture. An extra of the installation."""

from importlib.util import find_spec

from bascule.errors import BAD_INPUT, Problem

_EXTRA = ("greenlet", "matplotlib")


def _installed() -> None:
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        text = f"the simulated table is not installed here: {' and '.join(missing)} missing"
        hint = 'Run `pip install "bascule[sim]"`, in a checkout `pip install ".[sim]"`.'
        raise Problem(BAD_INPUT, "NOT_INSTALLED", text, hint)


_installed()
