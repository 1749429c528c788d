"""The sheet as a PDF of one page in A4, in the standard font that every reader has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bascule.sheet.content import WARNING, Section, Sheet

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = "Helvetica"
_MARGIN_MM, _WIDTH_MM, _INDENT_MM = 14, 182, 5
_INK, _SOFT, _GREEN, _RED = (27, 35, 39), (85, 100, 106), (0, 89, 79), (179, 38, 30)
_MADE, _REFUSED = (227, 241, 239), (251, 233, 231)
# The sizes of the body, largest first: the first that fits on one page is taken.
_SIZES_PT = (12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7)


def page(sheet: Sheet) -> bytes:
    """Its bytes. ImportError where the extra `sheet` is not installed."""
    for size in _SIZES_PT:
        made = _laid_out(sheet, size)
        if made.page_no() == 1:
            break
    return bytes(made.output())


def lacks(sheet: Sheet) -> bool:
    """Whether a letter of it is not in the font; it is shown as a question mark."""
    return any(plain(text) != text for text in _texts(sheet))


def plain(text: str) -> str:
    """`text` in the letters of the font: those of Western Europe."""
    return text.encode("latin-1", "replace").decode("latin-1")


def _texts(sheet: Sheet) -> list[str]:
    return [sheet.name, *(text for part in sheet.sections for text in part.sentences)]


def _laid_out(sheet: Sheet, size: float) -> FPDF:
    from fpdf import FPDF

    made = FPDF(format="A4")
    made.set_margins(_MARGIN_MM, _MARGIN_MM)
    made.set_auto_page_break(True, _MARGIN_MM)
    made.set_title(f"{plain(sheet.kind)}: {plain(sheet.name)}")
    made.set_lang(sheet.language)
    made.add_page()
    _text(made, sheet.name, 19, style="B")
    _text(made, f"{sheet.person} · {sheet.kind} · {sheet.made}", size, _SOFT)
    made.ln(2)
    first, second = (sheet.begins, sheet.headline) if sheet.usable else (sheet.headline, sheet.begins)
    made.set_fill_color(*(_MADE if sheet.usable else _REFUSED))
    _text(made, f"  {first}", 17, style="B", fill=True, height=11)
    _text(made, f"  {second}", 12.5, fill=True, height=8)
    for part in sheet.sections:
        _section(made, part, size)
    made.ln(3)
    _text(made, sheet.disclaimer, size - 1, _SOFT)
    return made


def _section(made: FPDF, part: Section, size: float) -> None:
    color = _RED if part.tone == WARNING else _GREEN
    made.ln(4)
    top, before = made.get_y(), made.page_no()
    _text(made, part.title, size + 1.5, color, style="B")
    for one in part.sentences:
        _text(made, "·", size, bullet=True)
        _text(made, one, size)
    for number, row in enumerate(part.rows):
        made.set_font(_FONT, "B" if number == 0 else "", size)
        for cell in row:
            made.cell(45, size * 0.5, plain(cell))
        made.ln(size * 0.5)
    if part.tone == WARNING and made.page_no() == before:
        made.set_draw_color(*_RED)
        made.rect(_MARGIN_MM - 2, top - 1, _WIDTH_MM + 4, made.get_y() - top + 2)


def _text(
    made: FPDF,
    text: str,
    size: float,
    color: tuple[int, int, int] = _INK,
    *,
    style: str = "",
    fill: bool = False,
    height: float = 0.0,
    bullet: bool = False,
) -> None:
    made.set_font(_FONT, style, size)
    made.set_text_color(*color)
    high = height or size * 0.46
    if bullet:
        made.cell(_INDENT_MM, high, plain(text))
    else:
        made.multi_cell(0, high, plain(text), align="L", fill=fill, new_x="LMARGIN", new_y="NEXT")
