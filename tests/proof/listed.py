"""The theorems as docs/ tells them, in a file that needs no solver to be read: docs/safety/theorems.toml."""

import json

from tests.proof import registry
from tests.proof.source import ROOT

FILE = ROOT / "docs" / "safety" / "theorems.toml"


def text() -> str:
    """Every theorem: its name, what it says, what it is about, and the mistakes that refute it."""
    parts = ["# Made by `.venv/bin/python -m tests.proof --list` from tests/proof/theorems. Do not edit."]
    for one in registry.THEOREMS:
        parts += [
            "",
            "[[theorem]]",
            f"name = {json.dumps(one.name)}",
            f"words = {json.dumps(one.words)}",
            f"about = {json.dumps(one.about)}",
            f"mistakes = {json.dumps([mistake.words for mistake in one.mistakes])}",
        ]
    return "\n".join([*parts, ""])


def write() -> int:
    """Write it."""
    FILE.write_text(text(), "utf-8")
    return 0
