"""Why a row is refused or doubtful, in the words of the page's language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinoqor.keeping.load.adapters.cells import Book, complaint
from kinoqor.keeping.load.words import Meaning, Reason, Why

_SHOWN = 8


def column_called(headings: Sequence[str], at: int) -> str:
    """How a column is called, by its heading or else by its place."""
    named = headings[at] if 0 <= at < len(headings) else ""
    return named or _("Column %(n)s") % {"n": at + 1}


@dataclass(frozen=True, slots=True)
class Wording:
    """What reasons are worded with: the headings of the file, what its columns mean, the country's lists."""

    headings: Sequence[str]
    columns: Sequence[Meaning | None]
    book: Book

    def say(self, reason: Reason, cells: Sequence[str]) -> str:
        """One reason as a full sentence; `cells` are those of its row."""
        bare = _bare(reason)
        if bare:
            return bare
        return f"{column_called(self.headings, reason.at)}: {self._at_column(reason, cells)}"

    def _at_column(self, reason: Reason, cells: Sequence[str]) -> str:
        meaning = self.columns[reason.at] if reason.at < len(self.columns) else None
        cell = cells[reason.at] if reason.at < len(cells) else ""
        if reason.why in (Why.VALUE, Why.SOURCE) and meaning:
            return complaint(cell, meaning, self.book)
        if reason.why == Why.HIDDEN:
            return _("the text holds signs that cannot be seen; type it anew.")
        if reason.why == Why.MARKUP:
            return _("the text looks like HTML; it will be shown as plain text.")
        if reason.why == Why.NOBODY:
            return _(
                "the register knows nobody and nothing called “%(name)s”. Load that record first, or write its number; "
                "several names are divided by a semicolon."
            ) % {"name": reason.of[0]}
        if reason.why == Why.SEVERAL:
            said = {"name": reason.of[0], "refs": ", ".join(reason.of[1:])}
            return (
                _("several are called “%(name)s”: %(refs)s. Write the number of the one that is meant.")
                % said
            )
        labels = self.book.labels.get(meaning.prop, {}) if meaning else {}
        if reason.why == Why.CODE:
            shown = ", ".join(list(labels.values())[:_SHOWN]) + (" …" if len(labels) > _SHOWN else "")
            return _("“%(value)s” is not in the list (%(list)s).") % {"value": reason.of[0], "list": shown}
        if reason.why == Why.ROW_OTHERWISE:
            return _("row %(row)s of this file says %(value)s.") % {
                "row": reason.of[0], "value": labels.get(reason.of[1], reason.of[1]),
            }  # fmt: skip
        values = ", ".join(labels.get(value, value) for value in reason.of)
        return _("the register says %(values)s so far.") % {"values": values}


def _bare(reason: Reason) -> str:
    """The sentence of a reason that lies at no column."""
    said = {"ref": reason.of[0] if reason.of else "", "refs": ", ".join(reason.of)}
    words = {
        Why.RAGGED: _(
            "The row has more cells than there are headings: a separator or a quotation mark may be wrong."
        ),
        Why.NO_SOURCE: _("Nobody is named who says so. Fill in the source, or name one for the whole file."),
        Why.NO_NAME: _("The row has neither a title or name nor a number of this register."),
        Why.NOTHING: _("The row says nothing beside its number, its source and its note."),
        Why.UNKNOWN: _("The register has no record %(ref)s."),
        Why.OTHER_KIND: _("The record %(ref)s is of another kind than this file."),
        Why.OWN: _(
            "The record %(ref)s is about you. Nobody keeps their own record: let a colleague load this row."
        ),
        Why.ALIKE: _("The register has something called alike: %(refs)s. Decide whether it is the same."),
        Why.ROW_ALIKE: _("Row %(ref)s of this file is called alike. Decide whether it is the same."),
    }
    return words[Why(reason.why)] % said if reason.why in words else ""
