"""What the tests of this folder are given."""

import pytest

from tests.support.desk import Desk
from tests.support.profiles import TODAY


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.hello(TODAY)
    return desk
