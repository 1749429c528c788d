"""What the documents say exists: make targets, and the files that links lead to."""

import re
import urllib.parse

from tests.support.source import ROOT, files, where

_CODE = re.compile(r"`[^`\n]+`")
_MAKE = re.compile(r"\bmake((?: +[A-Z_]+=\S+)*)((?: +[a-z][a-z_-]*)+)")
_LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)")


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


def broken_links(root):
    """One line per relative link that leads to no file."""
    found = []
    for path, number, line, in_fence in _lines(root):
        for target in [] if in_fence else _LINK.findall(_CODE.sub("", line)):
            place = urllib.parse.unquote(target.partition("#")[0])
            if place and not re.match(r"[a-z]+:", place) and not (path.parent / place).exists():
                found.append(f"{where(root, path, number)}: {target} leads nowhere")
    return found


def test_documents_name_only_targets_that_exist():
    assert "test" in make_targets(ROOT)
    found = unknown_targets(ROOT)
    assert not found, "\n".join(found)


def test_relative_links_lead_somewhere():
    found = broken_links(ROOT)
    assert not found, "\n".join(found)


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
    text = "[up](../README.md#top) [page](#here) [out](https://example.org/x)\n![gone](no.png) [also](<../gone.md>)\n"
    (tmp_path / "docs" / "a.md").write_text(text, "utf-8")
    assert broken_links(tmp_path) == [
        "docs/a.md:2: no.png leads nowhere",
        "docs/a.md:2: ../gone.md leads nowhere",
    ]
