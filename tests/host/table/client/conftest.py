"""What the tests of this folder are given."""

import pytest

from bascule.table import client


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """A table that is silent is silent at once."""
    monkeypatch.setattr(client, "_HELLO_S", 0.6)
    monkeypatch.setattr(client, "_HELLO_TRY_S", 0.2)
    monkeypatch.setattr(client, "_ANSWER_S", 0.3)
    monkeypatch.setattr(client, "_CHANGE_S", 0.9)
