"""What the tests of the Pico's binding share."""

import pytest

from tests.hal.pico import fitted


@pytest.fixture
def pico(monkeypatch):
    """A Pico without its silicon: what is set, in which order."""
    with fitted(monkeypatch) as chip:
        yield chip
