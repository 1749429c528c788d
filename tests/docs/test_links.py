"""What a page leads to, as docs/generator/links.py reads it."""

import pytest

from docs.generator import links

PAGE = """\
# One `two` *three*

[a](b.md#c) `[not](code.md)` [x](https://example.org)

```text
[not](fence.md)
```

![p](pictures/a%20b.png "words") [`code`](../d.py)

## One two three
"""


def test_links_outside_code_are_found_with_their_lines():
    assert links.links(PAGE) == [
        links.Link(3, "b.md", "c"),
        links.Link(9, "pictures/a b.png", ""),
        links.Link(9, "../d.py", ""),
    ]


def test_only_the_paths_of_links_are_changed():
    changed = links.relinked(PAGE, lambda path: "new/" + path.rpartition("/")[2])
    assert changed == PAGE.replace("(b.md#c)", "(new/b.md#c)").replace("pictures/a%20b.png", "new/a b.png").replace(
        "../d.py", "new/d.py"
    )


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("6. The tilt sensor is frozen", "6-the-tilt-sensor-is-frozen"),
        ("What *things* cost: `make bench`", "what-things-cost-make-bench"),
        ("A [link](x.md) - and _more_", "a-link---and-_more_"),
    ],
)
def test_an_anchor_is_that_of_code_hosts(heading, anchor):
    assert links.slug_of(heading) == anchor


def test_two_headings_alike_have_two_anchors():
    assert links.anchors('# A b\n## A b\n<a id="own"></a>\n```\n# not\n```\n') == ["a-b", "a-b-1", "own"]


def test_a_fence_ends_with_its_own_mark():
    assert [line for _, line in links.prose("a\n````\n```\nb\n````\nc\n")] == ["a", "c"]


def test_a_name_in_code_becomes_a_link_where_it_is_none():
    text = "`a/b.py` [`a/b.py`](x) `a/b.py:C.d` `a/gone.py`\n```\n`a/b.py`\n```\n"
    linked = links.with_named_linked(text, lambda path, name: path + "#" + name if "gone" not in path else None)
    assert linked == text.replace("`a/b.py` [", "[`a/b.py`](a/b.py#) [").replace(
        "`a/b.py:C.d`", "[`a/b.py:C.d`](a/b.py#C.d)"
    )
