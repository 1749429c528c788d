"""What is mutated and what judges it: folders.toml."""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Folder(NamedTuple):
    """One folder of code, in the words of folders.toml."""

    code: str
    tests: str
    least: float
    last: str = ""
    sample: int = 0  # 0: always judged whole
    without: tuple[str, ...] = ()

    def files(self, root: Path) -> list[str]:
        """Its modules, relative to root."""
        paths = sorted((root / self.code).glob("*.py"))
        return [path.relative_to(root).as_posix() for path in paths if path.name not in self.without]

    def holds(self, file: str) -> bool:
        """Whether a module stands in this folder, and not in one below."""
        return file.rpartition("/")[0] == self.code


def read() -> list[Folder]:
    """The folders, in the order in which they are judged."""
    rows = tomllib.loads(Path(__file__).with_name("folders.toml").read_text("utf-8"))["folder"]
    return [Folder(**{**row, "without": tuple(row.get("without", ()))}) for row in rows]


FOLDERS = read()
REVIEWED = [folder for folder in FOLDERS if folder.least == 1.0]
