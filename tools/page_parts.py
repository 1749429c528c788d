"""Fetches what the page in the browser is made of beside our own files: `python tools/page_parts.py PART FOLDER`.

Versions and digests are in page.lock. npm fetches a package from wherever it is set up to; what comes is taken only if
it has that digest. Nothing of it is committed.
"""

import base64
import fnmatch
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "page.lock"
LINE = re.compile(r"([a-z-]+)==([0-9.]+) (sha512-[A-Za-z0-9+/]{86}==)")
# By part: the package, and which of its files; a star stands for any letters.
PARTS = {
    "chart": ("uplot", ("dist/uPlot.iife.min.js", "dist/uPlot.min.css", "LICENSE")),
    "axe": ("axe-core", ("axe.min.js",)),
    "types": ("typescript", ("lib/tsc.js", "lib/_tsc.js", "lib/lib*.d.ts")),
}


def locked():
    """{package: (version, digest)}; ValueError for a line that is anything else."""
    found = {}
    for line in LOCK.read_text("utf-8").splitlines():
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"{LOCK.name}: {line!r} is not `name==version sha512-...`")
        found[match[1]] = (match[2], match[3])
    return found


def digest(data):
    """As npm writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


def taken(packed, files, folder):
    """Unpack these files of a package into the folder, without the folders they were in."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(packed) as archive:
        held = archive.getnames()
        for pattern in files:
            for name in fnmatch.filter(held, f"package/{pattern}"):
                with archive.extractfile(name) as source, (folder / Path(name).name).open("wb") as target:
                    shutil.copyfileobj(source, target)


def fetch(part, folder):
    """Why not, in words; nothing when it is there."""
    name, files = PARTS[part]
    version, wanted = locked()[name]
    npm = shutil.which("npm")
    if npm is None:
        return f"{name} is fetched by npm, which is not here (Debian, Ubuntu: package npm)"
    with tempfile.TemporaryDirectory() as place:
        command = [npm, "pack", "--silent", "--pack-destination", place, f"{name}@{version}"]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        packed = next(Path(place).glob("*.tgz"), None)
        if packed is None:
            said = (ran.stderr or ran.stdout).strip().splitlines()
            return f"npm did not bring {name} {version}: {said[0] if said else 'it does not say why'}"
        if digest(packed.read_bytes()) != wanted:
            return f"what npm brought as {name} {version} is not what page.lock has: it was not taken"
        taken(packed, files, folder)
    return ""


def main(words):
    """Fetch; the exit code."""
    why = fetch(words[0], Path(words[1]))
    if why:
        sys.stderr.write(f"{why}\n")
    return 1 if why else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
