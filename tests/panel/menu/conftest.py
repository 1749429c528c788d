"""What the tests of this folder are given."""

import pytest

from tests.panel.menu.menu_panel import Panel, someone


@pytest.fixture
def panel(tmp_path):
    return Panel(tmp_path, someone("Anna"))
