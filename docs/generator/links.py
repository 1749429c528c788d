"""What a page of the docs leads to: its links, its headings' anchors, and the files that its text names."""

import ast
import re
import urllib.parse
from pathlib import Path
from typing import NamedTuple

_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(!?\[[^\]]*\]\(<?)([^)>\s]+)(>?(?:\s+\"[^\"]*\")?\))")
_HEADING = re.compile(r"#{1,6} +(.*?)(?: +#+)?$")
_ANCHOR = re.compile(r"<a (?:id|name)=\"([^\"]+)\"")
_NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.py)(?::([\w.]+))?`")


class Link(NamedTuple):
    """One relative link of a page: the line it is on, the path as written, and the anchor behind it."""

    line: int
    path: str
    anchor: str


def prose(text):
    """(number, line) of every line that stands outside a fence."""
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.match(r"\s*(`{3,}|~{3,})", line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def _masked(text):
    """The text, as long as it was, with a filler for whatever stands in code."""
    kept = dict(prose(text))
    lines = [kept.get(number, "`" * len(line)) for number, line in enumerate(text.split("\n"), 1)]
    return _CODE.sub(lambda code: "`" * len(code[0]), "\n".join(lines))


def links(text):
    """Every relative Link of a page, those to a place on the same page with an empty path."""
    masked = _masked(text)
    found = []
    for match in _LINK.finditer(masked):
        path, _, anchor = match[2].partition("#")
        if not _is_address(match[2]):
            line = masked.count("\n", 0, match.start(2)) + 1
            found.append(Link(line, urllib.parse.unquote(path), anchor))
    return found


def relinked(text, change):
    """The page with every relative link's path replaced by change(path); what stands in code stays as it is."""
    parts, done = [], 0
    for match in _LINK.finditer(_masked(text)):
        path = match[2].partition("#")[0]
        if path and not _is_address(match[2]):
            parts += [text[done : match.start(2)], change(urllib.parse.unquote(path))]
            done = match.start(2) + len(path)
    return "".join([*parts, text[done:]])


def _is_address(target):
    return re.match(r"[a-z]+:", target) is not None


def anchors(text):
    """The anchors that code hosts give a page: one for each heading, and those that it sets itself."""
    found = []
    for _, line in prose(text):
        found += _ANCHOR.findall(line)
        if heading := _HEADING.match(line):
            slug = slug_of(heading[1])
            found.append(slug if slug not in found else f"{slug}-{sum(one == slug for one in found)}")
    return found


def slug_of(heading):
    """A heading's anchor: lower case, spaces as hyphens, and without any other sign."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
    kept = "".join(char for char in plain.lower() if char.isalnum() or char in " -_")
    return kept.replace(" ", "-")


def broken(path, text):
    """(line, what is wrong) for each relative link of the page at `path` that leads to no file, or to no anchor."""
    found = []
    for link in links(text):
        target = path.parent / link.path if link.path else path
        shown = link.path + ("#" + link.anchor if link.anchor else "")
        if not target.exists():
            found.append((link.line, f"{shown} leads nowhere"))
        elif link.anchor and target.suffix == ".md" and link.anchor not in anchors(target.read_text("utf-8")):
            found.append((link.line, f"{shown}: no such heading"))
    return found


def named(text):
    """(line, path, name) of each `folder/file.py` or `folder/file.py:name` that the prose names; name may be ""."""
    return [(number, path, name) for number, line in prose(text) for path, name in _NAMED.findall(line)]


def missing(root, page, text):
    """(line, what is missing) for each file, function, class or number that the prose names and the code lacks.

    A file is named from the root, or from the folder of the page.
    """
    found = []
    for line, path, name in named(text):
        file = next((place / path for place in (root, page.parent) if (place / path).is_file()), None)
        if file is None:
            found.append((line, f"{path}: no such file"))
        elif name and name not in names_in(file):
            found.append((line, f"{path} has no {name}"))
    return found


def names_in(path):
    """{name: line} of what a Python file defines: functions, classes, Class.method, and what it assigns at its top."""
    return dict(_defined(ast.parse(Path(path).read_text("utf-8")), ""))


def with_named_linked(text, place):
    """The page with each `folder/file.py` that stands outside a link made one, to place(path, name)."""
    kept = dict(prose(text))
    lines = text.split("\n")

    def one(match):
        target = place(match[1], match[2] or "")
        return f"[{match[0]}]({target})" if target else match[0]

    for number, line in kept.items():
        lines[number - 1] = re.sub(rf"(?<!\[){_NAMED.pattern}(?!\])", one, line)
    return "\n".join(lines)


def _defined(node, inside):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield inside + child.name, child.lineno
            if isinstance(child, ast.ClassDef):
                yield from _defined(child, f"{inside}{child.name}.")
        elif isinstance(child, ast.Assign | ast.AnnAssign) and not inside:
            targets = child.targets if isinstance(child, ast.Assign) else [child.target]
            for target in targets:
                yield from ((one.id, child.lineno) for one in ast.walk(target) if isinstance(one, ast.Name))
