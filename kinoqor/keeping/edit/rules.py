"""What a person may enter, and whether someone else was quicker. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinoqor.keeping.edit.words import LONGEST
from kinoqor.kit.identifiers import check
from kinoqor.kit.moment import parse
from kinoqor.kit.text import clean, suspicious
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.register.claim.rules import fingerprint
from kinoqor.register.claim.words import Form, Property


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a person says of a subject; `target` is the number (ref) of the subject that it names."""

    prop: str
    value: str
    source: str
    target: str = ""
    lang: str = ""
    script: str = ""
    note: str = ""
    qualifiers: dict[str, str] = field(default_factory=dict)

    def mark(self, rank: int, sender: str) -> int:
        """The fingerprint under which it is stated once by one sender."""
        more = " ".join(f"{name}={value}" for name, value in sorted(self.qualifiers.items()))
        return fingerprint(
            self.prop,
            self.value,
            self.target,
            more,
            self.lang,
            self.script,
            self.note,
            str(rank),
            self.source,
            sender,
        )


def read(prop: Property, text: str, codes: Collection[str] = ()) -> str:
    """The value as it is kept; raises ValueError with a full sentence for what cannot be one.

    `codes` are those of the property's controlled list.
    """
    unfit = suspicious(text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))
    if unfit:
        raise ValueError(_("The text holds a %(sign)s; type it anew.") % {"sign": unfit[0]})
    value = clean(text, LONGEST)
    if not value:
        raise ValueError(_("Write what the source says."))
    if prop.form is Form.MOMENT:
        return parse(value).iso
    if prop.form in (Form.INTEGER, Form.MONEY):
        digits = value.replace(" ", "").replace("\u00a0", "")
        if not digits.isdigit() or len(digits) > 15:
            raise ValueError(_("Write a whole number in digits."))
        return str(int(digits))
    if prop.form is Form.IDENTIFIER:
        return check(prop.code, value)
    if prop.form is Form.CODE and value not in codes:
        raise ValueError(_("Choose one of the list."))
    return value


def read_source(text: str) -> str:
    """The address of a source as it is kept: a web address, or the words that name a book or a paper ("book: …").

    Raises ValueError with a full sentence.
    """
    value = clean(text, 900)
    if not value:
        raise ValueError(_("Say who says so: a web address, or a book or paper with its year and page."))
    parts = urlsplit(value)
    if parts.scheme in ("http", "https"):
        if "." not in parts.netloc or " " in value or "@" in parts.netloc:
            raise ValueError(_("This is not a web address that a reader can follow."))
        return value
    if len(value) < 8:
        raise ValueError(_("Name the book or paper so that a reader can find it: author, title, year, page."))
    return value if value.startswith("book: ") else f"book: {value}"


def unchanged_since(seen: int, newest: int) -> Verdict:
    """Whether a page may be acted on that was made when `seen` was the newest deed on the property."""
    if newest > seen:
        return no(
            gettext_lazy("While you were writing, someone else changed this. Look at both and decide again."),
            way=gettext_lazy("What you wrote is still in the form."),
        )
    return YES


def may_keep(about_oneself: bool) -> Verdict:
    """Nobody keeps their own record, nor enters or withdraws a fact that names them."""
    if about_oneself:
        return no(
            gettext_lazy("This record is about you. Nobody keeps their own record."),
            way=gettext_lazy("Propose a correction like anyone else; a colleague will judge it."),
        )
    return YES
