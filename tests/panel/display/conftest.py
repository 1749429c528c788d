"""What the tests of this folder are given."""

import pytest

from tests.panel.display.display_glass import Panel
from tests.panel.menu.menu_panel import someone


@pytest.fixture
def panel(tmp_path):
    return Panel(tmp_path, someone("Anna"))
