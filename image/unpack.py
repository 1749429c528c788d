"""Lays what was fetched side by side: the compiler in one folder, MicroPython with its libraries in another."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

_STAMP = "unpacked"


def unpacked(folder: Path, files: list[Path], lay: dict[str, str] | None = None) -> Path:
    """The folder with all files unpacked, anew when they have changed. `lay` maps links to make to their targets."""
    digest = hashlib.sha256(b"".join(sorted(hashlib.sha256(path.read_bytes()).digest() for path in files))).hexdigest()
    stamp = folder / _STAMP
    if stamp.exists() and stamp.read_text() == digest:
        return folder
    print(f"unpacking {folder.name} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in files:
        if path.suffix == ".deb":
            subprocess.run(["dpkg-deb", "-x", str(path), str(folder)], check=True)
        else:
            with tarfile.open(path) as archive:
                archive.extractall(folder, filter="tar")
    for link, target in (lay or {}).items():
        at = folder / link
        if at.is_dir() and not at.is_symlink():
            at.rmdir()
        at.symlink_to(target)
    stamp.write_text(digest)
    return folder
