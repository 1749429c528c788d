"""What the documents say exists: make targets, the files and headings that links lead to, the code that is named."""

import re

import pytest

from docs.generator import links
from tests.support.source import ROOT, files, where

_CODE = re.compile(r"`[^`\n]+`")
_MAKE = re.compile(r"\bmake((?: +[A-Z_]+=\S+)*)((?: +[a-z][a-z_-]*)+)")


def _lines(root):
    """(path, number, line, in_fence) of every Markdown line."""
    for path in files(root, ".md"):
        in_fence = False
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.lstrip().startswith("```"):
                in_fence = not in_fence
            else:
                yield path, number, line, in_fence


def make_targets(root):
    """The targets that the Makefile offers."""
    return set(re.findall(r"^([a-z][a-z_-]*):", (root / "Makefile").read_text("utf-8"), re.M))


def unknown_targets(root):
    """One line per `make X` in code, inline or fenced, where the Makefile has no X."""
    known = make_targets(root)
    found = []
    for path, number, line, in_fence in _lines(root):
        for code in [line.split("#")[0]] if in_fence else _CODE.findall(line):
            for _, words in _MAKE.findall(code):
                found += [
                    f"{where(root, path, number)}: make {word}: no such target"
                    for word in words.split()
                    if word not in known
                ]
    return found


def _in_pages(root, look):
    """One line per finding of look(path, text), over every page."""
    return [
        f"{where(root, path, line)}: {what}"
        for path in files(root, ".md")
        for line, what in look(path, path.read_text("utf-8"))
    ]


def broken_links(root):
    """One line per relative link that leads to no file, or to a heading that is not there."""
    return _in_pages(root, links.broken)


def missing_code(root):
    """One line per `folder/file.py` or `folder/file.py:name` that a page names and the code lacks."""
    return _in_pages(root, lambda path, text: links.missing(root, path, text))


def outside_the_menus(root):
    """What the menus of the site (nav in mkdocs.yml) and the pages of docs/ lack of each other."""
    nav = (root / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    named = re.findall(r"[\w./*-]+\.md", nav)
    docs = root / "docs"
    shown = {path for one in named if not one.startswith("repo/") for path in docs.glob(one)}
    found = [
        f"{where(root, path, 1)}: no menu of mkdocs.yml shows it" for path in files(docs, ".md") if path not in shown
    ]
    for one in named:
        path = root / one.removeprefix("repo/") if one.startswith("repo/") else docs / one
        if "*" not in one and not path.exists():
            found.append(f"mkdocs.yml: {one}: no such page")
    return found


def test_every_page_is_in_the_menus():
    found = outside_the_menus(ROOT)
    assert not found, "\n".join(found)


def test_documents_name_only_targets_that_exist():
    assert "test" in make_targets(ROOT)
    found = unknown_targets(ROOT)
    assert not found, "\n".join(found)


@pytest.mark.long
def test_relative_links_lead_somewhere():
    found = broken_links(ROOT)
    assert not found, "\n".join(found)


def test_the_code_that_pages_name_is_there():
    found = missing_code(ROOT)
    assert not found, "\n".join(found)


def test_the_page_of_architecture_names_what_it_tells_of():
    named = links.named((ROOT / "docs" / "architecture.md").read_text("utf-8"))
    assert len([one for one in named if one[2]]) >= 40


def test_an_unknown_target_is_caught(tmp_path):
    (tmp_path / "Makefile").write_text("demo: x ## runs\n", "utf-8")
    prose = "Run `make demo`, then make sure.\n`make PYTHON=python3.12 fly`\n"
    fence = "```sh\nmake demo  # make it so\nmake swim\n```\n"
    (tmp_path / "README.md").write_text(prose + fence, "utf-8")
    assert unknown_targets(tmp_path) == [
        "README.md:2: make fly: no such target",
        "README.md:5: make swim: no such target",
    ]


def test_a_broken_link_is_caught(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("", "utf-8")
    text = (
        "# Here\n[up](../README.md) [page](#here) [out](https://example.org/x)\n![gone](no.png) [also](<../gone.md>)\n"
    )
    (tmp_path / "docs" / "a.md").write_text(
        text + "[two\nlines](b.md) [top](../README.md#top) [on](#nowhere)\n", "utf-8"
    )
    assert broken_links(tmp_path) == [
        "docs/a.md:3: no.png leads nowhere",
        "docs/a.md:3: ../gone.md leads nowhere",
        "docs/a.md:5: b.md leads nowhere",
        "docs/a.md:5: ../README.md#top: no such heading",
        "docs/a.md:5: #nowhere: no such heading",
    ]


def test_code_that_is_not_there_is_caught(tmp_path):
    (tmp_path / "firmware").mkdir()
    (tmp_path / "firmware" / "gate.py").write_text("class Gate:\n    def apply(self): ...\n\n\nMOST_MS = 3\n", "utf-8")
    text = "`firmware/gate.py`, `firmware/gate.py:Gate.apply`, `firmware/gate.py:MOST_MS`\n`firmware/gate.py:apply`\n"
    (tmp_path / "a.md").write_text(text + "`firmware/gone.py:Gate`\n```\n`firmware/x.py`\n```\n", "utf-8")
    assert missing_code(tmp_path) == [
        "a.md:2: firmware/gate.py has no apply",
        "a.md:3: firmware/gone.py: no such file",
    ]


def test_a_page_that_no_menu_shows_is_caught(tmp_path):
    for name in ("docs/a.md", "docs/b.md", "docs/decisions/0001-x.md", "SECURITY.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# X\n", "utf-8")
    nav = "site_name: X\nnav:\n  - A: a.md\n  - decisions/0*.md\n  - repo/SECURITY.md\n  - repo/gone.md\n  - C: c.md\n"
    (tmp_path / "mkdocs.yml").write_text(nav, "utf-8")
    assert outside_the_menus(tmp_path) == [
        "docs/b.md:1: no menu of mkdocs.yml shows it",
        "mkdocs.yml: repo/gone.md: no such page",
        "mkdocs.yml: c.md: no such page",
    ]
