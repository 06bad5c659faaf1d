"""Deeds in words: sentences whose names lead to what they name, with the same few questions for any number of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _

from kinoqor.accounts.notice.words import Manner, Notice
from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.words import CHANGES
from kinoqor.accounts.user.queries import names_of
from kinoqor.judging.panel.words import Doubt
from kinoqor.judging.panel.words import Ground as Barred
from kinoqor.keeping.correction.words import Fate, Ground
from kinoqor.keeping.load.queries import MAY_LOAD
from kinoqor.keeping.series.words import Do
from kinoqor.kit.document import LANGUAGES
from kinoqor.kit.question import said as text_of
from kinoqor.ledger.deed.actions import TOLD
from kinoqor.ledger.deed.models import Deed
from kinoqor.portal.journal.queries import nameable, records_of
from kinoqor.portal.journal.words import COLUMNS, DETAILS
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import PROPERTIES, Form
from kinoqor.register.face.queries import Face, title
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.words import Kind
from kinoqor.ui.parts import Fact, Link, Note, Said, Text

LISTS: dict[str, type[TextChoices]] = {
    "do": Do, "fate": Fate, "ground": Ground, "judged": Judged, "kind": Kind, "manner": Manner, "notice": Notice,
    "role": Role, "doubts": Doubt, "grounds": Barred,
}  # fmt: skip
# A number written down by a deed -> the page of what it numbers, and the roles to which that page opens.
PAGES: dict[str, tuple[str, tuple[Role, ...]]] = {
    "user": ("holder", (Role.ADMINISTRATOR,)),
    "seat": ("seat", (Role.ADMINISTRATOR,)),
    "organisation": ("body", (Role.ADMINISTRATOR,)),
    "letter": ("letter", (Role.ADMINISTRATOR,)),
    "daily": ("letter", (Role.ADMINISTRATOR,)),
    "proposal": ("proposal", (Role.CATALOGUER,)),
    "judgement": ("judgement", (Role.CATALOGUER,)),
    "series": ("series-one", (Role.CATALOGUER,)),
    "load": ("load", (Role.ADMINISTRATOR, *MAY_LOAD)),
}
NUMBERED = ("letter", "daily", "proposal", "claim", "judgement", "series", "load")
VALUES = ("value", "before", "after", "old", "new")  # values of the fact that the deed is about
SUBJECTS = ("one", "other")  # numbers of the database, of records
NOBODY = {
    0
}  # a number that nothing has: a question is asked even if nothing is named, so that all pages cost alike


@dataclass(frozen=True, slots=True)
class Line:
    """One deed in words: its sentence in pieces, what it is called, and the seat in which it was done."""

    deed: Deed
    sentence: list[Link]
    called: str
    seat: str
    changed: tuple[str, str]

    def __str__(self) -> str:
        return "".join(str(piece.text) for piece in self.sentence)


class Teller:
    """Tells deeds to one reader: whoever and whatever they name is asked for once, for all of them together."""

    def __init__(self, who: Who, deeds: Iterable[Deed]) -> None:
        self.who, self.deeds = who, list(deeds)
        self.face = Face([])
        self.names = self._names()
        self.seats = self._seats()
        self.bodies = self._bodies()
        self.pairs: dict[int, str] = {}
        self.cards: dict[str, Card] = {}
        self._find_records()
        self.face.linked = self.cards

    def _kept(self, name: str) -> set[Any]:
        return {deed.details[name] for deed in self.deeds if deed.details and name in deed.details}

    def _names(self) -> dict[str, str]:
        voices = {deed.voice for deed in self.deeds} | {f"user:{pk}" for pk in self._kept("user")}
        voices.add(self.who.voice)
        named = names_of(nameable(self.who, voices))
        return {voice: named.get(voice) or _("a reader with an account") for voice in voices}

    def _seats(self) -> dict[int, str]:
        hats = {int(deed.hat[5:]) for deed in self.deeds if deed.hat.startswith("seat:")}
        wanted = hats | {pk for pk in self._kept("seat") if isinstance(pk, int)}
        found = Seat.objects.filter(pk__in=wanted | NOBODY).select_related("organisation")
        return {seat.pk: str(seat) for seat in found}

    def _bodies(self) -> dict[int, str]:
        wanted = self._kept("organisation")
        found = Organisation.objects.filter(pk__in=wanted | NOBODY)
        return {body.pk: body.name for body in found}

    def _find_records(self) -> None:
        """The cards of all records that are named by their number or by that of the database; one that is the same as
        another has the card of that one.
        """
        numbers = {pk for name in SUBJECTS for pk in self._kept(name)}
        for ref, pk, card in records_of(self._refs(), numbers):
            self.pairs[pk] = ref
            if card is not None:
                self.cards[ref] = card

    def _refs(self) -> set[str]:
        found = {deed.subject for deed in self.deeds if deed.subject} | self._kept("ref")
        for deed in self.deeds:
            prop = PROPERTIES.get(str((deed.details or {}).get("prop", "")))
            if prop and prop.form is Form.SUBJECT:
                found |= {str((deed.details or {}).get(name, "")) for name in VALUES}
        return found - {""}

    def lines(self) -> list[Line]:
        """The deeds in words, in the order in which they were given."""
        return [self.line(deed) for deed in self.deeds]

    def line(self, deed: Deed) -> Line:
        """One of the deeds in words."""
        told, details = TOLD.get(deed.code), deed.details or {}
        called = called_of(deed.code)
        pieces = told.pieces() if told and str(told.said) else [("", "who"), (f": {called}", "")]
        sentence: list[Link] = []
        for words, name in pieces:
            sentence += [Link(words)] if words else []
            sentence += [self._named(deed, name, details)] if name else []
        sentence[0] = Link(_capital(sentence[0].text), sentence[0].url)
        return Line(deed, sentence, called, self.seat(deed), self._changed(details))

    def seat(self, deed: Deed) -> str:
        """The seat in which a deed was done, in words."""
        number = deed.hat.removeprefix("seat:")
        return self.seats.get(int(number), "") if number.isdigit() else ""

    def _named(self, deed: Deed, name: str, details: Mapping[str, Any]) -> Link:
        if name == "who":
            return Link(self.names[deed.voice])
        if name == "record":
            return self.record(deed.subject)
        return self.said(name, details[name], details) if name in details else Link(_("something"))

    def record(self, ref: str) -> Link:
        """A record by its title, leading to its page; one without a card, to its claims."""
        card = self.cards.get(ref)
        if card is not None:
            return Link(title(card) or ref, card.get_absolute_url())
        return Link(ref, reverse("claims", args=[ref])) if ref else Link(_("no single record"))

    def said(self, name: str, value: Any, details: Mapping[str, Any]) -> Link:
        """One thing that a deed has written down, in words, leading to what it names where the reader may go there."""
        text = self._value(name, value, details)
        if name == "ref" or name in SUBJECTS:
            return self.record(self.pairs.get(value, str(value)))
        if name in VALUES and str(value) in self.cards:
            return self.record(str(value))
        page, roles = PAGES.get(name, ("", ()))
        opens = (
            bool(page) and self.who.holds(*roles) and str(value).isdigit() and self._at_home(name, details)
        )
        return Link(text, reverse(page, args=[value]) if opens else "")

    def _at_home(self, name: str, details: Mapping[str, Any]) -> bool:
        """Whether a file is of the organisation that the reader acts for; an administrator opens those of all."""
        hat = self.who.hat
        home = hat.organisation_id if hat and not self.who.holds(Role.ADMINISTRATOR) else None
        return name != "load" or home in (None, details.get("organisation"))

    def _value(self, name: str, value: Any, details: Mapping[str, Any]) -> Said | str:
        prop = PROPERTIES.get(str(details.get("prop", "")))
        if name == "prop":
            return str(prop.label) if prop else str(value)
        if name in VALUES and prop and isinstance(value, str):
            return self.face.value(prop.code, {"value": value}) if value else _("nothing")
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if value in (None, "", [], {}):
            return _("nothing")
        if name == "user":
            return self.names.get(f"user:{value}", str(value))
        if name == "seat":
            return self.seats.get(value, str(value))
        if name == "organisation":
            return self.bodies.get(value, str(value))
        return _plain(name, value)

    def _changed(self, details: Mapping[str, Any]) -> tuple[str, str]:
        """What the card showed before and after, where a deed has changed it; else two empty texts."""
        before, after = details.get("before"), details.get("after")
        if not before or not isinstance(before, str) or before == after:
            return "", ""
        return str(self._value("before", before, details)), str(self._value("after", after, details))

    def facts(self, deed: Deed) -> list[Fact]:
        """Everything that a deed has written down, each with its name."""
        found, details = [], deed.details or {}
        for name, value in details.items():
            link = self.said(name, value, details)
            called = Kind(name).label if name in Kind.values else DETAILS.get(name, name)
            found.append(Fact(called, link.text, link.url))
        return found


def _capital(text: Text) -> Text:
    """A sentence begins with a capital letter, whoever it begins with."""
    return text if isinstance(text, Said) else str(text)[:1].upper() + str(text)[1:]


def _plain(name: str, value: Any) -> str:
    if name in LISTS and value in LISTS[name].values:
        return str(LISTS[name](value).label)
    if name == "change":
        return str(CHANGES.get(value, value))
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        return text_of(value)
    if isinstance(value, dict):
        return "; ".join(f"{COLUMNS.get(key, key)}: {_column(key, each)}" for key, each in value.items())
    if isinstance(value, list):
        between = "; " if any(isinstance(each, list) for each in value) else ", "
        return between.join(_plain(name, each) for each in value)
    return _("No. %(n)s") % {"n": value} if name in NUMBERED else str(value)


def _column(key: str, value: Any) -> str:
    if key == "kind" and value in OrganisationKind.values:
        return str(OrganisationKind(value).label)
    return str(value or _("nothing"))


def called_of(code: str) -> str:
    """What a deed is called; a code of which this version of the house knows nothing is named."""
    told = TOLD.get(code)
    return (
        str(told.called) if told else _("a deed of another version of this house, %(code)s") % {"code": code}
    )


def letters(found: Iterable[Any]) -> list[Note]:
    """Letters as lines that lead to them."""
    return [Note(each.subject_line, url=reverse("letter", args=[each.pk])) for each in found]
