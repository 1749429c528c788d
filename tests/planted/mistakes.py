"""Mistakes that an engineer could make, kept as data: where, what was got wrong, and the test that notices.

Each file of mistakes/ holds those of one part of the product. A mistake replaces `before` by `after` in one file; both
are pieces of whole lines, and `before` stands there exactly once.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("mistakes")
_KEYS = ("name", "file", "wrong", "before", "after", "test")


class Mistake(NamedTuple):
    """file is relative to the project's root; test is what pytest calls the test, or "" while nobody knows one."""

    name: str
    file: str
    wrong: str
    before: str
    after: str
    test: str


def read(folder: Path = FOLDER) -> list[Mistake]:
    """All of them, by the names of their files. Raises ValueError for one that lacks a key or has another."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["mistake"]:
            if set(row) != set(_KEYS):
                raise ValueError(f"{path.name}: {row.get('name')}: needs {', '.join(_KEYS)}, and nothing else")
            found.append(Mistake(**row))
    return found


def complaints(mistakes: list[Mistake], root: Path) -> list[str]:
    """What is wrong with the list: a place that has gone or is not the only one, a test whose file has gone."""
    found = []
    names = [one.name for one in mistakes]
    for one in mistakes:
        path = root / one.file
        times = path.read_text("utf-8").count(one.before) if path.is_file() and one.before else 0
        if times != 1:
            found.append(f"{one.name}: what it replaces stands {times} times in {one.file}")
        if one.before == one.after or not one.wrong.strip():
            found.append(f"{one.name}: changes nothing, or does not say what was got wrong")
        if names.count(one.name) > 1:
            found.append(f"{one.name}: there is another of this name")
        if not (root / one.test.split("::")[0]).is_file():
            found.append(f"{one.name}: there is no test {one.test!r}")
    return found


def nearest(root: Path, file: str) -> str:
    """The folder of tests named as the file's own folder, or as the nearest one above it."""
    part = Path(file).parent
    if part.is_relative_to("host/bascule"):
        place = Path("tests/host", part.relative_to("host/bascule"))
    elif part.is_relative_to("hal/rp2"):
        place = Path("tests/hal")
    elif part == Path("firmware"):
        place = Path("tests/loop")  # it has no folder of its own
    else:
        place = Path("tests", *part.parts[part.parts[0] in ("firmware", "hal", "tests") :])
    while not (root / place).is_dir():
        place = place.parent
    return str(place)
