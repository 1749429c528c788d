"""Debian's packages by version and checksum, without installing anything: apt works on folders of its own here."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).with_name("sources.toml")
_SETTINGS = (Path("/etc/apt/sources.list.d"), Path("/etc/apt/sources.list"))
_NEEDED = ("apt-get", "dpkg-deb")


class ImageError(Exception):
    """The image cannot be built here; the text says what to do."""


def fetch(into: Path, suites: tuple[str, ...]) -> list[Path]:
    """Everything that sources.toml lists for these suites, each file checked. ImageError when one cannot be had."""
    missing = [tool for tool in _NEEDED if shutil.which(tool) is None]
    if missing or platform.machine() != "x86_64":
        raise ImageError(
            "the image is built from Debian's packages for amd64, and this machine is not one of that kind. "
            "Build it in a Debian container, or take the image of a release"
        )
    into.mkdir(parents=True, exist_ok=True)
    wanted = tomllib.loads(SOURCES.read_text())
    found = []
    for suite in suites:
        found += _suite(into, suite, wanted[suite])
    return found


def _suite(into: Path, suite: str, wanted: dict[str, Any]) -> list[Path]:
    files = {name: (entry["package"], entry["sha256"]) for name, entry in wanted.get("sources", {}).items()}
    for package, digest in wanted["packages"].items():
        files[package] = (package, digest)
    there = {path.name: path for path in into.iterdir() if path.is_file()}
    lacking = [name for name, (_, digest) in files.items() if not _have(there, name, digest)]
    if lacking:
        apt = _apt(into / f"apt-{suite}", suite)
        _run([*apt, "update", "--quiet=2"], into, f"reading the package lists of Debian {suite}")
        for name in lacking:
            package, _ = files[name]
            verb = ["source", "--download-only"] if name in wanted.get("sources", {}) else ["download"]
            _run([*apt, "--quiet=2", *verb, package], into, f"fetching {package}")
        there = {path.name: path for path in into.iterdir() if path.is_file()}
    found = []
    for name, (package, digest) in files.items():
        path = _have(there, name, digest)
        if path is None:
            raise ImageError(f"{package} came with another checksum than image/sources.toml says: it is not used")
        found.append(path)
    return found


def _have(there: dict[str, Path], name: str, digest: str) -> Path | None:
    """The file of this name, or of this package and version, if its checksum is right."""
    if "=" in name:
        package, version = name.split("=")
        name = f"{package}_{version.replace(':', '%3a')}_"
    for file_name, path in there.items():
        if file_name.startswith(name) and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    return None


def _apt(folder: Path, suite: str) -> list[str]:
    """apt-get on its own lists of one suite, from the mirror in the machine's own settings."""
    for each in ("parts", "lists/partial", "cache/archives/partial"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    uri, signed = _mirror()
    source = f"Types: deb deb-src\nURIs: {uri}\nSuites: {suite}\nComponents: main\n"
    (folder / "parts" / f"{suite}.sources").write_text(source + (f"Signed-By: {signed}\n" if signed else ""))
    options = {
        "Dir::Etc::sourcelist": "/dev/null",
        "Dir::Etc::sourceparts": folder / "parts",
        "Dir::State::lists": folder / "lists",
        "Dir::State::status": folder / "status",
        "Dir::Cache": folder / "cache",
        "APT::Sandbox::User": "root",
    }
    return ["apt-get", *(word for key, value in options.items() for word in ("-o", f"{key}={value}"))]


def _mirror() -> tuple[str, str]:
    """Where this machine has its packages from, and the key that signs them."""
    for place in _SETTINGS:
        for path in sorted(place.glob("*.sources")) if place.is_dir() else []:
            fields = {
                key.strip(): value.strip()
                for key, sep, value in (line.partition(":") for line in path.read_text().split("\n\n")[0].splitlines())
                if sep and not key.startswith("#")
            }
            if "deb" in fields.get("Types", "").split() and "URIs" in fields:
                return fields["URIs"].split()[0], fields.get("Signed-By", "")
        lines = place.read_text().splitlines() if place.is_file() else []
        for line in lines:
            words = [word for word in line.split() if not word.startswith("[")]
            if words[:1] == ["deb"]:
                return words[1], ""
    raise ImageError("no Debian mirror stands in /etc/apt: the packages cannot be fetched")


def _run(command: list[str], folder: Path, doing: str) -> None:
    print(f"{doing} ...", flush=True)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ImageError(f"{doing} failed:\n{done.stderr.strip()[-1500:]}")
