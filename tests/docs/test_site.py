"""A built page that would fetch something from elsewhere is caught; an address to follow is none."""

import pytest

from docs import site


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<script src="https://cdn.example/x.js"></script>'),
        ("a.html", '<link rel="stylesheet" href="//fonts.example/css">'),
        ("a.html", '<link rel="preconnect" href="https://fonts.example">'),
        ("a.html", '<img alt="" src="http://example.org/a.png">'),
        ("a.html", '<p style="background: url(https://example.org/a.png)">'),
        ("a.html", "<style>@import 'https://example.org/a.css';</style>"),
        ("a.css", "a { background: url('https://example.org/a.png') }"),
    ],
)
def test_what_a_page_would_fetch_is_found(name, text):
    assert len(site.fetched(name, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://example.org">there</a>',
        '<link rel="canonical" href="https://example.org/a.html">',
        '<script src="assets/x.js"></script><img alt="" src="data:image/png;base64,AA">',
        "<p>url(https://example.org)</p>",
    ],
)
def test_what_a_reader_may_follow_is_not(text):
    assert site.fetched("a.html", text) == []
