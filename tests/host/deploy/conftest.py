"""What the tests of this folder are given."""

import pytest

from tests.host.deploy.boot_drive import (
    DATA,
    describe,
)


@pytest.fixture
def image(tmp_path):
    """An image as `make image` leaves it."""
    path = tmp_path / "image" / "bascule.uf2"
    path.parent.mkdir()
    path.write_bytes(DATA)
    describe(path)
    return path


@pytest.fixture
def mounted(tmp_path, mocker):
    """Where drives would be mounted: a folder of the test."""
    places = tmp_path / "media"
    places.mkdir()
    mocker.patch("bascule.deploy.bootsel._places", side_effect=lambda: list(places.glob("*")))
    mocker.patch("bascule.deploy.bootsel._LABELS", tmp_path / "by-label")
    return places


@pytest.fixture(autouse=True)
def hurried(mocker):
    mocker.patch("bascule.deploy.arrival._WITHIN_S", 0.3)
    mocker.patch("bascule.deploy.arrival._LOOK_S", 0.01)
    mocker.patch("bascule.deploy.bootsel._TAKEN_S", 0.3)
    mocker.patch("bascule.deploy.bootsel._LOOK_S", 0.01)
    mocker.patch("bascule.table.client._HELLO_S", 0.3)
