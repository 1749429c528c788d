"""Sources are cited by a heading of docs/sources.md, and each heading that is cited is there."""

import re

import pytest

from docs.generator import links
from tests.support.source import ROOT, files, where

_CITED = re.compile(r"docs/sources\.md#([\w-]+)")
# How sources were cited before the page was there: by a number that nobody outside could look up.
_NOWHERE = re.compile(r"\bdomain(?: section)?[ :]+\d|\bdomain\.md\b", re.I)
_SUFFIXES = (".py", ".toml", ".md", ".yml", ".pyx", ".h", ".cmake")


def _lines(root):
    for suffix in _SUFFIXES:
        for path in files(root, suffix):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                yield where(root, path, number), line


def wrong_sources(root):
    """One line per source that is cited and stands nowhere. Links of pages are followed by test_docs."""
    known = links.anchors((root / "docs" / "sources.md").read_text("utf-8"))
    found = []
    for place, line in _lines(root):
        found += [f"{place}: docs/sources.md has no {one}" for one in _CITED.findall(line) if one not in known]
        found += [f"{place}: {one[0]}: a source is a heading of docs/sources.md" for one in _NOWHERE.finditer(line)]
    return found


@pytest.mark.long
def test_every_source_is_on_the_page():
    assert any(_CITED.search(line) for _, line in _lines(ROOT / "firmware"))
    found = wrong_sources(ROOT)
    assert not found, "\n".join(found)


def test_every_reference_is_told_and_used():
    text = (ROOT / "docs" / "sources.md").read_text("utf-8")
    used = [link.anchor for link in links.links(text)]
    unused = [one for one in links.anchors(text) if one.startswith("ref-") and one not in used]
    assert not unused, "no fact rests on " + ", ".join(unused)


def test_a_source_that_stands_nowhere_is_caught(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "sources.md").write_text("# Sources\n\n## Rates\n", "utf-8")
    # Put together here, so that this file cites nothing.
    page, before = "docs/sources" + ".md#", "Domain" + " 3"
    (tmp_path / "a.py").write_text(f"A = 1  # {page}rates\nB = 2  # {page}rate\nC = 3  # {before}\n", "utf-8")
    assert wrong_sources(tmp_path) == [
        "a.py:2: docs/sources.md has no rate",
        f"a.py:3: {before}: a source is a heading of docs/sources.md",
    ]
