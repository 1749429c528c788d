"""The page for reviewers of the core names only what is there, and leads to every file of the core."""

import re

from tests.support.source import ROOT, python_in

PAGE = ROOT / "docs" / "safety" / "review.md"
_NAME = re.compile(r"`(?:[A-Za-z_]+\.)*([A-Za-z_]+)`")
_LINK = re.compile(r"\]\(([^)#]+\.py)\)")


def unknown_names(page):
    """Names in code marks that stand in none of the Python files that the page links to."""
    text = page.read_text("utf-8")
    linked = [(page.parent / target).resolve() for target in _LINK.findall(text)]
    known = "\n".join(path.read_text("utf-8") for path in linked)
    return sorted({name for name in _NAME.findall(text) if not re.search(rf"\b{name}\b", known)})


def unlinked(page, paths):
    """Files that the page does not link to."""
    linked = {(page.parent / target).resolve() for target in _LINK.findall(page.read_text("utf-8"))}
    return [path.name for path in paths if path not in linked]


def test_what_the_page_names_is_there():
    assert unknown_names(PAGE) == []


def test_the_page_leads_to_the_whole_core():
    core = [path for path in python_in(ROOT, "firmware/safety") if path.name != "__init__.py"]
    assert unlinked(PAGE, core) == []


def test_a_name_that_is_gone_is_caught(tmp_path):
    (tmp_path / "core.py").write_text("def step(): ...\n", "utf-8")
    page = tmp_path / "review.md"
    page.write_text("[core](core.py): `step`, `Core.step`, `make x`, `stop`, `Core.stride`\n", "utf-8")
    assert unknown_names(page) == ["stop", "stride"]
    assert unlinked(page, [tmp_path / "core.py", tmp_path / "new.py"]) == ["new.py"]
