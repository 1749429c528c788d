"""What the tests of this folder are given."""

import pytest


@pytest.fixture(autouse=True)
def nothing_built(mocker):
    """This checkout may hold an image or not."""
    mocker.patch("bascule.deploy.uf2.built", return_value=None)


@pytest.fixture(autouse=True)
def hurried(mocker):
    mocker.patch("bascule.doctor.table_check._APART_S", 0.02)
    mocker.patch("bascule.doctor.port_check._processes", return_value=[])
