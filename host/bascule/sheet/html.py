"""The sheet as one HTML file without anything from elsewhere."""

from __future__ import annotations

from bascule.sheet.content import Sheet


def page(sheet: Sheet) -> str:
    """Its text. ImportError where the extra `sheet` is not installed."""
    from jinja2 import Environment, PackageLoader

    made = Environment(
        loader=PackageLoader("bascule.sheet", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return made.get_template("sheet.html").render(sheet=sheet)
