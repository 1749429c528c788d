"""`make image` that has built nothing says so to whatever started it: an older image may lie in its place."""

import pytest

from image import __main__ as target
from image.fetch import ImageError

FACTS = {
    "uf2": str(target.WORK / "bascule.uf2"), "micropython": "1.25.0", "program_bytes": 1, "program_sha256": "0" * 64,
    "heap_bytes": 1, "sha256": "1" * 64,
}  # fmt: skip


@pytest.mark.parametrize(("words", "name"), [([], "bascule"), (["--conformance"], "conformance")])
def test_an_image_that_was_not_built_is_not_taken_for_one(monkeypatch, capsys, words, name):
    monkeypatch.setattr(target.sys, "argv", ["image", *words])
    asked = []

    def build(_board, what, _files):
        asked.append(what)
        return FACTS

    monkeypatch.setattr(target, "build", build)
    assert target.main() == 0
    assert asked == [name] and "bascule.uf2" in capsys.readouterr().out

    def fails(*_):
        raise ImageError("no mirror")

    monkeypatch.setattr(target, "build", fails)
    assert target.main() == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "image: no mirror\n")
