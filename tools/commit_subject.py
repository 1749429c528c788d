"""Says whether a commit's subject names an area and says in a sentence what the commit does: the commit-msg hook.

`python tools/commit_subject.py FILE`, where FILE holds the message; exit code 1, and the reason, for a bad one.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST = 100
# Areas that are no folder of the repository's own.
AREAS = {
    "build",
    "ci",
    "control",
    "drivers",
    "link",
    "panel",
    "person",
    "profile",
    "safety",
    "screening",
    "store",
    "world",
}
# What git writes by itself, and what a rebase takes away again.
_LEFT_ALONE = ("Merge ", "Revert ", "fixup! ", "squash! ", "amend! ")


def objections(subject, root=ROOT):
    """What is wrong with a subject, each as a sentence; none for a good one."""
    if subject.startswith(_LEFT_ALONE):
        return []
    found = []
    head, colon, sentence = subject.partition(": ")
    if not colon or not sentence.strip():
        return ["Begin with an area and a colon: `safety: Trip when the tilt sensor repeats itself.`"]
    for area in head.split(", "):
        if not _is_area(area, root):
            found.append(f"`{area}` is no area: name a folder, or one of {', '.join(sorted(AREAS))}.")
    if not re.match(r"[A-Z0-9`]|[a-z]+_[a-z]", sentence):
        found.append("Begin the sentence with a capital letter.")
    if len(subject) > MOST:
        found.append(f"Say it in {MOST} characters; this has {len(subject)}. The rest belongs below an empty line.")
    return found


def _is_area(area, root):
    return area in AREAS or (re.fullmatch(r"\w+(/\w+)*", area) is not None and (root / area).is_dir())


def subject_of(message):
    """The first line of a message that is no comment of git's."""
    return next((line.strip() for line in message.splitlines() if line.strip() and not line.startswith("#")), "")


def main(words):
    """Judge the message in the file words[0]."""
    subject = subject_of(Path(words[0]).read_text("utf-8"))
    found = objections(subject)
    for one in found:
        sys.stderr.write(f"{one}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
