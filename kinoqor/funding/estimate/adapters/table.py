"""The lines of an estimate as a table: written with its sums, read by headings in any language of the house."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from kinoqor.funding.estimate.rules import (
    amount_typed,
    day_of,
    minor_units,
    rate_on,
    read_amount,
    sum_of,
)
from kinoqor.funding.estimate.words import Item, Norms, Span
from kinoqor.kit.document import LANGUAGES
from kinoqor.kit.sheet.table import Form, Table
from kinoqor.kit.sheet.writing import write
from kinoqor.kit.text import clean
from kinoqor.ui import pack

# The columns that are read; behind them stand the sums, which are counted anew.
COLUMNS = {
    "chapter": gettext_noop("Chapter"), "text": gettext_noop("What for"), "unit": gettext_noop("Unit"),
    "quantity": gettext_noop("How many"), "price": gettext_noop("Price without tax"), "taxed": gettext_noop("Taxed"),
    "phase": gettext_noop("Phase"),
}  # fmt: skip
SUMS = (gettext_noop("Without tax"), gettext_noop("Tax"), gettext_noop("With tax"))
NEEDED = ("chapter", "text", "quantity", "price")
YES, NO = gettext_noop("yes"), gettext_noop("no")
FAULTS = 50  # told at once


def written(form: Form, items: Iterable[Item], spans: Iterable[Span], norms: Norms) -> bytes:
    """The lines with their sums, as a file in the language of the page."""
    dated = {each.phase: each for each in spans}
    head = [_(heading) for heading in (*COLUMNS.values(), *SUMS)]
    return write(form, head, [_row(item, dated, norms) for item in items])


def _row(item: Item, dated: dict[str, Span], norms: Norms) -> list[str]:
    counted = sum_of(item, rate_on(norms.rates, day_of(item, dated, norms)))
    whole = minor_units(Decimal(1), norms.currency)
    chapter = norms.chapter(item.chapter)
    phase = next((each for each in norms.phases if each.code == item.phase), None)
    money = [amount_typed(Decimal(n) / whole) for n in (item.price, counted.net, counted.tax, counted.gross)]
    return [
        pack.in_language(dict(chapter.name)) if chapter else item.chapter, item.text, pack.label("units", item.unit),
        amount_typed(item.quantity), money[0], _(YES) if item.taxed else _(NO),
        pack.in_language(dict(phase.name)) if phase else "", *money[1:],
    ]  # fmt: skip


def read_lines(table: Table, norms: Norms) -> tuple[list[Item], list[tuple[int, str]]]:
    """The lines of a table, and what stands against its rows: (number of the row, sentence). Row 1 is the headings."""
    places = {column: at for column in COLUMNS if (at := _place(table.headings, column)) is not None}
    missing = [_(COLUMNS[column]) for column in NEEDED if column not in places]
    if missing:
        said = _("The table has no column for: %(columns)s.") % {"columns": ", ".join(missing)}
        return [], [(1, said)]
    reader = _Reader(norms)
    items: list[Item] = []
    faults: list[tuple[int, str]] = []
    for number, cells in table.rows:
        try:
            items.append(reader.item({column: cells[at].strip() for column, at in places.items()}))
        except ValueError as wrong:
            faults.append((number, str(wrong)))
    return items, faults


def _place(headings: Sequence[str], column: str) -> int | None:
    known = {column, *_in_all(COLUMNS[column])}
    return next((at for at, heading in enumerate(headings) if heading.casefold() in known), None)


def _in_all(text: str) -> set[str]:
    found = set()
    for lang in LANGUAGES:
        with override(lang):
            found.add(_(text).casefold())
    return found


class _Reader:
    """Reads rows by the names of chapters, units and phases in any language."""

    def __init__(self, norms: Norms) -> None:
        self.currency = norms.currency
        self.chapters = _named((each.code, each.name) for each in norms.chapters)
        self.phases = {"": ""} | _named((each.code, each.name) for each in norms.phases)
        self.units = {"": ""} | {spelling.casefold(): code for spelling, code in pack.spellings("units")}
        self.no = {"0", "-", "no", *_in_all(NO)}

    def item(self, cells: dict[str, str]) -> Item:
        """One line; raises ValueError with a sentence."""
        chapter = self.chapters.get(cells["chapter"].casefold())
        if not chapter:
            raise ValueError(_("There is no chapter “%(name)s”.") % {"name": cells["chapter"]})
        phase = self.phases.get(cells.get("phase", "").casefold())
        if phase is None:
            raise ValueError(_("There is no phase “%(name)s”.") % {"name": cells["phase"]})
        text = clean(cells["text"], 200)
        if not text:
            raise ValueError(_("The row does not say what for."))
        unit = self.units.get(cells.get("unit", "").casefold(), "")
        price = minor_units(read_amount(cells["price"], 2), self.currency)
        taxed = cells.get("taxed", "").casefold() not in self.no
        return Item(chapter, text, unit, read_amount(cells["quantity"], 3), price, taxed, phase)


def _named(named: Iterable[tuple[str, object]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, texts in named:
        found[code] = code
        found |= {str(text).casefold(): code for text in dict(texts).values()}  # type: ignore[call-overload]
    return found
