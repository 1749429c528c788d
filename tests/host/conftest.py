"""What the tests of the laptop tool share."""

import datetime

import pytest


@pytest.fixture
def now():
    return datetime.datetime(2026, 11, 23, 23, 59, 59)


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch, mocker):
    """No table of this machine, simulated or real, is seen by a test that does not bring its own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.delenv("BASCULE_PORT", raising=False)
    mocker.patch("serial.tools.list_ports.comports", return_value=[])
