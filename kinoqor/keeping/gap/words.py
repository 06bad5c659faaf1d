"""What the queue can be asked for."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.register.card.words import Axis
from kinoqor.register.level.words import DOUBTS, asked_of, said_of
from kinoqor.register.subject.words import Kind


class Of(TextChoices):
    """The kinds of record that are worked on."""

    FILMS = "film", _("Films")
    PEOPLE = "person", _("People")
    ORGANISATIONS = "organisation", _("Organisations")


KIND: dict[str, str] = {Of.FILMS: Kind.WORK, Of.PEOPLE: Kind.PERSON, Of.ORGANISATIONS: Kind.ORGANISATION}
# A gap that no single record shows: another one looks like it.
TWIN = "twin"
TWIN_SAID = _("may be entered twice")
PER_PAGE = 50

# By which axes the lists of people and organisations are narrowed, each with the list of the pack that names its
# codes. Films are narrowed by all that the public list of films is narrowed by.
NARROWED: dict[str, dict[str, str]] = {
    Of.PEOPLE: {Axis.OCCUPATION: "occupations"},
    Of.ORGANISATIONS: {Axis.KIND: "org_kinds", Axis.COUNTRY: "territories"},
}
# Of these the form of the queue offers a choice; what else stands in the address is kept.
OFFERED: dict[str, dict[str, str]] = {
    Of.FILMS: {
        Axis.KIND: "film_kinds", Axis.GENRE: "genres", Axis.LANGUAGE: "languages", Axis.COUNTRY: "territories",
    },
    Of.PEOPLE: NARROWED[Of.PEOPLE],
    Of.ORGANISATIONS: {Axis.KIND: "org_kinds"},
}  # fmt: skip


def gaps_of(of: str) -> tuple[str, ...]:
    """The gaps that records of this kind can have: first what no level counts, then what the lowest level asks for."""
    return tuple(map(str, (TWIN, *reversed(DOUBTS), *asked_of(KIND[of]))))


def said_as(of: str, gap: str) -> str | Promise:
    """A gap of such a record as a sentence."""
    return TWIN_SAID if gap == TWIN else said_of(KIND[of], gap)
