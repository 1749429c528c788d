"""The homes a board can run in here."""

import pytest

from hal.sim.home.table import INTERPRETERS


@pytest.fixture(params=INTERPRETERS)
def home(request):
    if request.param == "micropython":
        request.getfixturevalue("micropython")
    return request.param
