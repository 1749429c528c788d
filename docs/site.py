"""Makes the site of docs/ in build/site: `python -m docs.site`, after `python -m docs.build`.

It fails on a link or an anchor that leads nowhere, on a page that no menu shows, and on a page that would fetch
anything from elsewhere when it is read.
"""

import os
import re
import sys
import time
from html.parser import HTMLParser

from docs.generator import links
from docs.generator.hazards import ROOT

SITE = ROOT / "build" / "site"
_FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "embed": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "object": ("data",), "link": ("href",),
}  # fmt: skip
# A link of these kinds is an address that a reader may follow, and nothing that a browser fetches.
_TOLD = {"canonical", "prev", "next", "alternate"}
_ELSEWHERE = re.compile(r"\s*(https?:)?//", re.I)
_IN_STYLE = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)", re.I)


class _Fetched(HTMLParser):
    """Collects what a browser would fetch from elsewhere for one page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "link" and _TOLD & set((values.get("rel") or "").split()):
            return
        for name in _FETCHED.get(tag, ()):
            if _ELSEWHERE.match(values.get(name) or ""):
                self.found.append(values[name])
        self.found += _IN_STYLE.findall(values.get("style") or "")


def fetched(name, text):
    """The addresses elsewhere from which a page or a style sheet, by its name's ending, would be completed."""
    if name.endswith(".css"):
        return _IN_STYLE.findall(text)
    parser = _Fetched()
    parser.feed(text)
    return parser.found + _IN_STYLE.findall(" ".join(re.findall(r"<style.*?</style>", text, re.S)))


def _fetched_anywhere():
    for path in sorted(SITE.rglob("*")):
        if path.suffix in (".html", ".css"):
            for address in fetched(path.name, path.read_text("utf-8")):
                yield f"{path.relative_to(SITE).as_posix()} fetches {address}"


def _build():
    """(pages, links of all pages) of the site; mkdocs.exceptions.Abort when anything is wrong with one."""
    # The maker of the theme advertises what comes after MkDocs; what is used here is pinned.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    import logging

    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    seen = []
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.events["page_markdown"].insert(0, lambda text, **_: seen.append(text))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return len(seen), sum(len(links.links(text)) for text in seen)


def main():
    """Build, look at what was built, and say the figures; the exit code."""
    began = time.monotonic()
    from mkdocs.exceptions import Abort

    try:
        pages, links_seen = _build()
    except Abort as why:
        sys.stderr.write(f"docs: no site: {why}\n")
        return 1
    if elsewhere := list(_fetched_anywhere()):
        sys.stderr.write("\n".join(elsewhere) + "\n")
        return 1
    shown = sum(1 for _ in (SITE / "source").rglob("*.html"))
    took_s = time.monotonic() - began
    sys.stdout.write(
        f"site: {pages} pages and {shown} source files in build/site; {links_seen} links, none broken; nothing is "
        f"fetched from elsewhere; {took_s:.1f} s\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
