"""How one row of a table is read, without the register: cell by cell, by what its column means."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinoqor.keeping.edit.rules import read, read_source
from kinoqor.keeping.load.words import CURRENCY, NOTE, REF, SEVERAL, SOURCE, Meaning, Piece, Reason, Said, Why
from kinoqor.kit.names import script_of
from kinoqor.kit.text import clean, suspicious
from kinoqor.register.card.words import NAMED_BY
from kinoqor.register.claim.words import PROPERTIES, Form, Property

_LISTED = re.compile(r"[;|,/\n]")
_NAMED = re.compile(r"[;|\n]")
_NUMBERED = re.compile(r"[;|,\s]+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Book:
    """The country's lists: property -> plain spelling -> code, property -> code -> label in the language of the page, and
    the currency where a row names none.
    """

    codes: Mapping[str, Mapping[str, str]]
    labels: Mapping[str, Mapping[str, str]]
    currency: str


def plain(text: str) -> str:
    """A spelling of a list as it is compared: small letters, single spaces, е for ё."""
    return " ".join(text.casefold().replace("ё", "е").split())


def read_row(
    number: int, cells: Sequence[str], columns: Sequence[Meaning | None], book: Book, kind: str, source: str
) -> Said:
    """One row as it is understood. `source` is who says so where the row names nobody; "" for none.

    Whatever stands against it is noted with its column, so that all of it comes back at once.
    """
    said = Said(number)
    if len(cells) > len(columns):
        said.against.append(Reason(Why.RAGGED))
    currency = book.currency
    for at, (cell, meaning) in enumerate(zip(cells, columns, strict=False)):
        if meaning is None or not cell.strip():
            continue
        if suspicious(re.sub(r"[\r\n\t]", " ", cell)):
            said.against.append(Reason(Why.HIDDEN, at))
        elif meaning.code == CURRENCY:
            currency = cell.strip()
            if not _CURRENCY.fullmatch(currency):
                said.against.append(Reason(Why.VALUE, at))
        else:
            _take(said, at, cell, meaning, book)
    _complete(said, kind, currency, source)
    return said


def _take(said: Said, at: int, cell: str, meaning: Meaning, book: Book) -> None:
    if meaning.code == REF:
        said.ref = clean(cell, 40).lower()
    elif meaning.code == NOTE:
        said.note = clean(cell, _NOTE_LENGTH)
    elif meaning.code == SOURCE:
        try:
            said.sources += sources(cell)
        except ValueError:
            said.against.append(Reason(Why.SOURCE, at))
    else:
        try:
            said.pieces += list(_pieces(at, cell, meaning, book))
        except LookupError as unknown:
            said.against.append(Reason(Why.CODE, at, (str(unknown.args[0])[:80],)))
        except ValueError:
            said.against.append(Reason(Why.VALUE, at))


def _complete(said: Said, kind: str, currency: str, source: str) -> None:
    for piece in said.pieces:
        if PROPERTIES[piece.prop].form is Form.MONEY:
            piece.qualifiers["currency"] = currency
    said.sources = tuple(dict.fromkeys(said.sources or ((source,) if source else ())))
    wrong = {reason.why for reason in said.against}
    if not said.sources and Why.SOURCE not in wrong:
        said.against.append(Reason(Why.NO_SOURCE))
    if not wrong and not said.pieces:
        said.against.append(Reason(Why.NOTHING if said.ref else Why.NO_NAME))
    elif not wrong and not said.ref and not any(piece.prop == NAMED_BY[kind] for piece in said.pieces):
        said.against.append(Reason(Why.NO_NAME))


def _pieces(at: int, cell: str, meaning: Meaning, book: Book) -> Iterator[Piece]:
    """Raises ValueError with a sentence for what cannot be a value, LookupError with what no list has."""
    prop = PROPERTIES[meaning.prop]
    for text in _split(prop, cell, book):
        if prop.form is Form.CODE:
            value = book.codes.get(prop.code, {}).get(plain(text), "")
            if not value:
                raise LookupError(text.strip())
        elif prop.form is Form.SUBJECT:
            value = clean(text, 300)
        else:
            value = read(prop, text)
        role = {"role": meaning.role} if meaning.role else {}
        yield Piece(at, prop.code, value, meaning.lang, script_of(value) if prop.per_language else "", role)


def _split(prop: Property, cell: str, book: Book) -> list[str]:
    """What a cell says one by one; only a property of which several values hold together is divided."""
    if not prop.many or prop.form is Form.TEXT or plain(cell) in book.codes.get(prop.code, {}):
        return [cell]
    at = {Form.CODE: _LISTED, Form.SUBJECT: _NAMED, Form.IDENTIFIER: _NUMBERED}[prop.form]
    return [piece for piece in at.split(cell) if piece.strip()]


def sources(cell: str) -> tuple[str, ...]:
    """The sources that a cell names; raises ValueError with a sentence for one that leads nowhere."""
    return tuple(read_source(text) for text in cell.split(SEVERAL) if text.strip())


def complaint(cell: str, meaning: Meaning, book: Book) -> str:
    """The sentence that says what is wrong with a cell, in the language of the page; "" where nothing is."""
    try:
        if meaning.code == SOURCE:
            sources(cell)
        elif meaning.code == CURRENCY:
            return _("Write the currency as three capital letters.")
        else:
            list(_pieces(0, cell, meaning, book))
    except ValueError as wrong:
        return str(wrong)
    except LookupError:
        pass
    return ""
