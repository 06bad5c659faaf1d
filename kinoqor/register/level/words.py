"""The levels of a record, what each of them asks for, and how a lack is said."""

from dataclasses import dataclass

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.subject.words import Kind


class Level(IntegerChoices):
    """How complete a record is. Each level asks for all that the one before it asks for, and for more."""

    LESS = 0, _("less than the minimum")
    MINIMUM = 1, _("minimum")
    CORE = 2, _("core")
    FULL = 3, _("full")


class Lack(TextChoices):
    """One thing that a record may lack. The place of each is its bit on the card: a new one goes to the end."""

    DIRECTOR = "director", _("no director is known")
    YEAR = "year", _("no source confirms the year")
    RUNTIME = "runtime", _("no running time is known")
    SYNOPSIS = "synopsis", _("no synopsis is written")
    KAZAKH = "title-kk", _("no Kazakh title is known")
    RUSSIAN = "title-ru", _("no Russian title is known")
    ENGLISH = "title-en", _("no English title is known")
    ONE_SOURCE = "one-source", _("all that is known rests on one source")
    RELEASE = "release", _("no release is known")
    STUDIO = "studio", _("no studio is known")
    TITLE = "title", _("no title is known")
    KIND = "kind", _("no kind is known")
    COUNTRY = "country", _("no country is known")
    LANGUAGE = "language", _("no language is known")
    GENRE = "genre", _("no genre is known")
    CAST = "cast", _("nobody of the cast is known")
    SCREENWRITER = "screenwriter", _("no screenwriter is known")
    CINEMATOGRAPHER = "cinematographer", _("no cinematographer is known")
    IDENTIFIER = "identifier", _("no number in another register is known")
    OCCUPATION = "occupation", _("no occupation is known")
    BIRTH = "birth", _("no date of birth is known")
    FOUNDED = "founded", _("no date of founding is known")
    UNVERIFIED = "unverified", _("something shown has no source")
    DISAGREEMENT = "disagreement", _("sources disagree and nobody has weighed them")


BIT: dict[str, int] = {lack: 1 << number for number, lack in enumerate(Lack.values)}
# What is known but not sure. It waits for work like a lack, and lowers no level.
DOUBTS = (Lack.UNVERIFIED, Lack.DISAGREEMENT)
# What each level asks for, beyond the level before it. The minimum is that by which LUMIERE tells one film from another;
# the core is the minimum set of EN 15744 as far as the register has a property for it, with the title in the language
# of the country; full is what EFIS calls full: every language, the makers, where it was shown, sources compared.
ASKED: dict[str, dict[Level, tuple[Lack, ...]]] = {
    Kind.WORK: {
        Level.MINIMUM: (Lack.TITLE, Lack.YEAR, Lack.KIND, Lack.DIRECTOR),
        Level.CORE: (
            Lack.KAZAKH, Lack.COUNTRY, Lack.LANGUAGE, Lack.RUNTIME, Lack.GENRE, Lack.STUDIO, Lack.CAST,
        ),
        Level.FULL: (
            Lack.RUSSIAN, Lack.ENGLISH, Lack.SCREENWRITER, Lack.CINEMATOGRAPHER, Lack.SYNOPSIS, Lack.RELEASE,
            Lack.IDENTIFIER, Lack.ONE_SOURCE,
        ),
    },
    Kind.PERSON: {
        Level.MINIMUM: (Lack.TITLE, Lack.OCCUPATION),
        Level.CORE: (Lack.KAZAKH, Lack.BIRTH),
        Level.FULL: (Lack.RUSSIAN, Lack.ENGLISH, Lack.IDENTIFIER, Lack.ONE_SOURCE),
    },
    Kind.ORGANISATION: {
        Level.MINIMUM: (Lack.TITLE, Lack.KIND),
        Level.CORE: (Lack.KAZAKH, Lack.FOUNDED),
        Level.FULL: (Lack.RUSSIAN, Lack.ENGLISH, Lack.IDENTIFIER, Lack.ONE_SOURCE),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """What fills a lack: claims of one of these properties, in a language or for a role where one is named."""

    props: tuple[str, ...]
    lang: str = ""
    role: str = ""
    noun: str | Promise = ""

    @property
    def label(self) -> str | Promise:
        """What is asked for, as a noun."""
        return self.noun or PROPERTIES[self.props[0]].label


NAMES = ("title", "name")
ELEMENTS: dict[str, Element] = {
    Lack.TITLE: Element(NAMES),
    Lack.KAZAKH: Element(NAMES, lang="kk", noun=_("Kazakh title")),
    Lack.RUSSIAN: Element(NAMES, lang="ru", noun=_("Russian title")),
    Lack.ENGLISH: Element(NAMES, lang="en", noun=_("English title")),
    Lack.YEAR: Element(("year",)),
    Lack.KIND: Element(("kind", "org_kind")),
    Lack.DIRECTOR: Element(("credit",), role="director", noun=_("Director")),
    Lack.CAST: Element(("credit",), role="actor", noun=_("Cast")),
    Lack.SCREENWRITER: Element(("credit",), role="screenwriter", noun=_("Screenwriter")),
    Lack.CINEMATOGRAPHER: Element(("credit",), role="cinematographer", noun=_("Cinematographer")),
    Lack.COUNTRY: Element(("country", "countries_said")),
    Lack.LANGUAGE: Element(("language",)),
    Lack.RUNTIME: Element(("runtime",)),
    Lack.GENRE: Element(("genre",)),
    Lack.STUDIO: Element(("studio", "studio_said")),
    Lack.SYNOPSIS: Element(("synopsis",)),
    Lack.RELEASE: Element(("release", "first_shown")),
    Lack.IDENTIFIER: Element(
        ("imdb", "wikidata", "kinopoisk", "eidr", "isan"), noun=_("Number in another register")
    ),
    Lack.OCCUPATION: Element(("occupation",)),
    Lack.BIRTH: Element(("birth",)),
    Lack.FOUNDED: Element(("founded",)),
    Lack.ONE_SOURCE: Element((), noun=_("Second source")),
}


def asked_of(kind: str) -> tuple[Lack, ...]:
    """All that the levels of a kind of record ask for, the lowest level first; empty for kinds without levels."""
    return tuple(lack for lacks in ASKED.get(kind, {}).values() for lack in lacks)


# Of a person or an organisation the same is said in other words: the sentence, and the noun.
OF_NAMES: dict[str, tuple[str | Promise, str | Promise]] = {
    Lack.TITLE: (_("no name is known"), _("Name")),
    Lack.KAZAKH: (_("no Kazakh name is known"), _("Kazakh name")),
    Lack.RUSSIAN: (_("no Russian name is known"), _("Russian name")),
    Lack.ENGLISH: (_("no English name is known"), _("English name")),
}


def said_of(kind: str, lack: str) -> str | Promise:
    """A lack of a record of this kind as a sentence."""
    return OF_NAMES[lack][0] if kind != Kind.WORK and lack in OF_NAMES else Lack(lack).label


def noun_of(kind: str, lack: str) -> str | Promise:
    """What a record of this kind is asked for, as a noun."""
    return OF_NAMES[lack][1] if kind != Kind.WORK and lack in OF_NAMES else ELEMENTS[lack].label
