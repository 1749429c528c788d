"""Debian's packages by version and checksum, without installing anything: apt works on folders of its own here."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).with_name("sources.toml")
_SETTINGS = (Path("/etc/apt/sources.list.d"), Path("/etc/apt/sources.list"))
_SUITES = ("bookworm", "trixie", "forky", "sid", "stable", "testing", "unstable")
_NEEDED = ("apt-get", "dpkg-deb")


class ImageError(Exception):
    """The image cannot be built here; the text says what to do."""


def possible(into: Path) -> None:
    """ImageError where it is certain that nothing can be fetched and unpacked here. Nothing is asked of any mirror."""
    missing = [tool for tool in _NEEDED if shutil.which(tool) is None]
    if missing:
        raise _not_here(f"has no {missing[0]}")
    if platform.machine() != "x86_64":
        raise _not_here(f"is of another kind, {platform.machine()}")
    if _mirror() is None and not _all_there(into):
        raise _not_here("names no mirror of Debian in /etc/apt")


def fetch(into: Path, suites: tuple[str, ...]) -> list[Path]:
    """Everything that sources.toml lists for these suites, each file checked. ImageError when one cannot be had."""
    possible(into)
    into.mkdir(parents=True, exist_ok=True)
    wanted = _sources()
    found = []
    for suite in suites:
        found += _suite(into, suite, wanted[suite])
    return found


def _not_here(why: str) -> ImageError:
    return ImageError(
        f"the image is built from Debian's packages for amd64, and this machine {why}. "
        "Build it in a Debian container, or take the image of a release"
    )


def _sources() -> dict[str, Any]:
    # Not at the top: what is said of this machine is said under an older Python too.
    import tomllib

    return tomllib.loads(SOURCES.read_text())


def _all_there(into: Path) -> bool:
    """Whether every package has been downloaded. A Python that cannot read the list has downloaded none."""
    try:
        return not any(_lacking(into, wanted) for wanted in _sources().values())
    except ModuleNotFoundError:
        return False


def _files(wanted: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """{name: (package, checksum)} of one suite."""
    files = {name: (entry["package"], entry["sha256"]) for name, entry in wanted.get("sources", {}).items()}
    for package, digest in wanted["packages"].items():
        files[package] = (package, digest)
    return files


def _there(into: Path) -> dict[str, Path]:
    return {path.name: path for path in into.iterdir() if path.is_file()} if into.is_dir() else {}


def _lacking(into: Path, wanted: dict[str, Any]) -> list[str]:
    """The names of what has not been downloaded yet."""
    there = _there(into)
    return [name for name, (_, digest) in _files(wanted).items() if not _have(there, name, digest)]


def _suite(into: Path, suite: str, wanted: dict[str, Any]) -> list[Path]:
    files = _files(wanted)
    lacking = _lacking(into, wanted)
    if lacking:
        apt = _apt(into / f"apt-{suite}", suite)
        _run([*apt, "update", "--quiet=2"], into, f"reading the package lists of Debian {suite}")
        for name in lacking:
            package, _ = files[name]
            verb = ["source", "--download-only"] if name in wanted.get("sources", {}) else ["download"]
            _run([*apt, "--quiet=2", *verb, package], into, f"fetching {package}")
    there = _there(into)
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
    mirror = _mirror()
    if mirror is None:
        raise _not_here("names no mirror of Debian in /etc/apt")
    uri, signed = mirror
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


def _mirror() -> tuple[str, str] | None:
    """Where this machine has Debian's packages from, and the key that signs them."""
    for uri, suites, signed in _entries():
        security = any(suite.endswith("-security") for suite in suites)
        known = any(suite.split("-")[0] in _SUITES for suite in suites)
        if uri.startswith(("http", "file")) and known and not security:
            return uri, signed
    return None


def _entries() -> Iterator[tuple[str, list[str], str]]:
    """Address, suites and key of every source of packages in the machine's settings."""
    for place in _SETTINGS:
        for path in sorted(place.glob("*.sources")) if place.is_dir() else []:
            for stanza in path.read_text().split("\n\n"):
                lines = [line.partition(":") for line in stanza.splitlines() if not line.startswith("#")]
                fields = {key.strip(): value.strip() for key, colon, value in lines if colon}
                if "deb" in fields.get("Types", "").split() and fields.get("Enabled", "yes") != "no":
                    yield (
                        fields.get("URIs", "").split()[0],
                        fields.get("Suites", "").split(),
                        fields.get("Signed-By", ""),
                    )
        lists = sorted(place.glob("*.list")) if place.is_dir() else [place] if place.is_file() else []
        for path in lists:
            for line in path.read_text().splitlines():
                found = re.fullmatch(
                    r"deb\s+(?:\[(?P<options>[^]]*)]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)\s.*", line.strip()
                )
                if found:
                    signed = re.search(r"signed-by=(\S+)", found["options"] or "")
                    yield found["uri"], [found["suite"]], signed[1] if signed else ""


def _run(command: list[str], folder: Path, doing: str) -> None:
    print(f"{doing} ...", flush=True)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ImageError(f"{doing} failed:\n{done.stderr.strip()[-1500:]}")
