"""MkDocs' hook: pages of the repository that stand outside docs/, source files that pages link to, and `*` in the nav.

A page is written for a code host, where a link may lead to any file of the repository. In the site such a file is a
page of its own under source/, a folder is a list of its files, and every link to one leads there.
"""

import logging
import posixpath
from html import escape
from pathlib import Path

from mkdocs.structure.files import File

from docs.generator import links

ROOT = Path(__file__).resolve().parents[2]
_DOCS = "docs"
_REPO = "repo/"
_SOURCE = "source/"
_LINE = "line"
_LOG = logging.getLogger("mkdocs.hooks")


def on_config(config):
    """Put the pages that a nav entry with * means in its place."""
    config.nav = _expanded(config.nav)
    return config


def _expanded(entries):
    found = []
    for entry in entries:
        if isinstance(entry, dict):
            found.append({name: _expanded(one) if isinstance(one, list) else one for name, one in entry.items()})
        elif "*" in entry:
            found += [path.relative_to(ROOT / _DOCS).as_posix() for path in sorted((ROOT / _DOCS).glob(entry))]
        else:
            found.append(entry)
    return found


def on_files(files, *, config):
    """Add what stands outside docs/: the pages that the nav names, then whatever any page links to."""
    for uri in _leaves(config.nav):
        if uri.startswith(_REPO):
            files.append(File.generated(config, uri, content=(ROOT / uri.removeprefix(_REPO)).read_text("utf-8")))
    for page in list(files.documentation_pages()):
        text = page.content_string
        wanted = [_uri(page.src_uri, link.path, files) for link in links.links(text) if link.path]
        for uri in wanted + [_named(path) for _, path, _ in links.named(text)]:
            if uri and uri.startswith(_SOURCE) and uri not in files.src_uris:
                files.append(File.generated(config, uri, content=_shown(uri)))
    return files


def on_page_markdown(markdown, *, page, config, files):
    """Lead each link to where the site has its target. One that leads nowhere is a warning, which ends the build.

    What the text names as `folder/file.py:function` becomes a link to that line.
    """
    here = page.file.src_uri
    start = posixpath.dirname(here) or "."

    def place(path):
        uri = _uri(here, path, files)
        if uri is None:
            _LOG.warning("%s: %s leads nowhere", here, path)
            return path
        return posixpath.relpath(uri, start)

    def source(path, name):
        uri = _named(path)
        if uri is None:
            return None
        line = links.names_in(ROOT / path).get(name)
        return posixpath.relpath(uri, start) + (f"#{_LINE}-{line}" if line else "")

    return links.with_named_linked(links.relinked(markdown, place), source)


def _leaves(entries):
    for entry in entries:
        if isinstance(entry, dict):
            for one in entry.values():
                yield from _leaves(one) if isinstance(one, list) else [one]
        else:
            yield entry


def _uri(here, path, files):
    """Where the site has what a page links to; None for nothing."""
    outside = here.startswith(_REPO)
    folder = posixpath.dirname(here.removeprefix(_REPO) if outside else f"{_DOCS}/{here}")
    target = posixpath.normpath(posixpath.join(folder, path))
    if target.startswith("..") or not (ROOT / target).exists():
        return None
    inside = target.removeprefix(_DOCS + "/")
    for uri in (inside if inside != target else None, _REPO + target):
        if uri in files.src_uris:
            return uri
    return f"{_SOURCE}{target}/index.html" if (ROOT / target).is_dir() else f"{_SOURCE}{target}.html"


def _named(path):
    """Where the site has a file that a text names from the root; None where there is none."""
    return f"{_SOURCE}{path}.html" if (ROOT / path).is_file() else None


def _shown(uri):
    """The page of a source file, or of a folder."""
    name = uri.removeprefix(_SOURCE).removesuffix(".html")
    path = ROOT / name
    if not path.is_file():
        name = name.removesuffix("/index")
        held = sorted(one.name + "/" * one.is_dir() for one in (ROOT / name).iterdir() if one.name[0] not in "._")
        return _PAGE.format(name=name + "/", body=f"<pre>{escape(chr(10).join(held))}</pre>")
    return _PAGE.format(name=name, body=_coloured(path.name, path.read_text("utf-8")))


def _coloured(name, text):
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_for_filename
    from pygments.util import ClassNotFound

    try:
        form = HtmlFormatter(noclasses=True, linenos="inline", lineanchors=_LINE)
        return highlight(text, get_lexer_for_filename(name), form)
    except ClassNotFound:
        return f"<pre>{escape(text)}</pre>"


_PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{name} - Bascule</title></head>
<body><h1 style="font: bold 1em monospace">{name}</h1>
{body}
</body></html>
"""
