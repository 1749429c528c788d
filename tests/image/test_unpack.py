"""What was fetched is laid side by side, or not at all."""

import tarfile

import pytest

from image.unpack import unpacked


def archive(path, **files):
    with tarfile.open(path, "w") as tar:
        for name, text in files.items():
            source = path.parent / name
            source.write_text(text)
            tar.add(source, name)
    return path


def laid(folder):
    return {path.name: path.read_text() for path in folder.iterdir() if path.name != "unpacked"}


def test_it_is_done_once_and_anew_when_something_has_changed(tmp_path):
    place, one = tmp_path / "place", archive(tmp_path / "one.tar", a="first")
    assert laid(unpacked(place, [one])) == {"a": "first"}
    (place / "made").write_text("by the build")
    assert laid(unpacked(place, [one])) == {"a": "first", "made": "by the build"}
    archive(one, a="second")
    assert laid(unpacked(place, [one])) == {"a": "second"}


def test_half_of_it_never_passes_for_all(tmp_path):
    """An image that is built from half of its sources may lack anything."""
    place, one = tmp_path / "place", archive(tmp_path / "one.tar", a="first")
    torn = tmp_path / "two.tar"
    torn.write_bytes(b"no archive")
    for _ in range(2):
        with pytest.raises(tarfile.TarError):
            unpacked(place, [one, torn])
